"""The second look at the best hits: what a text shares with a query beyond its words.

The texts of the first hits are read again, as the numbers of their words. A text gains

- where two words of the query follow one another as they do in the query, stop words passed over;
- where it lacks a word of the query and has one that is spelt much like it, which no stemmer joins.

Both are scored as BM25 scores a word, and weigh what was best on one half of judged queries (`docs/benchmarks.md`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from articles.search.asking import Asked
from articles.search.collecting import Found
from articles.search.engine.queries import Forms
from articles.search.engine.segments import OpenSegment, spans
from articles.search.engine.spelt_alike import similar_terms
from articles.search.schema import STEMS
from articles.search.scoring import LEAST_LIKENESS, PAIR_WEIGHT, SIMILAR_WEIGHT, SIMILARITY

# Hits that are looked at, and words of the query that are.
MOST_HITS, MOST_WORDS = 100, 32


def rescore(found: Found, asked: Asked) -> Found:
    """The same documents with other scores for the best of them, which stay the best."""
    words = [word.leaf for word in asked.compiled.words if word.leaf.view == STEMS and word.leaf.kinds is None]
    if not words or not len(found) or found.scores is None:
        return found
    docs, _ = found.best(0, MOST_HITS)
    chosen = np.sort(np.array(docs))
    importances = [found.index.evaluation.importance(word) for word in words[:MOST_WORDS]]
    gains = [
        _Looked(found, segment, part).gains(words[:MOST_WORDS], importances)
        for segment, part in zip(found.index.segments, found.index.parted(chosen), strict=True)
    ]
    scores = found.scores.copy()
    scores[np.searchsorted(found.docs, chosen)] += np.concatenate(gains)
    return replace(found, scores=scores)


@dataclass
class _Looked:
    """Some documents of a segment and the stems of their words in order, -1 between two parts; stop words left out."""

    found: Found
    segment: OpenSegment
    docs: np.ndarray

    def __post_init__(self):
        starts, ends = self.segment.doc_starts[self.docs], self.segment.doc_starts[self.docs + 1]
        tokens = self.segment.tokens[spans(starts, ends)]
        stems = self.segment.array(f"{STEMS}.of")[tokens]
        kept = (stems >= 0) | (tokens == 0)
        self.stems = stems[kept]
        self.owners = np.repeat(np.arange(len(self.docs)), ends - starts)[kept]
        self.norms = self.found.index.evaluation.norms(self.segment, STEMS)[self.docs] / 4

    def gains(self, words: Sequence[Forms], importances: Sequence[float]) -> np.ndarray:
        if not len(self.docs):
            return np.zeros(0)
        which = self._which([self._numbers(word) for word in words])
        gains = PAIR_WEIGHT * self._pairs(which, importances)
        # A word that a query has twice is known by its last place.
        for word, place in {word: place for place, word in enumerate(words)}.items():
            gains += SIMILAR_WEIGHT * importances[place] * self._similar(word, self.owners[which == place])
        return gains

    def _numbers(self, word: Forms) -> list[int]:
        strings = self.segment.strings(STEMS)
        return [number for term in word.terms if (number := strings.find(term)) >= 0]

    def _which(self, numbers: Sequence[Sequence[int]]) -> np.ndarray:
        """For each word of the texts which of the query's it is, below 0 for none."""
        place_of = np.full(len(self.segment.strings(STEMS)) + 1, -9, np.int16)
        for place, own in enumerate(numbers):
            place_of[own] = place
        return place_of[self.stems]

    def _pairs(self, which: np.ndarray, importances: Sequence[float]) -> np.ndarray:
        """A pair is as important as its two words together."""
        first = np.flatnonzero(which[:-1] >= 0)
        first = first[(which[first + 1] == which[first] + 1) & (self.owners[first] == self.owners[first + 1])]
        count = len(importances)
        pairs = np.bincount(self.owners[first] * count + which[first], minlength=len(self.docs) * count)
        weights = [one + other for one, other in pairwise(importances)]
        return self._saturated(pairs.reshape(-1, count)) @ np.array([*weights, 0.0])

    def _similar(self, word: Forms, owners: np.ndarray) -> np.ndarray:
        """Of the documents that lack a word, all but its `owners`: how much they have of what is spelt like it."""
        lacks = np.ones(len(self.docs), bool)
        lacks[owners] = False
        if not lacks.any():
            return np.zeros(len(self.docs))
        others, likeness = self.segment.kept(
            ("spelt like", word.terms[0]), lambda: similar_terms(self.segment, STEMS, word.terms[0], LEAST_LIKENESS)
        )
        like = np.zeros(len(self.segment.strings(STEMS)) + 1, np.float32)
        like[others] = likeness
        like_here = like[self.stems]
        places = np.flatnonzero(like_here)
        sums = np.bincount(self.owners[places], weights=like_here[places], minlength=len(self.docs))
        return np.where(lacks, self._saturated(sums[:, None])[:, 0], 0.0)

    def _saturated(self, frequencies: np.ndarray) -> np.ndarray:
        return frequencies * (SIMILARITY.k1 + 1) / (frequencies + self.norms[:, None])
