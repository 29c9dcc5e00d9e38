"""The second look at the best hits: what a text shares with a query beyond its words.

The texts of the first hits are read again, as the numbers of their words. A text gains

- where two words of the query follow one another as they do in the query, stop words passed over;
- where it lacks a word of the query and has one that is spelt much like it, which no stemmer joins.

Both are scored as BM25 scores a word, and weigh what was best on one half of judged queries (`docs/benchmarks.md`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from articles.search.asking import Asked
from articles.search.collecting import Found
from articles.search.engine.evaluating import Evaluation
from articles.search.engine.leaves import postings
from articles.search.engine.queries import Forms
from articles.search.engine.segments import OpenSegment
from articles.search.engine.spelt_alike import similar_terms
from articles.search.schema import STEMS
from articles.search.scoring import LEAST_LIKENESS, PAIR_WEIGHT, SIMILAR_WEIGHT, SIMILARITY

# Hits that are looked at, and words of the query that are.
MOST_HITS, MOST_WORDS = 100, 32
# Of stems: one that the query has nothing to do with, and none at all, being a stop word's.
_OTHER, _NONE = 0, -1
# The place of what is no word of the query.
_NOWHERE = -9


def rescore(found: Found, asked: Asked) -> Found:
    """The same documents with other scores for the best of them, which stay the best."""
    leaves = [word.leaf for word in asked.compiled.words if word.leaf.view == STEMS and word.leaf.kinds is None]
    if not leaves or not len(found) or found.scores is None:
        return found
    evaluation = found.index.evaluation
    look = _Look(
        evaluation,
        [Forms(STEMS, leaf.terms) for leaf in leaves[:MOST_WORDS]],
        np.array([evaluation.importance(leaf) for leaf in leaves[:MOST_WORDS]]),
    )
    docs, _ = found.best(0, MOST_HITS)
    chosen = np.sort(np.array(docs))
    parts = zip(found.index.segments, found.index.parted(chosen), strict=True)
    scores = found.scores.copy()
    scores[np.searchsorted(found.docs, chosen)] += np.concatenate([look.gains(*part) for part in parts])
    return replace(found, scores=scores)


@dataclass(frozen=True)
class _Look:
    """`words` of the query in their order, and how important each is."""

    evaluation: Evaluation
    words: Sequence[Forms]
    importances: np.ndarray

    def gains(self, segment: OpenSegment, docs: np.ndarray) -> np.ndarray:
        """Of some documents of a segment, which are in order."""
        if not len(docs):
            return np.zeros(0)
        # A word that a query has twice is known by its last place.
        lacks = {word: ~_has(segment, word, docs) for word in self.words}
        lacked = {word: place for place, word in enumerate(self.words) if lacks[word].any()}
        if len(self.words) == 1 and not lacked:
            return np.zeros(len(docs))
        numbers, places = self._numbers(segment)
        which, others, likeness = similar_terms(segment, STEMS, [word.terms[0] for word in lacked], LEAST_LIKENESS)
        stems = np.concatenate([others, numbers])
        kind_of = np.full(len(segment.strings(STEMS)) + 1, _OTHER, np.int32)
        kind_of[stems] = np.arange(1, len(stems) + 1)
        kind_of[-1] = _NONE
        kinds, owners, order = _text(segment, docs, kind_of)
        norms = (self.evaluation.norms(segment, STEMS)[docs] / 4)[:, None]

        place_of = np.full(len(stems) + 1, _NOWHERE)
        place_of[kind_of[numbers]] = places
        gains = PAIR_WEIGHT * self._pairs(place_of[kinds], owners, order, norms)
        if lacked:
            like = np.zeros((len(stems) + 1, len(lacked)))
            like[kind_of[others], which] = likeness
            similar = _saturated(_summed(like[kinds], owners, len(docs)), norms)
            similar *= np.stack([lacks[word] for word in lacked], axis=1)
            gains += SIMILAR_WEIGHT * similar @ self.importances[list(lacked.values())]
        return gains

    def _numbers(self, segment: OpenSegment) -> tuple[np.ndarray, np.ndarray]:
        """The stems that the words stand for in a segment, and the place of the word of each."""
        strings = segment.strings(STEMS)
        found = [(strings.find(term), place) for place, word in enumerate(self.words) for term in word.terms]
        known = np.array([pair for pair in found if pair[0] >= 0], np.int64).reshape(-1, 2)
        return known[:, 0], known[:, 1]

    def _pairs(self, places: np.ndarray, owners: np.ndarray, order: np.ndarray, norms: np.ndarray) -> np.ndarray:
        """A pair is as important as its two words together."""
        is_pair = (places[:-1] >= 0) & (np.diff(places) == 1) & (np.diff(order) == 1) & (np.diff(owners) == 0)
        first = np.flatnonzero(is_pair)
        count = len(self.words)
        pairs = np.bincount(owners[first] * count + places[first], minlength=len(norms) * count)
        weights = np.append(self.importances[:-1] + self.importances[1:], 0.0)
        return _saturated(pairs.reshape(-1, count), norms) @ weights


def _has(segment: OpenSegment, word: Forms, docs: np.ndarray) -> np.ndarray:
    found = postings(segment, word).docs
    if not len(found):
        return np.zeros(len(docs), bool)
    return found.take(np.searchsorted(found, docs), mode="clip") == docs


def _text(segment: OpenSegment, docs: np.ndarray, kind_of: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each word of the documents whose stem is of any kind: the kind, whose it is, and its place in their order.

    Stop words have no place; what parts two texts has one.
    """
    starts, ends = segment.doc_starts[docs], segment.doc_starts[docs + 1]
    tokens = segment.file.stretches("tokens", starts.tolist(), ends.tolist())
    # By numbers of the machine's own width, which NumPy looks up in half the time.
    kinds = kind_of[segment.array(f"{STEMS}.of")[tokens.astype(np.intp)].astype(np.intp)]
    at = np.flatnonzero(kinds > 0)
    passed_over = np.flatnonzero((kinds == _NONE) & (tokens != 0))
    owners = np.searchsorted(np.cumsum(ends - starts), at, "right")
    return kinds[at], owners, at - np.searchsorted(passed_over, at)


def _summed(values: np.ndarray, owners: np.ndarray, count: int) -> np.ndarray:
    """The rows of each owner added up; owners are in order. A product of matrices would be shared out among threads."""
    sums = np.zeros((count, values.shape[1]))
    if len(owners):
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        sums[owners[first]] = np.add.reduceat(values, first)
    return sums


def _saturated(frequencies: np.ndarray, norms: np.ndarray) -> np.ndarray:
    return frequencies * (SIMILARITY.k1 + 1) / (frequencies + norms)
