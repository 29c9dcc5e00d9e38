"""Compressed streams, known by their first bytes: gzip, bzip2, xz and Zstandard, each perhaps of several parts."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import zstandard

from articles.corpus.containers.budget import Budget, Stream
from articles.corpus.formats.interface import HEAD, CutShort, Unreadable

CHUNK = 65_536  # bytes that are stored
PIECE = (
    8192  # bytes fed at once; what is left over of it is copied at the end of each part, of which some have millions
)
LONGEST_MAGIC = 6
MOST_MEMORY = 128 * 2**20  # for the window of xz (-9 takes 65 MB) and of Zstandard (--long=27)
ZSTD_PIECE = 1024  # bytes; the worst of them give 32 MB at once, for its decoder cannot be told where to stop

DAMAGES = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, zstandard.ZstdError)


class Deflate:
    """zlib's decoder in the manner of those of bz2 and lzma. `wbits` is 31 for gzip, -15 for what zip holds."""

    def __init__(self, wbits: int):
        self._decoder = zlib.decompressobj(wbits)

    @property
    def needs_input(self) -> bool:
        return not self._decoder.unconsumed_tail

    @property
    def eof(self) -> bool:
        return self._decoder.eof

    @property
    def unused_data(self) -> bytes:
        return self._decoder.unused_data

    def decompress(self, data: bytes, most: int) -> bytes:
        return self._decoder.decompress(self._decoder.unconsumed_tail + data, most)


class Zstandard:
    """Zstandard's decoder in the same manner, fed in small pieces."""

    def __init__(self):
        self._decoder = zstandard.ZstdDecompressor(max_window_size=MOST_MEMORY).decompressobj()
        self._waiting = memoryview(b"")
        self._ready = b""

    @property
    def needs_input(self) -> bool:
        return not self._waiting and not self._ready

    @property
    def eof(self) -> bool:
        return self._decoder.eof and not self._ready

    @property
    def unused_data(self) -> bytes:
        return self._decoder.unused_data + bytes(self._waiting)

    def decompress(self, data: bytes, most: int) -> bytes:
        if data:
            self._waiting = memoryview(data)
        while not self._ready and self._waiting and not self._decoder.eof:
            piece, self._waiting = self._waiting[:ZSTD_PIECE], self._waiting[ZSTD_PIECE:]
            self._ready = self._decoder.decompress(piece)
        given, self._ready = self._ready[:most], self._ready[most:]
        return given


@dataclass(frozen=True)
class Compression:
    """How a compression is known, and its decoder; `pads` whether zeros may stand after a part."""

    name: str
    magics: tuple[bytes, ...]
    decoder: Callable[[], object]
    pads: bool = False


COMPRESSIONS = (
    Compression("gzip", (b"\x1f\x8b\x08",), lambda: Deflate(31), pads=True),
    Compression("bzip2", tuple(b"BZh%d" % level for level in range(1, 10)), bz2.BZ2Decompressor),
    Compression("xz", (b"\xfd7zXZ\x00",), lambda: lzma.LZMADecompressor(memlimit=MOST_MEMORY), pads=True),
    Compression(
        "Zstandard",
        (b"\x28\xb5\x2f\xfd", *(bytes([low]) + b"\x2a\x4d\x18" for low in range(0x50, 0x60))),
        Zstandard,
    ),
)


def compression_of(head: bytes) -> Compression | None:
    return next((known for known in COMPRESSIONS if head.startswith(known.magics)), None)


def inflated(source: BinaryIO, compression: Compression, budget: Budget) -> BinaryIO:
    """The plain stream behind a compressed one."""
    return io.BufferedReader(Inflated(source, compression, budget), HEAD)


class Inflated(Stream):
    """The plain bytes of `source`, part after part. Damage and bombs raise Unreadable, when they are reached."""

    def __init__(self, source: BinaryIO, compression: Compression, budget: Budget, single: bool = False):
        self.source, self.compression, self.budget, self.single = source, compression, budget, single
        self.decoder = compression.decoder()
        self.buffer = b""
        self.at = 0
        self.given = 0

    def more(self, size: int) -> bytes:
        try:
            data = self.inflate(size)
        except MemoryError:
            raise Unreadable(f"{self.compression.name} that asks for too much memory to unpack") from None
        except DAMAGES as error:
            raise Unreadable(f"damaged {self.compression.name} data: {error}") from None
        self.given += len(data)
        self.budget.give(len(data), self.given)
        return data

    def inflate(self, size: int) -> bytes:
        while True:
            if self.decoder.eof and not self.next_part():
                return b""
            is_hungry = self.decoder.needs_input
            piece = self.next_piece() if is_hungry else b""
            data = self.decoder.decompress(piece, size)
            if self.decoder.eof:
                # What follows the end stands at the end of the piece that was fed last.
                self.at -= len(self.decoder.unused_data)
            if data:
                return data
            if is_hungry and not piece and not self.decoder.eof:
                raise CutShort(f"cut short: the {self.compression.name} data has no end")

    def next_piece(self) -> bytes:
        if self.at == len(self.buffer):
            self.buffer, self.at = self.source.read(CHUNK), 0
        start, self.at = self.at, min(self.at + PIECE, len(self.buffer))
        return self.buffer[start : self.at]

    def next_part(self) -> bool:
        """Go on to the next part of several, if there is one."""
        if self.single:
            return False
        while True:
            if len(self.buffer) - self.at < LONGEST_MAGIC:
                self.buffer, self.at = self.buffer[self.at :] + self.source.read(CHUNK), 0
            if not (self.compression.pads and self.buffer.startswith(b"\x00", self.at)):
                break
            self.at = len(self.buffer) - len(self.buffer[self.at :].lstrip(b"\x00"))
        if self.at == len(self.buffer):
            return False
        if not self.buffer.startswith(self.compression.magics, self.at):
            raise Unreadable(f"the {self.compression.name} data is followed by something else")
        self.decoder = self.compression.decoder()
        return True

    def close(self) -> None:
        self.source.close()
        super().close()
