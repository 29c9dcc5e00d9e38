"""Lines are numbered as an editor numbers them, and their white space is made even."""

import pytest

from articles.corpus.pages.lines import read_lines, tidy


def lines(text):
    return [(line.number, line.text, line.blanks) for line in read_lines(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    assert lines(end.join(["", "أ", "", "", "ب"])) == [(2, "أ", 1), (5, "ب", 2)]


def test_mixed_line_ends():
    assert lines("أ\r\nب\rج\n\rد") == [(1, "أ", 0), (2, "ب", 0), (3, "ج", 0), (5, "د", 1)]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85"])
def test_other_separators_end_no_line(separator):
    assert lines(f"أ{separator}ب\nج") == [(1, "أ ب", 0), (2, "ج", 0)]


def test_the_last_line_needs_no_end():
    assert lines("أ\nب") == lines("أ\nب\n")


def test_a_line_of_invisible_marks_is_blank():
    assert lines("أ\n\u200f\u200b\nب") == [(1, "أ", 0), (3, "ب", 1)]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\u00a0\u00a0 قطاف\u202f\u00a0الزيتون\t", "قطاف الزيتون"),
        ("ﻟ«سوق» قِطافٌ ـــ", "ﻟ«سوق» قِطافٌ ـــ"),
        ("\u200fقطاف\u200e \u202bالزيتون\u202c", "\u200fقطاف\u200e \u202bالزيتون\u202c"),
        ("قط\x07اف\x1b الزي\x9fتون", "قطاف الزيتون"),
        ("قطاف \x01 الزيتون", "قطاف الزيتون"),
        ("قطاف\ud800 الزيتون\uffff", "قطاف الزيتون"),
    ],
)
def test_tidy(text, clean):
    assert tidy(text) == clean
