"""One pass over the index: every document that a query finds and the filters let pass, in order, and its score."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from whoosh.query import Every, Query

from articles.search.readers import Snapshot
from articles.search.schema import BOOST

# Of two documents with one score, the newest stands first where the index has dates.
_TIES = ("-published", "-added")


@dataclass(frozen=True)
class Found:
    """`docs` are all that were found, in the order of the index; `scores` theirs, None where scores make no order."""

    index: Snapshot
    docs: np.ndarray
    scores: np.ndarray | None
    ranks: np.ndarray

    def __len__(self) -> int:
        return len(self.docs)

    def best(self, start: int, end: int | None) -> tuple[list[int], list[float]]:
        """The documents from one place of the order up to another, and their scores."""
        end = len(self) if end is None else min(end, len(self))
        start = min(start, end)
        if self.scores is None:
            chosen = self._first(self.ranks[self.docs], end)
            places = chosen[np.argsort(self.ranks[self.docs[chosen]], kind="stable")][start:end]
            return self.docs[places].tolist(), [0.0] * len(places)
        chosen = self._first(-self.scores, end)
        order = np.lexsort([self.ranks[self.docs[chosen]], -self.scores[chosen]])
        places = chosen[order][start:end]
        return self.docs[places].tolist(), self.scores[places].tolist()

    def _first(self, keys: np.ndarray, count: int) -> np.ndarray:
        """The places of the lowest keys, as many as wanted and all that tie with the last of them."""
        if count * 4 >= len(keys):
            return np.arange(len(keys))
        highest = np.partition(keys, count - 1)[count - 1] if count else -np.inf
        return np.flatnonzero(keys <= highest)


def find(index: Snapshot, query: Query, filters: Sequence[Query] = (), sort_by: Sequence[str] | None = None) -> Found:
    """Filters do not count for scores. Without an order, or a query that scores, the newest stand first."""
    matched = index.evaluation.match(query)
    for condition in filters:
        kept = _masks(index, condition)
        matched = [docs[mask[docs]] for docs, mask in zip(matched, kept, strict=True)]
    docs = index.joined(matched)
    if sort_by or isinstance(query, Every):
        return Found(index, docs, None, rank(index, sort_by or _TIES))
    scores = index.evaluation.score(query, matched)
    joined = np.concatenate(scores) if scores else np.zeros(0, np.float32)
    return Found(index, docs, joined * index.numbers(BOOST)[docs], rank(index, _TIES))


def rank(index: Snapshot, order: Sequence[str]) -> np.ndarray:
    """Fields that the index does not have, being of other code, order nothing."""
    return index.rank(tuple(name for name in order if name.removeprefix("-") in index.schema))


def _masks(index: Snapshot, condition: Query) -> list[np.ndarray]:
    """For each segment, which of its documents a filter lets pass; kept for the next search with the same filter."""

    def make(number: int) -> np.ndarray:
        mask = np.zeros(index.segments[number].count, bool)
        mask[index.evaluation.match_one(number, condition)] = True
        return mask

    return [
        segment.kept(("mask", repr(condition)), lambda number=number: make(number))
        for number, segment in enumerate(index.segments)
    ]


def count_passing(found: Found, condition: Query) -> int:
    """How many of the documents found a filter would let pass."""
    parts = found.index.parted(found.docs)
    return sum(int(mask[docs].sum()) for docs, mask in zip(parts, _masks(found.index, condition), strict=True))
