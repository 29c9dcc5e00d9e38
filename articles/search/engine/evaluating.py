"""Queries answered from arrays: which documents of the segments match, and what each scores.

Scores are BM25 with the values of Robertson and Zaragoza (2009) and Lucene's inverse document frequency, which is never
negative; counts and lengths are of the documents not deleted, over all segments. A query's score is the sum of the
scores of its words, each times its boost; what only filters adds nothing.
"""

import fnmatch
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from math import log1p

import numpy as np
from whoosh import query as whoosh_query
from whoosh.query import Query

from articles.search.engine.leaves import postings
from articles.search.engine.nearness import near_places
from articles.search.engine.queries import AtLeast, Between, Forms, Near, ValuesBetween
from articles.search.engine.segments import EMPTY, OpenSegment

# From here on it is quicker to look documents up in a list than to lay the list out over all documents.
_SPARSE = 8


@dataclass(frozen=True)
class Similarity:
    """BM25's saturation and length normalisation, and the view whose lengths stand in for a view without its own."""

    k1: float
    b: float
    view: str


class Evaluation:
    """Answers queries over some segments; what it works out for one query it knows for the next."""

    def __init__(self, segments: Sequence[OpenSegment], similarity: Similarity):
        self.segments = segments
        self._similarity = similarity
        self._documents = sum(segment.live_count for segment in segments)
        self._averages: dict[str, float] = {}

    def match(self, query: Query) -> list[np.ndarray]:
        """For each segment the documents found, in order."""
        return [_Matching(segment).docs(query) for segment in self.segments]

    def match_one(self, number: int, query: Query) -> np.ndarray:
        """The documents found in one segment."""
        return _Matching(self.segments[number]).docs(query)

    def score(self, query: Query, found: Sequence[np.ndarray]) -> list[np.ndarray]:
        """For each segment the scores of the documents that `match` found."""
        leaves = self._leaves(query)
        return [self._scores(segment, query, docs, leaves) for segment, docs in zip(self.segments, found, strict=True)]

    def frequency(self, query: Query) -> int:
        """How many documents a word is in."""
        return sum(len(postings(segment, query).docs) for segment in self.segments)

    def importance(self, query: Query) -> float:
        """The inverse document frequency of a word."""
        frequency = self.frequency(query)
        return log1p((self._documents - frequency + 0.5) / (frequency + 0.5))

    def _leaves(self, query: Query) -> dict[Query, float]:
        """Every word that counts for the score, with its importance."""
        leaves: dict[Query, float] = {}
        for leaf in scoring_leaves(query):
            if leaf not in leaves:
                leaves[leaf] = self.importance(leaf)
        return leaves

    def _scores(self, segment: OpenSegment, query: Query, docs: np.ndarray, leaves: dict[Query, float]) -> np.ndarray:
        if not len(docs):
            return np.zeros(0, np.float32)
        total = np.zeros(segment.count, np.float32)
        self._add_query(_Matching(segment), leaves, query, docs, total, 1.0)
        return total[docs]

    def _add_query(self, matching: "_Matching", leaves, query: Query, docs: np.ndarray, total, boost: float) -> None:
        """Add a query's scores to those of its documents; what others get is of no account."""
        if isinstance(query, Forms):
            if importance := leaves.get(query, 0.0):
                self._add(matching.segment, query, docs, total, importance * query.boost * boost)
        elif isinstance(query, (whoosh_query.AndNot, whoosh_query.Require)):
            self._add_query(matching, leaves, query.a, docs, total, boost)
        else:
            for child in _children(query):
                if isinstance(child, _ADDED_UP) or _is_sure(query, child):
                    self._add_query(matching, leaves, child, docs, total, boost * query.boost)
                elif scoring_leaves(child):
                    # Its words count only where all of it matches.
                    own = _common(docs, matching.docs(child))
                    part = np.zeros(len(total), np.float32)
                    self._add_query(matching, leaves, child, own, part, boost * query.boost)
                    total[own] += part[own]

    def _add(self, segment, leaf, docs: np.ndarray, total: np.ndarray, weight: float) -> None:
        found, weights = postings(segment, leaf)
        if not len(found) or not len(docs):
            return
        has_lengths = f"{leaf.view}.lengths" in segment.file
        norms = self.norms(segment, leaf.view if has_lengths else self._similarity.view)
        if len(docs) * _SPARSE < len(found):
            at = np.searchsorted(found, docs)
            at[at == len(found)] = 0
            hit = found[at] == docs
            found, weights = docs[hit], weights[at[hit]]
        # By numbers of the machine's own width, which NumPy looks up in half the time, and with few arrays made.
        places, gained = found.astype(np.intp), weights.astype(np.float32)
        divisor = norms[places]
        divisor += gained
        gained *= np.float32(weight * (self._similarity.k1 + 1))
        gained /= divisor
        total[places] += gained

    def norms(self, segment: OpenSegment, view: str) -> np.ndarray:
        """k1 (1 - b + b length / average) of each document, in quarters as weights are."""
        average = self._average(view)

        def make() -> np.ndarray:
            k1, b = self._similarity.k1, self._similarity.b
            return (4 * k1 * (1 - b + b * segment.array(f"{view}.lengths") / average)).astype(np.float32)

        return segment.kept(("norms", view, average), make)

    def _average(self, view: str) -> float:
        if view not in self._averages:
            total = 0
            for segment in self.segments:
                lengths = segment.array(f"{view}.lengths")
                total += int((lengths if segment.live is None else lengths[segment.live]).sum())
            self._averages[view] = total / self._documents if self._documents and total else 1.0
        return self._averages[view]


