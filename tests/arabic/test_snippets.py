import time

from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.levels import Level, term_at
from articles.arabic.marks import Wanted
from articles.arabic.snippets import Passage, passages
from articles.arabic.tokens import tokenize, words

from .texts import texts


def at_light(*some: str) -> frozenset:
    """What a query of these words looks for at the light level."""
    return frozenset((Level.LIGHT, term) for word in some if (term := term_at(Level.LIGHT, word)))


FILLER = "تواصلت أعمال الصيانة في الشوارع القديمة من المدينة رغم برودة الطقس. "
WATER = Wanted(at_light("مياه", "سد"))


def marked(passage: Passage) -> list[str]:
    return [passage.text[mark.start : mark.end] for mark in passage.marks]


def test_the_passage_with_most_of_what_was_wanted_is_shown():
    text = "ذكر المياه. " + FILLER * 5 + "امتلأ السدُّ بالمياهِ بعد المطر. " + FILLER * 5
    (passage,) = passages([text], Wanted(at_light(*words("مياه سد"))), limit=1, length=80)
    assert marked(passage) == ["السدُّ", "بالمياهِ"]
    assert not passage.is_start
    assert not passage.is_end


def test_the_second_passage_shows_what_the_first_does_not():
    wanted = Wanted(at_light(*words("ميناء جمارك")))
    texts = ["أغلق الميناء.", "عاد الميناء إلى العمل.", "قالت الجمارك إنها مستعدة."]
    assert [marked(passage) for passage in passages(texts, wanted)] == [["الميناء"], ["الجمارك"]]


def test_passages_stand_in_the_order_of_the_article():
    wanted = Wanted(at_light(*words("ميناء جمارك سفينة")))
    first, second = passages(["رست السفينة.", "أعلن الميناء والجمارك ذلك."], wanted)
    assert marked(first) == ["السفينة"]
    assert marked(second) == ["الميناء", "والجمارك"]


def test_two_passages_of_one_paragraph_do_not_overlap():
    text = "أغلق الميناء. " + FILLER + "فتح المعبر. " + FILLER * 4
    wanted = Wanted(at_light(*words("ميناء معبر")))
    shown = passages([text], wanted, length=60)
    assert [marked(passage) for passage in shown] == [["الميناء"], ["المعبر"]]
    assert text.index(shown[0].text) + len(shown[0].text) <= text.index(shown[1].text)


def test_a_short_text_is_shown_whole():
    (passage,) = passages([" هطل المطر. "], Wanted(at_light("مطر")))
    assert passage.text == "هطل المطر."
    assert passage.is_start
    assert passage.is_end


def test_where_nothing_is_found_the_beginning_is_shown():
    (passage,) = passages(["", FILLER * 5], WATER, length=40)
    assert FILLER.startswith(passage.text)
    assert passage.marks == ()
    assert passage.is_start
    assert not passage.is_end


def test_no_text_gives_no_passage():
    assert passages([], WATER) == []
    assert passages(["", "  "], WATER) == []


def test_an_opening_quotation_mark_goes_with_its_word():
    text = FILLER * 3 + "«السدّ» " + FILLER * 3
    assert passages([text], Wanted(at_light("سد")), length=12)[0].text == "«السدّ»"


@given(st.lists(texts, max_size=4), texts, st.integers(1, 80))
def test_passages_hold_whole_words_and_their_marks(blocks, query, length):
    wanted = Wanted(at_light(*words(query)))
    shown = passages(blocks, wanted, length=length)
    assert len(shown) <= 2
    for passage in shown:
        assert any(passage.text in block for block in blocks)
        for mark in passage.marks:
            assert 0 <= mark.start < mark.end <= len(passage.text)


@given(
    st.lists(st.sampled_from(["قانون", "بقانونِ", "«قيصر»", "في", "الـ81", "2,500", "وعاد،"]), max_size=40),
    st.integers(8, 60),
)
def test_no_word_is_cut(words, length):
    text = " ".join(words)
    whole = {token.text for token in tokenize(text)}
    for passage in passages([text], Wanted(at_light("قانون", "81")), length=length):
        assert {token.text for token in tokenize(passage.text)} <= whole


def test_a_text_of_nothing_but_matches_is_soon_read():
    began = time.process_time()
    passages(["سد " * 50_000], WATER)
    assert time.process_time() - began < 3
