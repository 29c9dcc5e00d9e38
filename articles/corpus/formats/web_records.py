"""The records of a WARC file, framed so that one damaged record costs no other.

warcio reads what is in a record. Between records it stops at the first damage, so the search for the next one is here.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.corpus.formats.interface import CutShort, Unreadable

LARGEST_RECORD = 20 * 1024 * 1024  # bytes
_LONGEST_HEADER = 256 * 1024  # bytes of one record's header
_LONGEST_LINE = 64 * 1024
_CHUNK = 256 * 1024
_OVERLAP = 256  # bytes: the end of one chunk and the beginning of the next may hold a record's first lines

CUT_SHORT = "cut short, or its length is false"
TOO_LARGE = f"larger than {LARGEST_RECORD:,} bytes"

_VERSION = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n?\Z")
_BEGINNING = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n[A-Za-z-]{1,60}:")
_NEXT = re.compile(rb"\n(?=" + _BEGINNING.pattern + rb")")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.I | re.M)


@dataclass(frozen=True)
class RawRecord:
    """A whole record as it stands, or what is wrong with it. `offset` is in the plain bytes, `number` from 1."""

    number: int
    offset: int
    data: bytes
    damage: str | None = None


def read_records(stream: BinaryIO) -> Iterator[RawRecord]:
    """Every record in order; raises `Unreadable` where a compressed stream is broken."""
    source = _Source(stream)
    number = 0
    while (line := source.line()) is not None:
        if not line.strip():
            continue
        number += 1
        offset = source.offset - len(line)
        if _VERSION.match(line):
            yield _record(source, number, offset, line)
        else:
            source.seek_record()
            yield RawRecord(number, offset, b"", "no record begins here")


def _record(source: "_Source", number: int, offset: int, version: bytes) -> RawRecord:
    header = bytearray(version)
    while (line := source.line()) is not None and line.strip():
        header += line
        if len(header) > _LONGEST_HEADER:
            source.seek_record()
            return RawRecord(number, offset, b"", "a header without an end")
    found = _LENGTH.search(header)
    if line is None or not found:
        source.seek_record()
        return RawRecord(
            number, offset, b"", "cut short in its header" if line is None else "a header without a length"
        )
    return _body(source, number, offset, bytes(header) + line, int(found[1]))


def _body(source: "_Source", number: int, offset: int, header: bytes, length: int) -> RawRecord:
    if length > LARGEST_RECORD:
        missing = source.skip(length)
        return RawRecord(number, offset, b"", CUT_SHORT if missing else TOO_LARGE)
    if source.ends_record(length):
        return RawRecord(number, offset, header + source.take(length))
    source.seek_record()
    return RawRecord(number, offset, b"", CUT_SHORT)


class _Source:
    """A stream that counts its bytes, and looks ahead without taking."""

    def __init__(self, stream: BinaryIO):
        self._stream = stream
        self._held = bytearray()
        self.offset = 0
        if self._hold(2) and self._held.startswith(b"\x1f\x8b"):
            self._stream, self._held = gzip.GzipFile(fileobj=_Joined(bytes(self._held), stream)), bytearray()

    def line(self) -> bytes | None:
        """The next line with its end, or the beginning of one that is too long; None at the end of the stream."""
        while (end := self._held.find(b"\n", 0, _LONGEST_LINE)) < 0 and self._hold(
            min(len(self._held) + 1, _LONGEST_LINE)
        ):
            if len(self._held) >= _LONGEST_LINE:
                break
        return self.take(end + 1 if end >= 0 else min(len(self._held), _LONGEST_LINE)) or None

    def skip(self, size: int) -> int:
        """Pass over so many bytes; gives how many of them were missing."""
        while size and self._hold(1):
            size -= len(self.take(min(size, len(self._held))))
        return size

    def ends_record(self, length: int) -> bool:
        """Whether a record that has so many bytes to go may end there: nothing follows, or an empty line."""
        self._hold(length + 64)
        after = self._held[length : length + 64]
        return len(self._held) >= length and (after.startswith((b"\r\n", b"\n", b"WARC/")) or not after.strip())

    def seek_record(self) -> None:
        """Go to where the next record begins, or to the end. A line begins here, and may be the record's."""
        self._hold(_OVERLAP)
        if _BEGINNING.match(self._held):
            return
        while not (found := _NEXT.search(self._held)):
            self.take(max(0, len(self._held) - _OVERLAP))
            if not self._hold(_OVERLAP + 1):
                self.take(len(self._held))
                return
        self.take(found.end())

    def take(self, size: int) -> bytes:
        taken = bytes(self._held[:size])
        del self._held[:size]
        self.offset += len(taken)
        return taken

    def _hold(self, size: int) -> bool:
        """Have so many bytes at hand, if the stream has them."""
        while len(self._held) < size:
            try:
                more = self._stream.read1(_CHUNK)
            except CutShort as error:
                raise Unreadable(f"{error.reason}, after {self.offset:,} bytes") from None
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise Unreadable(f"broken compression after {self.offset + len(self._held):,} bytes: {error}") from None
            if not more:
                return False
            self._held += more
        return True


class _Joined:
    """A stream whose first bytes have been read already."""

    def __init__(self, first: bytes, stream: BinaryIO):
        self._first, self._stream = first, stream

    def read(self, size: int = -1) -> bytes:
        if not self._first:
            return self._stream.read(size)
        taken, self._first = (self._first, b"") if size < 0 else (self._first[:size], self._first[size:])
        return taken
