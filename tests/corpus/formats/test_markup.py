"""Texts of records as lines: what the quick ways give is what the careful one gives."""

from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.formats.markup import blocks, one_line

# Letters, a mark, joiners, turning marks, white space of all kinds, control characters, half of a character.
SIGNS = "اب ج\u064b\u200d\u200b\u202e\u2067\ufeff\u00a0\u2003\t\n\r\v\x1c\x85\u2028\x00\ufffe\ud800x1"
texts = st.text(st.sampled_from(SIGNS), max_size=30)


@given(texts)
def test_a_line_is_the_same_whether_or_not_markup_stands_before_it(text):
    assert one_line(text) == one_line(f"<b></b>{text}")


@given(texts)
def test_a_line_has_single_spaces_and_shows_something_or_is_nothing(text):
    line = one_line(text)
    assert line == " ".join(line.split())
    assert not line or any(character.isprintable() for character in line)


@given(texts)
def test_blocks_are_the_lines(text):
    assert " ".join(block.text for block in blocks(text)) == one_line(text)


def test_white_space_inside_a_line_becomes_one_space():
    assert one_line("  نشرة\u00a0\n السادسة\t مساءً ") == "نشرة السادسة مساءً"


def test_a_text_longer_than_a_line_may_be_is_split_where_its_lines_end():
    long = "سطر من خبر طويل " * 20_000
    assert [block.text for block in blocks(f"{long}\r\n{long}\rخاتمة")] == [long.strip(), long.strip(), "خاتمة"]
