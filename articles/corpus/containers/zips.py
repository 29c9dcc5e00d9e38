"""The members of a zip archive, and of a WACZ, which is a zip with crawls in its folder `archive/`."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from articles.corpus.containers.budget import LARGEST_MEMBER, Budget, Piece, Stream
from articles.corpus.containers.found import Found, PassedOver, Refused, inner_name, is_passed_over
from articles.corpus.containers.inflating import Compression, Deflate, Inflated, Zstandard
from articles.corpus.containers.zip_directory import LOCAL, ZipDirectory, ZipEntry
from articles.corpus.formats.interface import HEAD, Member, Unreadable

MAGICS = (b"PK\x03\x04", b"PK\x05\x06")  # of an archive with members, and of an empty one

STORED = 0
METHODS = {
    8: Compression("zip", (), lambda: Deflate(-zlib.MAX_WBITS)),
    12: Compression("zip (bzip2)", (), bz2.BZ2Decompressor),
    93: Compression("zip (Zstandard)", (), Zstandard),
    95: Compression("zip (xz)", (), lzma.LZMADecompressor),
}
WACZ_SIGN, WACZ_CRAWLS = "datapackage.json", "archive/"


def members(path: Path, name: str, budget: Budget, plain: Callable) -> Iterator[Found]:
    """The members in the directory's order. Raises Unreadable where the directory is damaged."""
    with path.open("rb") as file:
        directory = ZipDirectory(file)
        is_wacz = holds_crawls(directory)
        for entry in directory.entries():
            shown = inner_name(name, entry.name)
            is_beside = is_wacz and not entry.name.startswith(WACZ_CRAWLS)
            if is_beside or not entry.is_file or is_passed_over(entry.name):
                yield PassedOver(shown)
            elif reason := reason_against(entry, directory):
                yield Refused(shown, reason)
            else:
                layers = 0 if entry.method == STORED else 1
                yield Member(shown, partial(plain, partial(opened, path, entry, budget), budget, layers))


def holds_crawls(directory: ZipDirectory) -> bool:
    """Whether this is a WACZ (1.1.1): a data package that has crawls."""
    signs = {WACZ_SIGN: False, WACZ_CRAWLS: False}
    for entry in directory.entries():
        signs[WACZ_SIGN] |= entry.name == WACZ_SIGN
        signs[WACZ_CRAWLS] |= entry.name.startswith(WACZ_CRAWLS) and ".warc" in entry.name
    return all(signs.values())


def reason_against(entry: ZipEntry, directory: ZipDirectory) -> str | None:
    if entry.is_encrypted:
        return "encrypted; unpack it with its password first"
    if entry.method != STORED and entry.method not in METHODS:
        return f"compressed in a way that is not read here (method {entry.method} of zip)"
    if entry.plain > LARGEST_MEMBER:
        return f"more than {LARGEST_MEMBER:,} bytes when unpacked"
    if directory.shares_bytes(entry):
        return "shares its bytes with another member, as only bombs and damaged archives do"
    return None


def opened(path: Path, entry: ZipEntry, budget: Budget) -> BinaryIO:
    """The plain bytes of a member, whose sum is checked at its end. Raises Unreadable or OSError."""
    file = path.open("rb")
    file.seek(entry.start)
    header = file.read(LOCAL.size)
    if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
        file.close()
        raise Unreadable("damaged: the archive has no such member where its directory says")
    *_, name_size, extra_size = LOCAL.unpack(header)
    data: Stream = Piece(file, budget, entry.start + LOCAL.size + name_size + extra_size, entry.stored)
    if entry.method != STORED:
        data = Inflated(io.BufferedReader(data, HEAD), METHODS[entry.method], budget, single=True)
    return io.BufferedReader(Checked(data, entry), HEAD)


class Checked(Stream):
    """Bytes that must have, when all are read, the length and the sum (CRC-32) that the directory promises."""

    def __init__(self, data: Stream, entry: ZipEntry):
        self.data, self.entry = data, entry
        self.size = self.crc = 0

    def more(self, size: int) -> bytes:
        data = self.data.more(size)
        self.size += len(data)
        self.crc = zlib.crc32(data, self.crc)
        if self.size > self.entry.plain:
            raise Unreadable("damaged: longer than the archive's directory says")
        if not data and (self.size, self.crc) != (self.entry.plain, self.entry.crc):
            raise Unreadable("damaged: not what was stored (the checksum differs)")
        return data

    def close(self) -> None:
        self.data.close()
        super().close()
