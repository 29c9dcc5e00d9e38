"""The records of a WARC file, framed so that one damaged record costs no other.

warcio reads what is in a record. Between records it stops at the first damage, so the search for the next one is here.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.corpus.formats.interface import Unreadable

LARGEST_RECORD = 20 * 1024 * 1024  # bytes
_LONGEST_HEADER = 256 * 1024  # bytes of one record's header
_LONGEST_LINE = 64 * 1024
_CHUNK = 1024 * 1024

_VERSION = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n?\Z")
_NEXT = re.compile(rb"\r?\n(?=WARC/[01]\.\d{1,2}\r?\n[A-Za-z-]{1,60}:)")
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
    header = [version]
    size = len(version)
    while (line := source.line()) is not None and line.strip():
        header.append(line)
        size += len(line)
        if size > _LONGEST_HEADER or _VERSION.match(line):
            source.put_back(line)
            source.seek_record()
            return RawRecord(number, offset, b"", "a header without an end")
    found = _LENGTH.search(b"".join(header))
    if line is None or not found:
        source.seek_record()
        return RawRecord(number, offset, b"", "a header without a length" if line else "cut short in its header")
    return _body(source, number, offset, b"".join(header) + line, int(found[1]))


def _body(source: "_Source", number: int, offset: int, header: bytes, length: int) -> RawRecord:
    if length > LARGEST_RECORD:
        missing = source.skip(length)
        return RawRecord(number, offset, header, "cut short" if missing else f"larger than {LARGEST_RECORD:,} bytes")
    body = source.read(length)
    if len(body) == length and source.at_border():
        return RawRecord(number, offset, header + body)
    source.put_back(body)
    source.seek_record()
    return RawRecord(number, offset, header, "cut short, or its length is false")


class _Source:
    """A stream that counts its bytes and takes some back."""

    def __init__(self, stream: BinaryIO):
        self._stream = stream
        self._held = b""
        self.offset = 0
        self._fill()
        if self._held.startswith(b"\x1f\x8b"):
            self._stream, self._held = gzip.GzipFile(fileobj=_Joined(self._held, stream)), b""

    def line(self) -> bytes | None:
        """The next line with its end, or the beginning of one that is too long; None at the end of the stream."""
        while (end := self._held.find(b"\n")) < 0 and len(self._held) < _LONGEST_LINE and self._fill():
            pass
        return self._take(min(end + 1 if end >= 0 else len(self._held), _LONGEST_LINE)) or None

    def read(self, size: int) -> bytes:
        while len(self._held) < size and self._fill():
            pass
        return self._take(size)

    def skip(self, size: int) -> int:
        """Pass over so many bytes; gives how many of them were missing."""
        while size and (self._held or self._fill()):
            size -= len(self._take(min(size, len(self._held))))
        return size

    def put_back(self, data: bytes) -> None:
        self._held = data + self._held
        self.offset -= len(data)

    def at_border(self) -> bool:
        """Whether a record may end here: at the end of the stream, or before an empty line or another record."""
        while len(self._held) < 64 and self._fill():
            pass
        return (
            not self._held
            or self._held.startswith((b"\r\n\r\n", b"\n\n", b"\r\nWARC/", b"\nWARC/", b"WARC/"))
            or not (self._held.strip())
        )

    def seek_record(self) -> None:
        """Go to where the next record begins, or to the end."""
        while not (found := _NEXT.search(self._held)):
            self._take(max(0, len(self._held) - 128))
            if not self._fill():
                self._take(len(self._held))
                return
        self._take(found.end())

    def _take(self, size: int) -> bytes:
        taken, self._held = self._held[:size], self._held[size:]
        self.offset += len(taken)
        return taken

    def _fill(self) -> bool:
        try:
            more = self._stream.read(_CHUNK)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise Unreadable(
                f"broken compression after byte {self.offset + len(self._held):,} of the text: {error}"
            ) from None
        self._held += more
        return bool(more)


class _Joined:
    """A stream whose first bytes have been read already."""

    def __init__(self, first: bytes, stream: BinaryIO):
        self._first, self._stream = first, stream

    def read(self, size: int = -1) -> bytes:
        if not self._first:
            return self._stream.read(size)
        taken, self._first = (self._first, b"") if size < 0 else (self._first[:size], self._first[size:])
        return taken
