"""A disk on which everything stops at a chosen operation, as it does for a process that is killed there."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_CHANGING = os.O_WRONLY | os.O_RDWR
_OPERATIONS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree")


class Killed(BaseException):
    """No code of ours may catch this."""


class _Disk:
    """Counts what is done to the files of a folder; from one of them on nothing is done any more."""

    def __init__(self, folder: Path, stops_at: int | None):
        self.folder = str(folder)
        self.stops_at = stops_at
        self.done = 0
        self.unsynced: set[str] = set()

    def saw(self, event: str, arguments: tuple) -> None:
        if event == "open":
            path, _, flags = arguments
            is_change = isinstance(flags, int) and flags & _CHANGING
        else:
            path, is_change = arguments[0], event in _OPERATIONS
        if not is_change or not isinstance(path, (str, os.PathLike)) or not str(path).startswith(self.folder):
            return
        self.do()
        if event == "open" and not str(path).endswith("lock"):
            self.unsynced.add(str(path))
        if event == "os.rename" and str(path) in self.unsynced:
            self.unsynced.remove(str(path))
            self.unsynced.add(str(arguments[1]))

    def do(self) -> None:
        self.done += 1
        if self.stops_at is not None and self.done >= self.stops_at:
            raise Killed


_disk: _Disk | None = None


def _hook(event: str, arguments: tuple) -> None:
    if _disk is not None:
        _disk.saw(event, arguments)


@contextmanager
def disk(folder: Path, stops_at: int | None = None, loses_power: bool = False) -> Iterator[_Disk]:
    """While this lasts, the operations on files below `folder` are counted, or stop at one of them.

    Where power is lost, files that were not forced to the disk are empty afterwards.
    """
    global _disk  # noqa: PLW0603 - an audit hook cannot be taken away again
    _install()
    watched = _Disk(folder, stops_at)
    fsync = os.fsync

    def counted(descriptor: int) -> None:
        watched.do()
        watched.unsynced.discard(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    _disk = watched
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "fsync", counted)
            yield watched
    finally:
        _disk = None
        if loses_power:
            for path in map(Path, watched.unsynced):
                # Not in place: a mapping of it would end this process.
                path.unlink(missing_ok=True)
                if path.parent.exists():
                    path.write_bytes(b"")


_installed = False


def _install() -> None:
    global _installed  # noqa: PLW0603
    if not _installed:
        _installed = True
        sys.addaudithook(_hook)
