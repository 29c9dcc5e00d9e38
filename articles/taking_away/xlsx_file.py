"""A workbook for Excel and its kin. Cells hold numbers and texts, never formulas or links, whatever they look like."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter

from articles.citing.facts import CitedArticle
from articles.taking_away.articles import Gone
from articles.taking_away.tables import COLUMNS, Cell, line_of

MOST_ROWS = 1_000_000  # on one sheet; Excel has 1,048,576
LONGEST_CELL = 32_767  # characters, as Excel counts them: in units of UTF-16
CHUNK = 1 << 16
OPTIONS = {
    "constant_memory": True,  # a row is written to disk when the next begins
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDTHS = {"headline": 60, "deck": 40, "source": 20, "authors": 24, "tags": 30, "address": 30, "original_address": 30}


def xlsx_file(
    articles: Iterable[CitedArticle | Gone], *, headings: Sequence[str] = COLUMNS, is_right_to_left: bool = False
) -> Iterator[bytes]:
    """A sheet with the headings and a row for each article; the next sheet where there are a million."""
    # The format cannot be sent as it is made: the file lies on disk until it is whole.
    with tempfile.TemporaryDirectory(prefix="newsarchive-") as folder, tempfile.TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, OPTIONS | {"tmpdir": folder})
        bold = book.add_format({"bold": True})
        sheet = None
        for place, article in enumerate(articles):
            row = place % MOST_ROWS + 1
            if row == 1:
                sheet = add_sheet(book, headings, bold, is_right_to_left)
            write_row(sheet, row, line_of(article))
        if sheet is None:
            add_sheet(book, headings, bold, is_right_to_left)
        book.close()
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk


def add_sheet(book: xlsxwriter.Workbook, headings: Sequence[str], bold, is_right_to_left: bool):
    sheet = book.add_worksheet()
    if is_right_to_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDTHS.get(name, 12))
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
    return sheet


def write_row(sheet, row: int, cells: Iterable[Cell]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(row, column, cell)
        elif cell:
            sheet.write_string(row, column, shortened(cell))


def shortened(text: str) -> str:
    """As much of a text as a cell holds, no character cut in two."""
    if len(text) * 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le", "replace")[: LONGEST_CELL * 2].decode("utf-16-le", "ignore")
