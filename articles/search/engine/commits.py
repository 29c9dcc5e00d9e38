"""The states of an index in its folder: Whoosh's table of contents, which is replaced in one step, and its segments.

_MAIN_7.toc         the schema and the segments after the seventh commit
MAIN_x1y2.arrays    a segment
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import TOC

from articles.search.engine.codec import EXTENSION, ArraySegment

# Whoosh's own name for the one index of a folder.
INDEX_NAME = "MAIN"
_CONTENTS: re.Pattern[str] = TOC._pattern(INDEX_NAME)
# A table of contents whose writer died before it had its name.
_BEGUN = re.compile(rf"_{INDEX_NAME}_[0-9]+\.toc\.")


def commit_number(folder: Path) -> int:
    """Of the newest commit; FileNotFoundError if there is none."""
    numbers = [int(match.group(1)) for file in folder.iterdir() if (match := _CONTENTS.match(file.name))]
    if not numbers:
        raise FileNotFoundError(2, "There is no table of contents", str(folder))
    return max(numbers)


def read_commit(folder: Path, number: int) -> TOC:
    """Whatever is damaged in it raises an error of some kind."""
    contents = TOC.read(_ReadWhole(str(folder)), INDEX_NAME, number)
    for segment in contents.segments:
        if not isinstance(segment, ArraySegment):
            raise TypeError(f"not a segment of this engine: {type(segment).__name__}")
    return contents


def write_commit(folder: Path, schema: Schema, segments: Sequence[ArraySegment], number: int) -> None:
    """The segments' files are on the disk before the table that names them is, and that is when this returns."""
    for segment in segments:
        _sync(segment.path(folder))
    TOC(schema, list(segments), number).write(_Durable(str(folder)), INDEX_NAME)
    _sync(folder)


def remove_others(folder: Path, segments: Sequence[ArraySegment], number: int) -> None:
    """Take away what neither this commit nor the one before it needs: a reader may be about to open that."""
    kept = {segment.path(folder).name for segment in segments}
    with suppress(Exception):
        kept |= {segment.path(folder).name for segment in read_commit(folder, number - 1).segments}
    for file in _files(folder):
        match = _CONTENTS.match(file.name)
        is_part = file.suffix == EXTENSION or _BEGUN.match(file.name)
        if int(match.group(1)) < number - 1 if match else is_part and file.name not in kept:
            file.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[Path]:
    yield from list(folder.iterdir())


class _Durable(FileStorage):
    """A file has its name once its content is on the disk, so that not even a power cut leaves an empty one."""

    def rename_file(self, oldname, newname, safe=False):
        _sync(Path(self.folder) / oldname)
        super().rename_file(oldname, newname, safe)


class _ReadWhole(FileStorage):
    """For tables of contents: Whoosh leaves the file of a damaged one open."""

    def open_file(self, name, **kwargs):
        return BufferFile((Path(self.folder) / name).read_bytes(), name)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
