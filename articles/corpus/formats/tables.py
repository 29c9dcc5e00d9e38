"""Tables in text, CSV and TSV: a header with the names of fields, one article a row."""

import io
import re
from collections.abc import Collection, Iterator
from typing import BinaryIO

from articles.corpus.formats.encodings import as_utf_8, encoding_of, head_of, utf_8_head
from articles.corpus.formats.field_names import TEXTUAL, FieldFinder, is_known
from articles.corpus.formats.fields import FieldReader
from articles.corpus.formats.interface import Format, Options, Read, Unreadable
from articles.corpus.formats.table_rows import Row, RowReader, delimiter_of, header_cells
from articles.corpus.formats.values import shown
from articles.corpus.records import Rejection

LONGEST_HEADER = 20_000  # characters

# What spreadsheets write above the header to tell what divides the cells.
_SEPARATOR_LINE = re.compile('"?sep=')
# A quotation mark with a reversed slash before it, inside a cell, as databases write it.
_ESCAPED_MARK = re.compile(rb"""\\"(?![,;\t|\r\n"])""")


def recognises_csv(head: bytes, name: str) -> bool:
    """Whether the first line names a headline or a text, and something else beside it."""
    return is_header(header_of(head), tab=False)


def recognises_tsv(head: bytes, name: str) -> bool:
    return is_header(header_of(head), tab=True)


def table_with(head: bytes, fields: Collection[str]) -> Format | None:
    """The kind of table that this is if its header names any of these fields, which the operator gave a meaning."""
    line = header_of(head)
    delimiter = delimiter_of(line)
    cells = {cell.strip().casefold() for cell in header_cells(line, delimiter)}
    if len(cells) < 2 or cells.isdisjoint(field.casefold() for field in fields):
        return None
    return TSV if delimiter == "\t" else CSV


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
    first = next((line for line in lines if not stands_above_header(line)), "")
    return first if len(first) <= LONGEST_HEADER else ""


def stands_above_header(line: str) -> bool:
    """Whether this is an empty line, or one for spreadsheets: sep=;"""
    return not line.strip() or _SEPARATOR_LINE.match(line) is not None


def read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    head = head_of(stream)
    delimiter = delimiter_of(header_of(head))
    escape = "\\" if _ESCAPED_MARK.search(utf_8_head(head)) else None
    # Bytes that are no UTF-8 become half characters, which tell the row that has them.
    text = io.TextIOWrapper(as_utf_8(stream), "utf-8", errors="surrogateescape", newline="")
    table = RowReader(text, delimiter, escape)
    rows = table.rows()
    header = next((row for row in rows if not is_above_header(row)), None)
    if not isinstance(header, Row):
        raise Unreadable("no header with the names of fields in the first line", 1)
    names = [cell.strip() for cell in header.cells]
    table.width = len(names)
    reader = FieldReader(options.mapping)
    refuse_without_columns(names, reader.finder)
    for row in rows:
        if isinstance(row, Rejection):
            yield row
        elif any(cell and not cell.isspace() for cell in row.cells):
            yield from read_row(row, names, reader)


def refuse_without_columns(names: list[str], finder: FieldFinder) -> None:
    """Say once what else would be said of each row. Raises Unreadable."""
    if missing := [ours for ours in TEXTUAL if not finder.has_field(dict.fromkeys(names, ""), ours)]:
        reason = f"no column for the {' and the '.join(missing)} among: {shown(', '.join(names))}; --map names it"
        raise Unreadable(reason, 1)


def is_above_header(row: Row | Rejection) -> bool:
    return isinstance(row, Row) and stands_above_header("".join(row.cells))


def is_utf_8(row: Row) -> bool:
    """Whether all bytes of a row were letters; those that were not are halves of characters, which nothing writes."""
    try:
        "".join(row.cells).encode()
    except UnicodeEncodeError:
        return False
    return True


def read_row(row: Row, names: list[str], reader: FieldReader) -> Iterator[Read]:
    if not is_utf_8(row):
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
