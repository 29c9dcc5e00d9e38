"""The words beside a hit, cut from the text around it."""

from hypothesis import given
from hypothesis import strategies as st

from articles.views.concordance_lines import WIDTH, first_words, last_words

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
