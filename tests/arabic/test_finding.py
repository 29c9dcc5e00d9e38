from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.finding import Sought, plain_end, plain_start, tokens_about
from articles.arabic.tokens import tokenize

from .texts import texts

PIECES = ["قانون", "بقانونِ", "«قيصر»", "أ", "ف", "ب", "أ.ف.ب", "الـ81", "2015-2017،", "—", "لـ«داعش»", "", "\n", "و"]
PIECES += ["“قيصر”", "قـيصر", "ب2", "قانون2015", "CNN/قيصر", "أ.ف", "قيصر.قانون", "ﻗﺎﻧﻮﻥ", "قیصر", "٣٪", "قا\u200fنون"]
rows = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def test_a_word_is_found_wherever_it_stands_and_not_inside_another():
    text = "قانون جديد، «قانون» قديم؛ وقانون لا يشبه القانون.\nقانون"
    assert [token.start for token in Sought({"قانون"}).tokens_in(text)] == [0, 13, len(text) - 5]


@given(st.one_of(texts, rows), st.data())
def test_they_are_the_tokens_of_the_text_with_these_forms(text, data):
    every = tokenize(text)
    normals = data.draw(st.sets(st.sampled_from([token.normal for token in every] or ["قانون"]), max_size=4))
    assert Sought(normals).tokens_in(text) == [token for token in every if token.normal in normals]
    in_letters = {normal for normal in normals if normal.isalpha() and not normal.isascii()} | {"قانون", "قيصر", "أف"}
    assert Sought(in_letters).tokens_in(text) == [token for token in every if token.normal in in_letters]


@given(st.one_of(texts, rows), st.data())
def test_about_a_place_stand_the_last_token_before_it_and_the_first_behind(text, data):
    place, reach = data.draw(st.integers(0, len(text))), data.draw(st.integers(1, 20))
    every, found = tokenize(text), tokens_about(text, place, reach)
    before = [token for token in every if token.end <= place][-1:]
    behind = [token for token in every if token.start >= place][:1]
    assert [token for token in found if token.end <= place][-1:] == before
    assert [token for token in found if token.start >= place][:1] == behind
    assert all(token in every for token in found)


@given(st.one_of(texts, rows, st.text("قف و«»،.؟أ", min_size=2, max_size=30)))
def test_plain_words_have_the_bounds_of_their_tokens(text):
    every = tokenize(text)
    for place in range(1, len(text)):
        if (start := plain_start(text, place)) is not None:
            assert start == next(token.start for token in every if token.start >= place)
        if plain := plain_end(text, place):
            assert plain[0] == [token.end for token in every if token.end <= place][-1]
            assert text[plain[1]] == " "


def test_words_of_news_are_plain():
    text = "قال «المجلس» إن الأعمال، التي بدأت أمس، مستمرة"
    assert plain_start(text, text.index("جلس")) == text.index("إن")
    assert plain_start(text, text.index("«")) == text.index("المجلس")
    assert plain_end(text, text.index("التي")) == (text.index("،"), text.index("،") + 1)
    assert plain_end(text, text.index("تي")) == (text.index("،"), text.index("،") + 1)
