"""Encodings are recognised, and read alike."""

import codecs

import pytest

from articles.corpus.pages import UnreadablePage, read_page
from tests.corpus.builder import page_lines, parts, read
from tests.corpus.texts import CARDS, FIRST, HARVEST, MAIN_ARTICLE

TEXT = "\n".join(page_lines([MAIN_ARTICLE], CARDS))
# Windows-1256 has no 'ﻟ' and no vowel marks beyond the eight; these pages need neither.
ENCODED = {
    "utf-8": (TEXT.encode(), "utf-8"),
    "utf-8 with its mark": (TEXT.encode("utf-8-sig"), "utf-8"),
    "utf-16 little end first": (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
    "utf-16 big end first": (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
    "utf-16 little end first without its mark": (TEXT.encode("utf-16-le"), "utf-16-le"),
    "utf-16 big end first without its mark": (TEXT.encode("utf-16-be"), "utf-16-be"),
    "windows-1256": (TEXT.encode("cp1256"), "windows-1256"),
}


@pytest.mark.parametrize(("data", "encoding"), ENCODED.values(), ids=ENCODED)
def test_encodings(data, encoding):
    page = read_page("page.txt", data)
    assert page.encoding == encoding
    assert parts(page) == ([MAIN_ARTICLE], CARDS)


def test_a_headline_in_windows_1256():
    assert read_page("page.txt", HARVEST.encode("cp1256")).articles[0].headline == HARVEST


def test_a_stray_control_character_makes_windows_1256_no_other_data():
    page = read_page("page.txt", TEXT.replace("\n", "\n\x1a ", 1).encode("cp1256"))
    assert page.encoding == "windows-1256"
    assert parts(page) == ([MAIN_ARTICLE], CARDS)


def test_ascii_is_utf_8():
    assert read_page("page.txt", b"A headline").encoding == "utf-8"


def test_the_byte_order_mark_is_no_part_of_the_headline():
    assert read_page("page.txt", ("\ufeff" + HARVEST).encode()).articles[0].headline == HARVEST


@pytest.mark.parametrize(
    "data",
    [
        FIRST.text.encode("iso-8859-6", "ignore"),
        FIRST.text.encode()[:-1] + b"\xff" + FIRST.text.encode(),
        "Les élèves français étaient très âgés".encode("latin-1"),
        "Привет, как дела".encode("cp1251"),
    ],
    ids=["iso-8859-6", "broken utf-8", "latin-1", "cp1251"],
)
def test_others_are_refused(data):
    with pytest.raises(UnreadablePage, match="neither UTF-8 nor Arabic in Windows-1256"):
        read_page("page.txt", data)


def test_the_line_of_the_first_wrong_byte_is_named():
    with pytest.raises(UnreadablePage) as refused:
        read_page("page.txt", f"{HARVEST}\r\n\r\n".encode() + b"\xff\xfe\xfd")
    assert refused.value.line == 3


def test_a_page_in_one_encoding_reads_like_the_other():
    assert parts(read(TEXT.split("\n"))) == parts(read_page("page.txt", TEXT.encode("cp1256")))
