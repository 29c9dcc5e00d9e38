"""The index on disk: generations side by side, the one in use named by a file, one writer at a time.

    index/CURRENT       the name of the generation in use, replaced in one step
    index/writer.lock   held by the one process that writes
    index/DAMAGED       put there by a search that could not read the index
    index/000007/       a generation: one Whoosh index, and FINGERPRINT: what it was built with

A reader that has a generation open keeps it, even when a newer one has taken its place and the files are unlinked.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from haystack.constants import DEFAULT_ALIAS

from articles.search.errors import IndexBusy, IndexUnavailable

CURRENT, LOCK, DAMAGED = "CURRENT", "writer.lock", "DAMAGED"
_LOCK_POLL = 0.05


def index_path(alias: str = DEFAULT_ALIAS) -> Path:
    """Where the settings have the index now: asked each time, so that a test can give each index its own folder."""
    return Path(settings.HAYSTACK_CONNECTIONS[alias]["PATH"])


def current_folder(path: Path) -> Path:
    """The generation in use, or IndexUnavailable."""
    try:
        name = (path / CURRENT).read_text("utf-8").strip()
    except FileNotFoundError:
        raise IndexUnavailable("The index has not been built yet.") from None
    except (OSError, UnicodeError) as error:
        raise IndexUnavailable(f"The index cannot be read: {error}") from error
    if not name.isdigit():
        raise IndexUnavailable(f"The file {CURRENT} of the index names no generation.")
    return path / name


def new_folder(path: Path) -> Path:
    """An empty folder for the next generation."""
    numbers = [int(folder.name) for folder in _generations(path)]
    folder = path / f"{max(numbers, default=0) + 1:06d}"
    folder.mkdir()
    return folder


def switch_to(folder: Path) -> None:
    """Put a finished generation in use, in one step; those before it and any left unfinished go."""
    path = folder.parent
    durable(folder)
    waiting = path / f"{CURRENT}.new"
    waiting.write_text(f"{folder.name}\n", "utf-8")
    _sync(waiting)
    waiting.replace(path / CURRENT)
    _sync(path)
    (path / DAMAGED).unlink(missing_ok=True)
    for other in _generations(path):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


def report_damage(path: Path) -> None:
    """Tell the writer that the index could not be read. Where that cannot be written it will find out by itself."""
    with suppress(OSError):
        (path / DAMAGED).touch()


def durable(folder: Path) -> None:
    """Have the system write a generation's files to the disk, so that what is deleted next cannot outlive them."""
    for file in folder.iterdir():
        if file.is_file():
            _sync(file)
    _sync(folder)


@contextmanager
def writer_lock(path: Path, wait: float) -> Iterator[None]:
    """Be the one writer. The kernel frees the lock of a process that dies. IndexBusy after `wait` seconds."""
    path.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + wait
    with (path / LOCK).open("w") as file:
        while not _locked(file):
            if time.monotonic() >= until:
                raise IndexBusy("Another process is writing the index.")
            time.sleep(_LOCK_POLL)
        yield


def _locked(file) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _generations(path: Path) -> list[Path]:
    return [folder for folder in path.iterdir() if folder.name.isdigit() and folder.is_dir()]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