class _Matching:
    """Matches queries in one segment, each part of them once."""

    def __init__(self, segment: OpenSegment):
        self.segment = segment
        self._known: dict[Query, np.ndarray] = {}

    def docs(self, query: Query) -> np.ndarray:
        kind = type(query)
        if kind is Forms:
            return postings(self.segment, query).docs
        if query is whoosh_query.NullQuery:
            return EMPTY.docs
        try:
            return self._known[query]
        except KeyError:
            self._known[query] = found = _MATCHERS[kind](self, query)
            return found

    def every(self, query: Query) -> np.ndarray:
        return self.segment.live_docs

    def all_of(self, query: Query) -> np.ndarray:
        wanted = [child for child in query.subqueries if not isinstance(child, whoosh_query.Not)]
        found = [self.docs(child) for child in wanted] or [self.segment.live_docs]
        found.sort(key=len)
        docs = reduce(_common, found)
        for child in query.subqueries:
            if isinstance(child, whoosh_query.Not):
                docs = self._without(docs, self.docs(child.query))
        return docs

    def any_of(self, query: Query) -> np.ndarray:
        return self._union([self.docs(child) for child in query.subqueries])

    def at_least(self, query: AtLeast) -> np.ndarray:
        counts = np.zeros(self.segment.count, np.uint16)
        for child in query.queries:
            counts[self.docs(child).astype(np.intp)] += 1
        return np.flatnonzero(counts >= max(1, query.count)).astype(np.int32)

    def opposite(self, query: Query) -> np.ndarray:
        return self._without(self.segment.live_docs, self.docs(query.query))

    def and_not(self, query: Query) -> np.ndarray:
        return self._without(self.docs(query.a), self.docs(query.b))

    def first_of_two(self, query: Query) -> np.ndarray:
        return self.docs(query.a)

    def both(self, query: Query) -> np.ndarray:
        return _common(self.docs(query.a), self.docs(query.b))

    def near(self, query: Near) -> np.ndarray:
        return self.segment.kept(
            ("near", query), lambda: self.segment.postings_at(near_places(self.segment, query))
        ).docs

    def term(self, query: Query) -> np.ndarray:
        return self.segment.docs_with(query.fieldname, query.text)

    def prefix(self, query: Query) -> np.ndarray:
        numbers = self.segment.strings(f"value.{query.fieldname}").with_prefix(query.text)
        return self.segment.docs_with_numbers(query.fieldname, numbers)

    def wildcard(self, query: Query) -> np.ndarray:
        strings = self.segment.strings(f"value.{query.fieldname}")
        pattern = re.compile(fnmatch.translate(query.text))
        numbers = strings.matching(pattern, range(len(strings)))
        return self._union([self.segment.docs_with_numbers(query.fieldname, range(n, n + 1)) for n in numbers])

    def between(self, query: Between) -> np.ndarray:
        numbers = self.segment.number(query.fieldname)
        if not len(numbers):
            return EMPTY.docs
        kept = np.ones(len(numbers), bool) if query.missing is None else numbers != query.missing
        if query.first is not None:
            kept &= numbers >= query.first
        if query.last is not None:
            kept &= numbers <= query.last
        if self.segment.live is not None:
            kept &= self.segment.live
        return np.flatnonzero(kept).astype(np.int32)

    def values_between(self, query: ValuesBetween) -> np.ndarray:
        numbers = self.segment.strings(f"value.{query.fieldname}").between(query.first, query.last)
        return self.segment.docs_with_numbers(query.fieldname, numbers)

    def _union(self, lists: Sequence[np.ndarray]) -> np.ndarray:
        lists = [docs for docs in lists if len(docs)]
        if len(lists) < 2:
            return lists[0] if lists else EMPTY.docs
        found = np.zeros(self.segment.count, bool)
        for docs in lists:
            found[docs] = True
        return np.flatnonzero(found).astype(np.int32)

    def _without(self, docs: np.ndarray, others: np.ndarray) -> np.ndarray:
        if not len(others):
            return docs
        kept = np.ones(self.segment.count, bool)
        kept[others] = False
        return docs[kept[docs]]


