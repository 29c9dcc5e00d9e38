"""The directory at the end of a zip archive (APPNOTE 6.3.10), read entry by entry, so that a million of them fit.

Python's zipfile holds an object for each entry, a gigabyte for a million, and reads members that share their bytes.
"""

import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.corpus.formats.interface import Unreadable

MOST_ENTRIES = 2_000_000
LARGEST_COMMENT = 65_535

END = struct.Struct("<4s4H2LH")
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")
ENTRY = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")

ZIP_64 = 0x0001  # the extra field that holds what 32 bits cannot
FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """A member: its name, how and how large it is stored, and where its own header stands in the file."""

    name: str
    flags: int
    method: int
    crc: int
    stored: int
    plain: int
    start: int
    mode: int  # the upper half is of Unix, where a Unix wrote it

    @property
    def is_encrypted(self) -> bool:
        return bool(self.flags & 0x1)

    @property
    def is_file(self) -> bool:
        """Neither a folder nor a link or device of Unix."""
        kind = (self.mode >> 16) & 0o170000
        return not self.name.endswith("/") and kind in (0, 0o100000)


class ZipDirectory:
    """Where a zip archive's directory begins and how many entries it has. Raises Unreadable."""

    def __init__(self, file: BinaryIO):
        self.file = file
        end, fields = self.find_end()
        self.count, self.size, self.begin = fields
        # Data may stand before the archive, as in those that unpack themselves; then all places are off by as much.
        self.shift = end - self.size - self.begin
        if self.shift < 0:
            raise Unreadable("a damaged zip archive: its directory is larger than the file")
        if self.count > MOST_ENTRIES:
            raise Unreadable(f"an archive of more than {MOST_ENTRIES:,} files; divide it")
        self.starts = array("Q", sorted(entry.start for entry in self.entries()))

    def find_end(self) -> tuple[int, tuple[int, int, int]]:
        """The place where the directory ends, and its entries, size and place as the record there says."""
        length = self.file.seek(0, 2)
        tail_at = max(0, length - END.size - LARGEST_COMMENT)
        self.file.seek(tail_at)
        tail = self.file.read()
        found = tail.rfind(b"PK\x05\x06")
        if found < 0 or len(tail) - found < END.size:
            raise Unreadable("cut short or damaged: the zip archive has no directory at its end")
        _, disk, first_disk, _, count, size, begin, _ = END.unpack_from(tail, found)
        if disk != first_disk:
            raise Unreadable("one part of a zip archive in several files; join them first")
        if count == FULL_16 or FULL_32 in (size, begin):
            return self.find_end_64(tail_at + found) or (tail_at + found, (count, size, begin))
        return tail_at + found, (count, size, begin)

    def find_end_64(self, end: int) -> tuple[int, tuple[int, int, int]] | None:
        """The same of a large archive; the record stands right before its locator."""
        at = end - LOCATOR_64.size - END_64.size
        if at < 0:
            return None
        self.file.seek(at)
        data = self.file.read(END_64.size + LOCATOR_64.size)
        if not data.startswith(b"PK\x06\x06") or data[END_64.size : END_64.size + 4] != b"PK\x06\x07":
            return None
        _, _, _, _, _, _, _, count, size, begin = END_64.unpack_from(data)
        return at, (count, size, begin)

    def entries(self) -> Iterator[ZipEntry]:
        """The entries in the directory's order. Raises Unreadable where it is damaged."""
        self.file.seek(self.begin + self.shift)
        for number in range(self.count):
            entry = self.next_entry()
            if entry is None:
                raise Unreadable(f"a damaged zip archive: its directory breaks off after {number:,} entries")
            yield entry

    def next_entry(self) -> ZipEntry | None:
        data = self.file.read(ENTRY.size)
        if len(data) < ENTRY.size or not data.startswith(b"PK\x01\x02"):
            return None
        fields = ENTRY.unpack(data)
        _, _, _, flags, method, _, _, crc, stored, plain, name_size, extra_size, comment_size, _, _, mode, start = (
            fields
        )
        name = self.file.read(name_size)
        extra = self.file.read(extra_size)
        self.file.seek(comment_size, 1)
        stored, plain, start = large(extra, plain, stored, start)
        return ZipEntry(decoded(name), flags, method, crc, stored, plain, start + self.shift, mode)

    def shares_bytes(self, entry: ZipEntry) -> bool:
        """Whether another member begins where this one does or before it ends."""
        place = bisect_left(self.starts, entry.start)
        after = bisect_right(self.starts, entry.start, lo=place)
        end = entry.start + LOCAL.size + entry.stored
        return after - place > 1 or (after < len(self.starts) and self.starts[after] < end)


def large(extra: bytes, plain: int, stored: int, start: int) -> tuple[int, int, int]:
    """Stored size, plain size and place, from the extra field for those that 32 bits cannot hold."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, place)
        if kind == ZIP_64:
            values = iter(struct.unpack_from(f"<{min(size, len(extra) - place - 4) // 8}Q", extra, place + 4))
            plain = next(values, plain) if plain == FULL_32 else plain
            stored = next(values, stored) if stored == FULL_32 else stored
            start = next(values, start) if start == FULL_32 else start
            break
        place += 4 + size
    return stored, plain, start


def decoded(name: bytes) -> str:
    """A member's name: UTF-8 whether or not its flag says so, else the code page of the first PCs, as ever.

    Windows writes reversed slashes here and there.
    """
    try:
        text = name.decode("utf-8")
    except UnicodeDecodeError:
        text = name.decode("cp437")
    return text.replace("\\", "/")
