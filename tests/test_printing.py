"""What commands print for people at a terminal."""

import io

from articles.management.printing import Printer, printable, shaped


def test_nothing_from_a_dump_steers_the_terminal():
    assert printable("عنوان\x1b[2J\u202eخبر\nثان") == "عنوان [2J خبر ثان"


def test_a_line_is_printed_as_it_is_unless_shaping_is_asked_for():
    out = io.StringIO()
    Printer(out, out).line("بيروت")
    assert out.getvalue() == "بيروت"


def test_a_long_line_is_broken_at_words_before_it_is_turned_round():
    lines = shaped("    " + "خبر " * 30, width=40).split("\n")
    assert len(lines) == 4
    assert all(len(line) <= 40 for line in lines)


def test_letters_are_joined_and_ordered():
    assert shaped("خبر", width=80) == "ﺮﺒﺧ"