_MATCHERS: dict[type, Callable[[_Matching, Query], np.ndarray]] = {
    whoosh_query.Every: _Matching.every,
    whoosh_query.Term: _Matching.term,
    whoosh_query.Prefix: _Matching.prefix,
    whoosh_query.Wildcard: _Matching.wildcard,
    whoosh_query.And: _Matching.all_of,
    whoosh_query.Or: _Matching.any_of,
    whoosh_query.Not: _Matching.opposite,
    whoosh_query.AndNot: _Matching.and_not,
    whoosh_query.AndMaybe: _Matching.first_of_two,
    whoosh_query.Require: _Matching.both,
    AtLeast: _Matching.at_least,
    Near: _Matching.near,
    Between: _Matching.between,
    ValuesBetween: _Matching.values_between,
}


def _common(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """What is in both of two ordered lists."""
    if len(some) > len(others):
        some, others = others, some
    if not len(some):
        return some
    at = np.searchsorted(others, some)
    at[at == len(others)] = 0
    return some[others[at] == some]


def _children(query: Query) -> Sequence[Query]:
    if isinstance(query, (whoosh_query.And, whoosh_query.Or)):
        return query.subqueries
    if isinstance(query, AtLeast):
        return query.queries
    if isinstance(query, Near):
        return query.items
    if isinstance(query, whoosh_query.AndMaybe):
        return (query.a, query.b)
    return ()


# What gives nothing to a document that does not match it.
_ADDED_UP = (Forms, whoosh_query.Or)


def _is_sure(query: Query, child: Query) -> bool:
    """That a document which matches this query matches that child of it."""
    return isinstance(query, (whoosh_query.And, Near)) or (
        isinstance(query, whoosh_query.AndMaybe) and child is query.a
    )


def scoring_leaves(query: Query) -> list[Query]:
    """The words of a query that count for scores; those it leaves out do not."""
    if isinstance(query, Forms):
        return [query]
    if isinstance(query, (whoosh_query.AndNot, whoosh_query.Require)):
        return scoring_leaves(query.a)
    return [leaf for child in _children(query) for leaf in scoring_leaves(child)]
