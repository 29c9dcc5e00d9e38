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
MOST_UNCLOSED = 20  # each costs reading its lines again

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
    """Reads rows one by one; a row that is wrong is a rejection, and reading goes on in the line after its first."""

    def __init__(self, stream: TextIO, delimiter: str):
        csv.field_size_limit(LONGEST_ROW)
        self.stream, self.delimiter = stream, delimiter
        self.waiting: deque[str] = deque()  # lines to be read again
        self.taken: list[str] = []  # lines of the row at hand
        self.size = 0
        self.line = 0
        self.unclosed = 0

    def rows(self) -> Iterator[Row | Rejection]:
        """Raises Unreadable where too many quotation marks are never closed."""
        cells = self.reader()
        while True:
            self.taken, self.size, first = [], 0, self.line + 1
            try:
                row = next(cells)
            except StopIteration:
                return
            except csv.Error as error:
                yield self.refused(first, str(error))
            else:
                if not self.is_open:
                    yield self.row_of(row, first)
                    continue
                yield self.refused(first, "a quotation mark that opens a cell is never closed")
            cells = self.reader()

    def reader(self) -> Iterator[list[str]]:
        self.is_open = False
        return csv.reader(self.lines(), delimiter=self.delimiter)

    def row_of(self, cells: list[str], first: int) -> Row | Rejection:
        if len(cells) > MOST_CELLS:
            return Rejection(first, f"more than {MOST_CELLS:,} cells in one row")
        return Row(cells, first, self.line)

    def refused(self, first: int, reason: str) -> Rejection:
        """Give back all lines of the row but its first."""
        self.unclosed += len(self.taken) > 1
        if self.unclosed > MOST_UNCLOSED:
            raise Unreadable(f"{reason}, as {MOST_UNCLOSED} before it; the rest of the table is left", first)
        self.waiting.extendleft(reversed(self.taken[1:]))
        self.line = first
        return Rejection(first, reason)

    def lines(self) -> Iterator[str]:
        """The lines as the csv module asks for them; where none is left inside a row, a quotation mark is open."""
        while line := self.next_line():
            self.size += len(line)
            self.line += 1
            self.taken.append(line if self.size <= LONGEST_ROW else "")
            if self.size > LONGEST_ROW:
                self.skip_rest(line)
                raise csv.Error(f"a row of more than {LONGEST_ROW:,} characters, which no article is")
            yield line
        self.is_open = bool(self.taken)

    def next_line(self) -> str:
        return self.waiting.popleft() if self.waiting else self.stream.readline(LONGEST_ROW + 1)

    def skip_rest(self, line: str) -> None:
        """Read to the end of a line that is too long, and hold none of it."""
        while line and line[-1] not in "\r\n":
            line = self.stream.readline(2**16)
