"""Where the words and phrases of a query stand in the articles that it found.

What stands beside `NOT` is not looked for, nor are the names of tags that an article was given: they are no text of it.
A word inside a phrase that was found is a part of that hit and no other; of two phrases that overlap the first counts.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from whoosh.query import And, AndMaybe, AndNot, Or, Query, Require

from articles.search.documents import Kind
from articles.search.engine.leaves import leaf_places
from articles.search.engine.nearness import near_places
from articles.search.engine.queries import AtLeast, Forms, Near
from articles.search.engine.segments import OpenSegment


class HitPlaces(NamedTuple):
    """Hits of one segment, in order: the place of the first word of each, and how many words it has."""

    places: np.ndarray
    lengths: np.ndarray


def hit_places(segment: OpenSegment, query: Query, docs: np.ndarray) -> HitPlaces:
    """`docs`: the articles found, by the segment's own numbers. Of words near each other a hit is where they begin."""
    found = [_places_of(segment, leaf) for leaf in dict.fromkeys(_sought(query))]
    places = np.concatenate([places for places, _ in found]) if found else np.zeros(0, np.int64)
    lengths = np.repeat([length for _, length in found], [len(places) for places, _ in found]).astype(np.int32)
    is_found = np.zeros(segment.count, bool)
    is_found[docs] = True
    kept = (segment.kinds[places] != Kind.TAG) & is_found[segment.docs_at(places)]
    places, lengths = places[kept], lengths[kept]
    order = np.lexsort([-lengths, places])
    return _apart(places[order], lengths[order])


def _sought(query: Query) -> Iterator[Forms | Near]:
    """The words and phrases for which a query looks."""
    match query:
        case Forms() | Near():
            yield query
        case And() | Or():
            children = query.subqueries
        case AtLeast():
            children = query.queries
        case AndNot() | AndMaybe() | Require():
            children = (query.a,)
        case _:
            return
    if not isinstance(query, Forms | Near):
        for child in children:
            yield from _sought(child)


def _places_of(segment: OpenSegment, leaf: Forms | Near) -> tuple[np.ndarray, int]:
    if isinstance(leaf, Forms):
        return leaf_places(segment, leaf), 1
    is_phrase = leaf.slop == 0 and leaf.ordered
    return near_places(segment, leaf), len(leaf.items) if is_phrase else 1


def _apart(places: np.ndarray, lengths: np.ndarray) -> HitPlaces:
    """Hits that do not overlap; of those that begin at one place the longest comes first."""
    if not len(lengths) or lengths.max() == 1:
        kept = np.diff(places, prepend=-1) > 0
        return HitPlaces(places[kept], lengths[kept])
    chosen, end = [], -1
    for number, (place, length) in enumerate(zip(places.tolist(), lengths.tolist(), strict=True)):
        if place >= end:
            chosen.append(number)
            end = place + length
    return HitPlaces(places[chosen], lengths[chosen])
