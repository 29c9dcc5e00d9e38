"""How far an import has read, in bytes as they are stored: of a compressed file or an archive, its own offset."""

import io
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Progress:
    """Bytes of all files found, of those done with, and of the one that is being read."""

    total: int = 0
    done: int = 0
    offset: int = 0

    @property
    def read(self) -> int:
        return self.done + self.offset

    def end_file(self, size: int) -> None:
        self.done, self.offset = self.done + size, 0


class WatchedPath(type(Path())):
    """A path whose files, as they are read, tell a `Progress` how far. Each is read twice: the last reading counts."""

    progress: Progress

    @classmethod
    def of(cls, path: Path, progress: Progress) -> "WatchedPath":
        watched = cls(path)
        watched.progress = progress
        return watched

    def open(self, mode: str = "rb", buffering: int = -1):
        """The binary file; opened to be read only."""
        file = WatchedFile(self, self.progress)
        return io.BufferedReader(file) if buffering else file


class WatchedFile(io.FileIO):
    """A file that notes its offset whenever some of it was read."""

    def __init__(self, path: Path, progress: Progress):
        super().__init__(path)
        self.progress = progress

    def read(self, size: int = -1) -> bytes:
        data = super().read(size)
        self.progress.offset = self.tell()
        return data

    def readinto(self, buffer) -> int:
        count = super().readinto(buffer)
        self.progress.offset = self.tell()
        return count


def size_of(path: Path) -> int:
    """The bytes of a file; 0 where it cannot be asked, which its reading will tell of."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
