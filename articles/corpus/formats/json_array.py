"""JSON that is not in lines: a list of articles, an object that holds such a list, or one article alone.

Its lines say nothing, for a list may stand in one line; so the place of an article is its number in the file.
"""

from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.encodings import as_utf_8, utf_8_head
from articles.corpus.formats.interface import Format, Options, Read, Unreadable
from articles.corpus.formats.json_records import LONGEST_RECORD, RecordReader
from articles.corpus.formats.json_scanning import records


def recognises(head: bytes, name: str) -> bool:
    """Whether this begins like a list of objects, or like an object."""
    text = utf_8_head(head).lstrip()
    if text.startswith(b"["):
        return text[1:].lstrip()[:1] in (b"{", b"]")
    return text.startswith(b"{") and text[1:].lstrip()[:1] in (b'"', b"}")


def read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    reader = RecordReader(options)
    number = 0
    try:
        for data in records(as_utf_8(stream), LONGEST_RECORD):
            yield from reader.read(data, number + 1)
            number += reader.places
    except Unreadable as error:
        raise Unreadable(f"{error.reason}, after {number:,} records", error.line) from None


JSON = Format("json", recognises, read)
