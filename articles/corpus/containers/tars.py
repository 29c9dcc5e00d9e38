"""Tar archives, read from the front to the end: plain ones and those behind a compression alike.

The headers of POSIX.1-2001 (pax), POSIX.1-1988 (ustar) and GNU tar. Python's tarfile reads them too, but takes a
damaged header for the end of the archive, and holds whatever size an extended header claims.
"""

import io
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.corpus.containers.budget import Stream
from articles.corpus.containers.found import Found, PassedOver, Refused, inner_name, is_passed_over
from articles.corpus.formats.interface import HEAD, CutShort, Member, Unreadable

BLOCK = tarfile.BLOCKSIZE
LARGEST_EXTENSION = 2**20  # bytes of a long name or of pax records
SKIPPED_AT_ONCE = 2**16
EXTENSIONS = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME)
PASSED_EXTENSIONS = (tarfile.XGLTYPE, tarfile.GNUTYPE_LONGLINK)
FILES = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)


@dataclass(frozen=True)
class Entry:
    """A header: the full name, the kind (tarfile's letter), and how many bytes follow."""

    name: str
    kind: bytes
    size: int


def is_tar(head: bytes) -> bool:
    """Whether the first block is a header with the right sum, which chance makes once in many thousand files."""
    if len(head) < BLOCK or not head[0]:
        return False
    try:
        tarfile.TarInfo.frombuf(head[:BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def members(open_archive: Callable[[], BinaryIO], name: str, plain: Callable) -> Iterator[Found]:
    """The members in order; `plain` takes the compressions off one. Raises Unreadable where the archive is damaged."""
    with Walk(open_archive()) as walk:
        for entry in walk.entries():
            shown = inner_name(name, entry.name)
            if entry.kind == tarfile.GNUTYPE_SPARSE:
                yield Refused(shown, "stored with holes (a sparse file), which is not read here")
            elif entry.kind not in FILES or is_passed_over(entry.name):
                yield PassedOver(shown)
            else:
                yield Member(shown, Opening(walk, walk.count, open_archive, plain))


class Walk:
    """A way through an archive, which stands at one entry at a time: the `count`-th, its bytes not yet given."""

    def __init__(self, archive: BinaryIO):
        self.archive = archive
        self.count = 0
        self.content: Content | None = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.archive.close()

    def entries(self) -> Iterator[Entry]:
        """Every entry; what is left of one is skipped when the next is asked for."""
        while entry := self.next_entry():
            self.count += 1
            self.content = Content(self.archive, entry.size)
            yield entry
            self.content.skip()
            self.skip_padding(entry.size)

    def next_entry(self) -> Entry | None:
        """Read headers up to that of an entry; what extended headers say goes before what it says itself."""
        said: dict[str, str] = {}
        while True:
            block = self.exactly(BLOCK)
            if not block.strip(b"\x00"):
                return None
            try:
                header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
            except tarfile.HeaderError as error:
                raise Unreadable(f"a damaged header after {self.count:,} entries of the archive: {error}") from None
            if header.type in EXTENSIONS:
                said |= extension(header.type, self.extension_bytes(header.size))
            elif header.type in PASSED_EXTENSIONS:
                self.extension_bytes(header.size)
            else:
                if header.type == tarfile.GNUTYPE_SPARSE:
                    self.skip_map_of_holes(block)
                return entry_of(header, said)

    def extension_bytes(self, size: int) -> bytes:
        if not 0 <= size <= LARGEST_EXTENSION:
            raise Unreadable(f"a damaged archive: an extended header of {size:,} bytes after {self.count:,} entries")
        data = self.exactly(size)
        self.skip_padding(size)
        return data

    def skip_map_of_holes(self, block: bytes) -> None:
        """The map may go on in further blocks; in the header and in each of those a byte says whether it does."""
        goes_on = block[482]
        while goes_on:
            goes_on = self.exactly(BLOCK)[504]

    def skip_padding(self, size: int) -> None:
        self.exactly(-size % BLOCK)

    def exactly(self, size: int) -> bytes:
        data = self.archive.read(size)
        if len(data) < size:
            raise Unreadable(f"cut short: the archive ends after {self.count:,} entries without its end mark")
        return data


def entry_of(header: tarfile.TarInfo, said: dict[str, str]) -> Entry:
    """An entry; an old archive marks a folder by the slash at the end of its name."""
    name = said.get("path", header.name)
    size = said.get("size", header.size)
    try:
        size = int(size)
    except ValueError:
        size = -1
    if size < 0:
        raise Unreadable("a damaged archive: an entry of less than no bytes")
    kind = tarfile.DIRTYPE if header.type == tarfile.AREGTYPE and name.endswith("/") else header.type
    return Entry(name, kind, size if kind in (*FILES, tarfile.GNUTYPE_SPARSE) else 0)


def extension(kind: bytes, data: bytes) -> dict[str, str]:
    """What an extended header says of the next entry: a long name, or records such as `30 path=...`."""
    if kind == tarfile.GNUTYPE_LONGNAME:
        return {"path": data.rstrip(b"\x00").decode("utf-8", "surrogateescape")}
    said = {}
    place = 0
    while place < len(data) and data[place]:
        length, space, _ = data[place : place + 20].partition(b" ")
        if not space or not length.isdigit() or not int(length):
            raise Unreadable("a damaged archive: an extended header that makes no sense")
        record = data[place + len(length) + 1 : place + int(length)]
        key, _, value = record.rstrip(b"\n").partition(b"=")
        said[key.decode("utf-8", "replace")] = value.decode("utf-8", "surrogateescape")
        place += int(length)
    return {key: said[key] for key in ("path", "size") if key in said}


class Content(Stream):
    """The bytes of one entry, as long as the walk stands at it; to close it leaves the archive open."""

    def __init__(self, archive: BinaryIO, size: int):
        self.archive, self.left = archive, size
        self.untouched = True

    def more(self, size: int) -> bytes:
        self.untouched = False
        data = self.archive.read1(min(size, self.left)) if self.left else b""
        if self.left and not data:
            raise CutShort("cut short: the archive ends before this member does")
        self.left -= len(data)
        return data

    def skip(self) -> None:
        """Read what is left, whether or not the stream was closed; then nothing is left for who still has it."""
        while self.left:
            self.more(min(SKIPPED_AT_ONCE, self.left))


class Opening:
    """Opens the `number`-th entry: at once where the walk stands at it and nobody read it, else by a new walk."""

    def __init__(self, walk: Walk, number: int, open_archive: Callable[[], BinaryIO], plain: Callable):
        self.walk, self.number, self.open_archive, self.plain = walk, number, open_archive, plain

    def __call__(self) -> BinaryIO:
        return self.plain(self.stored)

    def stored(self) -> BinaryIO:
        if self.walk.count == self.number and self.walk.content.untouched:
            return io.BufferedReader(self.walk.content, HEAD)
        walk = Walk(self.open_archive())
        for _ in walk.entries():
            if walk.count == self.number:
                return io.BufferedReader(OwnWalk(walk), HEAD)
        raise Unreadable("the archive changed while it was read")


class OwnWalk(Stream):
    """An entry with a walk of its own, which ends with it."""

    def __init__(self, walk: Walk):
        self.walk = walk

    def more(self, size: int) -> bytes:
        return self.walk.content.more(size)

    def close(self) -> None:
        self.walk.archive.close()
        super().close()
