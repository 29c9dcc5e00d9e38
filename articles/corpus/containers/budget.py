"""How much plain data a file may turn into: the bound that bombs meet, whatever they are made of."""

import io
from dataclasses import dataclass

from articles.corpus.formats.interface import CutShort, Unreadable

LARGEST_MEMBER = 64 * 2**30  # plain bytes
HIGHEST_RATIO = 1000  # plain bytes for one that is stored; dense text reaches 30
FREE = 64 * 2**20  # plain bytes before the ratio is asked for
MOST_BOMBS = 3  # in one archive


@dataclass
class Budget:
    """What was read of one file of the operator, and what plain data it gave so far, in all layers and members.

    It is one for the whole file, so that many small bombs, or members that share their bytes, meet the same bound as
    one large bomb.
    """

    taken: int = 0
    given: int = 0
    bombs: int = 0

    def take(self, size: int) -> None:
        self.taken += size

    def give(self, size: int, own: int) -> None:
        """Count what a stream is about to give; `own` is all that this stream gave. Raises Unreadable."""
        self.given += size
        if own > LARGEST_MEMBER:
            self.refuse(own, f"more than {LARGEST_MEMBER:,} bytes when unpacked")
        if self.given > FREE + HIGHEST_RATIO * self.taken:
            self.refuse(own, f"a bomb: it unpacks to more than {HIGHEST_RATIO:,} times its size")

    def refuse(self, own: int, reason: str) -> None:
        """Refuse one stream. What it gave is forgiven, so that its neighbours are read; but not again and again."""
        self.bombs += 1
        if self.bombs <= MOST_BOMBS:
            self.given -= own
        raise Unreadable(reason)


class Stream(io.RawIOBase):
    """A stream of which only `more` is to be said: up to `size` bytes (one at least), none at the end."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        data = self.more(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def more(self, size: int) -> bytes:
        raise NotImplementedError


class Piece(Stream):
    """A file's bytes from `start` on, at most `size` of them; all are counted. The file is closed with the piece."""

    def __init__(self, file: io.BufferedIOBase, budget: Budget, start: int = 0, size: int | None = None):
        self.file, self.budget, self.left = file, budget, size
        if start:
            file.seek(start)

    def more(self, size: int) -> bytes:
        data = self.file.read(size if self.left is None else min(size, self.left))
        self.budget.take(len(data))
        if self.left is not None:
            if not data and self.left:
                raise CutShort("cut short: the file ends before the data does")
            self.left -= len(data)
        return data

    def close(self) -> None:
        self.file.close()
        super().close()
