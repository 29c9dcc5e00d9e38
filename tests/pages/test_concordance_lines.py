"""The words beside a hit, cut from the text around it."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.tokens import tokenize
from articles.search.concordance import Line
from articles.views.concordance_lines import WIDTH, ReadArticle, first_words, last_words

TEXTS = st.text(alphabet="اب ج«».،\n\u064b\u200f a1", max_size=600)


def letters(text: str) -> str:
    return "".join(text.split())


@given(TEXTS)
def test_what_is_shown_is_the_end_and_the_beginning_of_the_text(text):
    assert letters(text).endswith(letters(last_words(text).removeprefix("…")))
    assert letters(text).startswith(letters(first_words(text).removesuffix("…")))


@given(TEXTS)
def test_it_is_one_line_of_bounded_length(text):
    for shown in (last_words(text), first_words(text)):
        assert len(shown) <= WIDTH + 3
        assert "\n" not in shown


def test_whole_words_are_shown_and_the_cut_is_seen():
    text = "كلمة " * 40
    assert last_words(text).startswith("… كلمة كلمة")
    assert first_words(text).endswith("كلمة كلمة …")
    assert last_words("قبل «") == "قبل «"
    assert first_words("» بعد.") == "» بعد."


@given(TEXTS, st.integers(0, 40), st.integers(1, 3))
def test_a_hit_stands_where_reading_the_text_word_by_word_finds_it(text, word, length):
    headline = "خبر"
    article = SimpleNamespace(headline=headline, deck=text, blocks=SimpleNamespace(all=list))
    found = ReadArticle(article, None)
    tokens = tokenize(text)[word : word + length]
    form = " ".join(token.normal for token in tokens)
    line = Line(1, part=1, word=word, length=len(tokens), form=form, before="", after="")
    if tokens:
        assert found.find(line) == (1, tokens[0].start, tokens[-1].end)
        assert found.find(Line(1, 1, word, len(tokens), form + "ا", "", "")) is None
    assert found.find(Line(1, 0, 0, 1, headline, "", "")) == (0, 0, len(headline))
