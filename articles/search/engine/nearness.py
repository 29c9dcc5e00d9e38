"""Words near each other: phrases, and words within so many places in one order or any."""

from collections import Counter

import numpy as np

from articles.search.engine.leaves import leaf_places, leaf_words
from articles.search.engine.queries import Near
from articles.search.engine.segments import OpenSegment

# From so many times as many places on it pays to leave out those that are far from the rarest.
_SPARSE = 8
# Further than any place.
_FAR = 1 << 40


def near_places(segment: OpenSegment, query: Near) -> np.ndarray:
    """The places of the first word (in any order: of the rarest) of each passage that has all of them, in order."""
    if not query.items:
        return np.zeros(0, np.int64)
    if query.slop == 0 and query.ordered:
        return _side_by_side(segment, query)
    counts = Counter(query.items)
    places = {item: leaf_places(segment, item) for item in counts}
    if not all(map(len, places.values())):
        return np.zeros(0, np.int64)
    if query.ordered:
        return _in_order(segment, [places[item] for item in query.items], query.slop)
    return _in_any_order(segment, [(places[item], count) for item, count in counts.items()], query.slop)


def _side_by_side(segment: OpenSegment, query: Near) -> np.ndarray:
    """From the rarest word's places it is read off the text whether the others stand around it."""
    words = [leaf_words(segment, item) for item in query.items]
    if not all(map(len, words)):
        return np.zeros(0, np.int64)
    starts = segment.array("word.starts")
    counts = [int((starts[some + 1] - starts[some]).sum()) for some in words]
    rarest = int(np.argmin(counts))
    places = segment.places(words[rarest])
    for offset, some in enumerate(words):
        if offset != rarest and len(places):
            others = segment.tokens.take(places + (offset - rarest), mode="clip")
            places = places[_among(others, some, len(starts))]
    # All stand in one part, so one of them tells of which kind that is.
    for kinds in {item.kinds for item in query.items if item.kinds is not None}:
        places = places[np.isin(segment.kinds[places], np.array(sorted(kinds), np.uint8))]
    return places - rarest


def _among(words: np.ndarray, accepted: np.ndarray, count: int) -> np.ndarray:
    if len(accepted) == 1:
        return words == accepted[0]
    if len(words) < len(accepted):
        return np.isin(words, accepted)
    table = np.zeros(count, bool)
    table[accepted] = True
    return table[words]


def _in_order(segment: OpenSegment, places: list[np.ndarray], slop: int) -> np.ndarray:
    """From each place of the first word on to the next of the second, and so on: no way is shorter."""
    first = last = places[0]
    for others in places[1:]:
        at = np.searchsorted(others, last, "right")
        found = at < len(others)
        first, last = first[found], others[at[found]]
    kept = (last - first) <= slop
    return _in_one_part(segment, first[kept], last[kept])


def _in_any_order(segment: OpenSegment, words: list[tuple[np.ndarray, int]], slop: int) -> np.ndarray:
    """Of each place that may be the last, the widest window before it is looked at. Each word is wanted so many times.

    The later a window ends the later it begins, so a place of the rarest word stands in one of them if it stands in the
    first that ends behind it.
    """
    words = sorted(words, key=lambda word: len(word[0]))
    rarest = words[0][0]
    lists = [(_around(rarest, places, slop), count) for places, count in words]
    if not all(len(places) for places, _ in lists):
        return rarest[:0]
    # Sorted lists one behind the other are merged faster than they are searched.
    ends = np.sort(np.concatenate([places for places, _ in lists]), kind="stable")
    first = np.full(len(ends), _FAR)
    for places, count in lists:
        np.minimum(first, _latest(places, count, ends), out=first)
    kept = ends - first <= slop
    first, ends = first[kept], ends[kept]
    boundaries = segment.kept("boundaries", lambda: np.flatnonzero(segment.tokens == 0))
    part = np.searchsorted(boundaries, ends)
    kept = np.searchsorted(boundaries, first) == part
    ends, part = ends[kept], part[kept]
    starts = np.maximum(ends - slop, np.append(boundaries, -1)[part - 1])
    following = np.searchsorted(ends, rarest)
    return rarest[np.append(starts, _FAR)[following] <= rarest]


def _around(rarest: np.ndarray, places: np.ndarray, slop: int) -> np.ndarray:
    """The places no further than that from one of the rarest; all, where there are not many more of them."""
    if len(places) < _SPARSE * len(rarest):
        return places
    rarest = np.concatenate([[-_FAR], rarest, [_FAR]])
    behind = np.searchsorted(rarest, places)
    return places[(rarest[behind] - places <= slop) | (places - rarest[behind - 1] <= slop)]


def _latest(places: np.ndarray, count: int, ends: np.ndarray) -> np.ndarray:
    """For each end the place from which on, up to there, so many of these stand; far before where there are not."""
    numbers = np.zeros(len(ends), np.int64)
    numbers[np.searchsorted(ends, places, "right") - 1] = 1
    numbers = np.cumsum(numbers) - count
    return np.where(numbers >= 0, places[np.maximum(numbers, 0)], -_FAR)


def _in_one_part(segment: OpenSegment, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Those of `first` between which and their `last` no part begins."""
    boundaries = segment.kept("boundaries", lambda: np.flatnonzero(segment.tokens == 0))
    return first[np.searchsorted(boundaries, first) == np.searchsorted(boundaries, last)]
