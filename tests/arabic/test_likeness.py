from bisect import bisect_left

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic.folding import fold
from articles.arabic.likeness import MOST_CORRECTIONS, corrections, costs

from .texts import ARABIC, texts

WRITTEN = {
    "القذافي": 95,
    "القوافي": 11,
    "فلسطين": 270,
    "فلسطيني": 160,
    "لبنان": 410,
    "برلمان": 54,
    "برلين": 130,
    "الخارجية": 1950,
    "المؤتمر": 430,
    "السعودية": 5100,
    "السعوديه": 5100,
    "الاتحاد": 1980,
    "مؤسسة": 860,
    "الظهر": 340,
    "إيران": 1330,
    "نتنياهو": 120,
    "نصر": 170,
    "الله": 4000,
    "عبد": 1000,
    "سياسي": 500,
    "سياسيين": 200,
    "صحيفة": 300,
    "صحيفه": 300,
    "trump": 4,
}


class Words:
    def __init__(self, written):
        self.counts = {fold(form): count for form, count in written.items()}
        self.forms = sorted(self.counts)

    def count(self, form):
        return self.counts.get(form, 0)

    def with_prefix(self, prefix):
        for form in self.forms[bisect_left(self.forms, prefix) :]:
            if not form.startswith(prefix):
                return
            yield form


WORDS = Words(WRITTEN)


def found(word):
    return [correction.form for correction in corrections(fold(word), WORDS)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("القظافي", "القذافي"),
        ("القذفاي", "القذافي"),
        ("فلسطسن", "فلسطين"),
        ("فلصطين", "فلسطين"),
        ("لبنلن", "لبنان"),
        ("لبناان", "لبنان"),
        ("ليبنان", "لبنان"),
        ("برلمتن", "برلمان"),
        ("الخارجسة", "الخارجية"),
        ("الموؤتمر", "المؤتمر"),
        ("الاتسحاد", "الاتحاد"),
        ("مئسسة", "مؤسسة"),
        ("الضهر", "الظهر"),
        ("ايرن", "إيران"),
        ("نتنيهو", "نتنياهو"),
        ("نتنايهوو", "نتنياهو"),
        ("السعوودييه", "السعوديه"),
        ("صحيفت", "صحيفة"),
        ("trmup", "trump"),
    ],
)
def test_a_mistyped_word_finds_what_was_meant_first(typed, meant):
    assert found(typed)[:1] == [fold(meant)]


def test_a_forgotten_space_is_found():
    (correction,) = corrections("نصرالله", WORDS)
    assert (correction.form, correction.count, correction.reason) == ("نصر الله", 170, "space")


def test_a_word_that_stands_as_written_is_not_corrected_to_a_rare_one():
    assert found("السعودية") == []
    assert found("برلين") == []


def test_a_rare_word_is_corrected_to_a_far_more_frequent_one():
    words = Words({"الاتحاد": 900, "الاتحاظ": 1, "الاتهاد": 500, "الاتحات": 9})
    assert [one.form for one in corrections("الاتحاظ", words)] == ["الاتحاد", "الاتهاد"]
    assert corrections("الاتهاد", words) == []


def test_keyboard_neighbours_and_alike_letters_cost_less_than_others():
    other, neighbour, alike, same = costs("مصرف", ["مغرف", "مضرف", "مسرف", "مصرف"])
    assert same == 0 < alike <= neighbour < other


def test_swapped_and_doubled_letters_cost_less_than_a_letter_more():
    swapped, doubled, missing = costs("مجلس", ["ملجس", "مجللس", "مجلسك"])
    assert max(swapped, doubled) < missing


def test_a_first_letter_is_rarely_wrong():
    first, later = costs("تقرير", ["نقرير", "تقرنر"])
    assert later < first


def test_more_frequent_words_come_first_among_alike_ones():
    words = Words({"مدير": 10, "مزير": 900})
    assert [one.form for one in corrections("مذير", words)] == ["مزير", "مدير"]


@pytest.mark.parametrize("word", ["", "من", "٢٠٢٦", "2026", "a b", "لب-نان", "ن" * 33])
def test_what_is_no_word_or_too_short_has_no_corrections(word):
    assert corrections(word, WORDS) == []


@given(st.one_of(texts, st.text(st.sampled_from(ARABIC), min_size=3, max_size=32)))
@example("ل" * 32)
@example("\U0001d54d\U00020000\U0001f1e6")
def test_any_text_has_few_corrections_or_none(text):
    ranked = corrections(text, WORDS)
    assert len(ranked) <= MOST_CORRECTIONS
    assert text not in [one.form for one in ranked]
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


@given(st.text(st.sampled_from("ابتنيسشرزل"), min_size=3, max_size=9), st.data())
def test_a_word_one_mistake_away_is_always_found(word, data):
    place = data.draw(st.integers(0, len(word)))
    letter = data.draw(st.sampled_from("ابتنيسشرزلمك"))
    typed = word[:place] + letter + word[place:]
    assert word in [one.form for one in corrections(typed, Words({word: 9}))]


@pytest.mark.parametrize("text", ["ا" * 100_000, "ab" * 50_000])
def test_long_text_is_answered_at_once(text):
    assert corrections(text, WORDS) == []
