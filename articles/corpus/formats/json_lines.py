"""JSON Lines: one object a line, one article an object. One line is held at a time, and none that is too long."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.encodings import as_utf_8, utf_8_head
from articles.corpus.formats.interface import Format, Options, Read, Unreadable
from articles.corpus.formats.json_records import LONGEST_RECORD, RecordReader, wraps_several
from articles.corpus.formats.json_scanning import is_wrapper

PIECE = 2**16  # bytes of a line too long that are held at once
SEPARATOR = b"\x1e"  # before each record of a JSON text sequence (RFC 7464), which is JSON Lines else


def recognises(head: bytes, name: str) -> bool:
    """Whether the first line is a whole object by itself, or begins one where the head ends before the line does."""
    text = utf_8_head(head).lstrip().removeprefix(SEPARATOR)
    line, end, following = text.partition(b"\n")
    if not line.startswith(b"{") or is_wrapper(line):
        return False
    if not end and len(head) >= PIECE:
        return True
    try:
        value = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        # A first line that is damaged makes the others no other format.
        return (
            bool(end) and line.rstrip().endswith(b"}") and following.lstrip().removeprefix(SEPARATOR).startswith(b"{")
        )
    return not wraps_several(value)


def read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    reader = RecordReader(options, is_in_lines=True)
    number = 0
    try:
        for number, line in enumerate(lines(as_utf_8(stream)), start=1):
            if line is None or line.strip():
                yield from reader.read(line and line.removeprefix(codecs.BOM_UTF8).removeprefix(SEPARATOR), number)
    except Unreadable as error:
        raise Unreadable(error.reason, number + 1) from None


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line, None for one that is too long, which is read to its end piece by piece."""
    while line := stream.readline(LONGEST_RECORD + 1):
        if len(line) <= LONGEST_RECORD or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(PIECE)
        yield None


JSON_LINES = Format("jsonl", recognises, read)
