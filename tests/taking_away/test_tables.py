"""Tables: one line an article, Arabic that Excel reads, and nothing that a spreadsheet runs."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.facts import CitedArticle, Name
from articles.taking_away.articles import Gone
from articles.taking_away.csv_file import csv_file
from articles.taking_away.tables import COLUMNS, defused
from articles.taking_away.xlsx_file import LONGEST_CELL, xlsx_file


def article(number: int = 1, headline: str = "افتتاح مرفأ الصيادين", **facts) -> CitedArticle:
    return CitedArticle(
        number=number, address=f"https://archive.example/articles/{number}/", headline=headline, **facts
    )


def read_csv(*articles) -> list[list[str]]:
    text = b"".join(csv_file(articles)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def read_xlsx(*articles, **options):
    return openpyxl.load_workbook(io.BytesIO(b"".join(xlsx_file(articles, **options))))


def test_a_csv_begins_with_the_mark_that_excel_looks_for():
    assert b"".join(csv_file([])).startswith(b"\xef\xbb\xbfid,headline,")


def test_each_article_is_one_line_with_its_names_joined():
    facts = {"authors": (Name("ليلى الخطيب"), Name("سامر؛ حداد")), "paper": Name("صحيفة المرفأ"), "is_excerpt": True}
    names, line = read_csv(article(7, "سطر\nثان", deck="مقدمة، بفاصلة", **facts))
    found = dict(zip(names, line, strict=True))
    assert found["id"] == "7"
    assert found["headline"] == "سطر ثان"
    assert found["deck"] == "مقدمة، بفاصلة"
    assert found["authors"] == "ليلى الخطيب; سامر؛ حداد"
    assert found["source"] == "صحيفة المرفأ"
    assert found["completeness"] == "excerpt"
    assert found["status"] == "published"


def test_an_article_that_is_gone_keeps_its_line():
    _, first, second = read_csv(article(1), Gone(2))
    assert first[0], second[0] == ("1", "2")
    assert second[1:-1] == [""] * (len(COLUMNS) - 2)
    assert second[-1] == "gone"


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t=", "\r=", "＝", "＋", "－", "＠"])
def test_no_text_is_a_formula(beginning):
    text = f'{beginning}HYPERLINK("https://example.org")'
    assert defused(text) == f"'{text}"
    cell = read_csv(article(headline=text))[1][1]
    assert cell.startswith("'")
    sheet = read_xlsx(article(headline=text)).active
    assert sheet["B2"].data_type == "s"


def test_a_minus_within_a_text_and_a_number_stay_as_they_are():
    assert defused("حلب - دمشق") == "حلب - دمشق"
    assert defused(-5) == -5


@given(st.text(st.characters(), max_size=60), st.text(st.characters(), max_size=60))
def test_whatever_the_texts_are_the_table_has_its_lines(headline, deck):
    lines = read_csv(article(1, headline, deck=deck), article(2))
    assert [len(line) for line in lines] == [len(COLUMNS)] * 3
    assert lines[2][0] == "2"
    for cell in lines[1][1:]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "headline", ["أ\ud800ب", "أ\x00\x1bب", "\ufffe\uffff", "<b>&amp;</b>]]>", "_x0041_", "😀" * 40_000]
)
def test_a_workbook_can_be_read_whatever_it_holds(headline):
    sheet = read_xlsx(article(3, headline), article(4)).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [3, 4]
    assert len((sheet["B2"].value or "").encode("utf-16-le")) <= LONGEST_CELL * 2


def test_a_workbook_speaks_the_language_of_the_page():
    book = read_xlsx(article(5), headings=["الرقم", *COLUMNS[1:]], is_right_to_left=True)
    assert book.active["A1"].value == "الرقم"
    assert book.active.sheet_view.rightToLeft
    assert book.active["A2"].value == 5
    assert book.active["B2"].value == "افتتاح مرفأ الصيادين"


def test_a_workbook_without_articles_has_its_headings():
    assert read_xlsx().active["A1"].value == "id"


def test_what_one_sheet_cannot_hold_stands_on_the_next(monkeypatch):
    monkeypatch.setattr("articles.taking_away.xlsx_file.MOST_ROWS", 2)
    book = read_xlsx(*(article(number) for number in range(1, 6)))
    assert [sheet.max_row for sheet in book] == [3, 3, 2]
    assert book.worksheets[2]["A2"].value == 5
