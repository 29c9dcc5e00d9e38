"""What is one because it is connected, through any number of steps (union and find). Pure."""

from collections.abc import Iterable


class Connections:
    """The numbers below `count`, and which of them are connected; the least of those speaks for them."""

    def __init__(self, count: int, pairs: Iterable[tuple[int, int]] = ()):
        self._leaders = list(range(count))
        for one, other in pairs:
            self.connect(one, other)

    def leader(self, number: int) -> int:
        leaders = self._leaders
        while leaders[number] != number:
            leaders[number] = leaders[leaders[number]]
            number = leaders[number]
        return number

    def connect(self, one: int, other: int) -> None:
        low, high = sorted((self.leader(one), self.leader(other)))
        self._leaders[high] = low

    def are_one(self, one: int, other: int) -> bool:
        return self.leader(one) == self.leader(other)
