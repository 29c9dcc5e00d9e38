"""Tables in text, CSV and TSV: a header with the names of fields, one article a row."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.encodings import as_utf_8, encoding_of, head_of
from articles.corpus.formats.field_names import TEXTUAL, is_known
from articles.corpus.formats.fields import FieldReader
from articles.corpus.formats.interface import Format, Options, Read, Unreadable
from articles.corpus.formats.table_rows import Row, RowReader, delimiter_of, header_cells
from articles.corpus.records import Rejection

LONGEST_HEADER = 20_000  # characters


def recognises_csv(head: bytes, name: str) -> bool:
    """Whether the first line names a headline or a text, and something else beside it."""
    return is_header(header_of(head), tab=False)


def recognises_tsv(head: bytes, name: str) -> bool:
    return is_header(header_of(head), tab=True)


def is_header(line: str, tab: bool) -> bool:
    delimiter = delimiter_of(line)
    cells = header_cells(line, delimiter)
    known = [cell for cell in cells if is_known(cell)]
    return (delimiter == "\t") == tab and len(known) > 1 and any(is_known(cell, *TEXTUAL) for cell in known)


def header_of(head: bytes) -> str:
    """The first line of a file's head; nothing where it is no text, or too long for the names of fields."""
    try:
        lines = head.decode(encoding_of(head), "replace").lstrip("\ufeff").splitlines()
    except Unreadable:
        return ""
    return lines[0] if lines and len(lines[0]) <= LONGEST_HEADER else ""


def read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    delimiter = delimiter_of(header_of(head_of(stream)))
    # Bytes that are no UTF-8 become half characters, which tell the row that has them.
    text = io.TextIOWrapper(as_utf_8(stream), "utf-8", errors="surrogateescape", newline="")
    rows = RowReader(text, delimiter).rows()
    header = next(rows, None)
    if not isinstance(header, Row):
        raise Unreadable("no header with the names of fields in the first line", 1)
    names = [cell.strip() for cell in header.cells]
    reader = FieldReader(options.mapping)
    for row in rows:
        if isinstance(row, Rejection):
            yield row
        elif any(cell and not cell.isspace() for cell in row.cells):
            yield from read_row(row, names, reader)


def read_row(row: Row, names: list[str], reader: FieldReader) -> Iterator[Read]:
    if any("\udc80" <= character <= "\udcff" for cell in row.cells if not cell.isascii() for character in cell):
        yield Rejection(row.first_line, "bytes that are not UTF-8")
    elif any(row.cells[len(names) :]):
        reason = f"{len(row.cells)} cells under a header of {len(names)}; is a text without its quotation marks?"
        yield Rejection(row.first_line, reason)
    else:
        # Of two columns of one name the first that is not empty counts.
        record: dict[str, str] = {}
        for field, cell in zip(names, row.cells, strict=False):
            record[field] = record.get(field) or cell
        yield from reader.read(record, row.first_line, row.last_line)


CSV = Format("csv", recognises_csv, read)
TSV = Format("tsv", recognises_tsv, read)
