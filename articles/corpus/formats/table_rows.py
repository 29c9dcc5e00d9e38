"""The rows of a table in text (RFC 4180, and what spreadsheets make of it), each with the lines it stands in."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from articles.corpus.formats.interface import Unreadable
from articles.corpus.records import Rejection

LONGEST_ROW = 16 * 2**20  # characters
MOST_CELLS = 10_000
MOST_READ_AGAIN = 20 * LONGEST_ROW  # characters, after rows that are wrong
TOO_LONG = f"a row of more than {LONGEST_ROW:,} characters, which no article is"

DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Row:
    """A row's cells. A cell may go over lines, and a row with it."""

    cells: list[str]
    first_line: int
    last_line: int


def delimiter_of(header: str) -> str:
    """What divides the cells of a table, by its first line: the one that divides it most."""
    return max(DELIMITERS, key=lambda delimiter: len(header_cells(header, delimiter)))


def header_cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []


class RowReader:
    """Reads rows one by one; a row that is wrong is a rejection, and reading goes on in the line after its first.

    The reading is strict: two quotation marks that are never closed would else make one cell of all rows between them.
    """

    def __init__(self, stream: TextIO, delimiter: str, escape: str | None = None):
        csv.field_size_limit(LONGEST_ROW)
        self.stream, self.delimiter, self.escape = stream, delimiter, escape
        self.waiting: deque[str] = deque()  # lines to be read again
        self.read_again = 0  # characters
        self.taken: list[str] = []  # lines of the row at hand
        self.size = 0  # characters of it
        self.line = 0
        self.width = 0  # cells of the header, which its reader says

    def rows(self) -> Iterator[Row | Rejection]:
        """Raises Unreadable where so much was read again that something must be wrong with the whole."""
        cells = self.reader()
        while True:
            self.taken, self.size, first = [], 0, self.line + 1
            try:
                row = next(cells)
            except StopIteration:
                return
            except csv.Error as error:
                found = self.row_between_tabs(first) or self.row_of_one_line(first)
                yield found or self.refused(first, said(error))
                cells = self.reader()
            else:
                yield self.row_of(row, first)

    def reader(self) -> Iterator[list[str]]:
        return csv.reader(self.lines(), delimiter=self.delimiter, escapechar=self.escape, strict=True)

    def row_of(self, cells: list[str], first: int) -> Row | Rejection:
        if len(cells) > MOST_CELLS:
            return Rejection(first, f"more than {MOST_CELLS:,} cells in one row")
        return Row(cells, first, self.line)

    def row_of_one_line(self, first: int) -> Row | None:
        """A row whose quotation marks are not doubled (1,"قال "نعم" ومضى"), if it is whole in its line."""
        if len(self.taken) != 1 or self.size > LONGEST_ROW:
            return None
        lenient = csv.reader(self.taken, delimiter=self.delimiter, escapechar=self.escape)
        cells = next(lenient, [])
        is_whole = self.taken[0].count('"') % 2 == 0
        return Row(cells, first, first) if is_whole and len(cells) == self.width else None

    def row_between_tabs(self, first: int) -> Row | None:
        """A row in which quotation marks are letters, as many programs write tabs, if no cell may go over the line."""
        cells = self.taken[0].rstrip("\r\n").split("\t")
        if self.delimiter != "\t" or len(cells) != self.width or self.size > LONGEST_ROW:
            return None
        below = self.taken[1] if len(self.taken) > 1 else self.line_below()
        if below.strip() and below.count("\t") + 1 != self.width:
            return None
        self.give_back(first, "a quotation mark that is not closed")
        return Row(cells, first, first)

    def refused(self, first: int, reason: str) -> Rejection:
        self.give_back(first, reason)
        return Rejection(first, reason)

    def give_back(self, first: int, reason: str) -> None:
        """Give back all lines of the row but its first."""
        self.read_again += self.size
        if self.read_again > MOST_READ_AGAIN:
            raise Unreadable(f"{reason}, as in many rows before it; the rest of the table is left", first)
        self.waiting.extendleft(reversed(self.taken[1:]))
        self.line = first

    def lines(self) -> Iterator[str]:
        """The lines as the csv module asks for them, while the row at hand has not become too long."""
        while line := self.next_line():
            self.line += 1
            self.size += len(line)
            self.taken.append(self.in_bounds(line))
            if self.size > LONGEST_ROW:
                raise csv.Error(TOO_LONG)
            yield line

    def next_line(self) -> str:
        try:
            return self.waiting.popleft() if self.waiting else self.stream.readline(LONGEST_ROW + 1)
        except Unreadable as error:
            raise Unreadable(error.reason, self.line + 1) from None

    def line_below(self) -> str:
        """The next line, which is still to be read."""
        if line := self.next_line():
            self.waiting.appendleft(line)
        return line

    def in_bounds(self, line: str) -> str:
        """A line, or an empty one for a line that is too long, which is read to its end and not held."""
        if len(line) <= LONGEST_ROW:
            return line
        while line and line[-1] not in "\r\n":
            line = self.stream.readline(2**16)
        return "\n"


def said(error: csv.Error) -> str:
    """What the csv module says of a row, in the words of an operator."""
    text = str(error)
    if "expected after" in text or "unexpected end" in text:
        return "a quotation mark that is not closed, or one inside a cell that is not doubled"
    return text
