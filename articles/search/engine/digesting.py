"""One number for all that an index holds of a document: made of a draft and of a segment alike, to compare the two.

It is a sum over the places of the text, over the values and over the numbers, each times a number of its own; by
accident two documents have one digest about as often as two random numbers of 64 bits are equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

import numpy as np

from articles.search.engine.drafting import Draft
from articles.search.engine.segments import OpenSegment, spans

_STEP = np.uint64(0x9E3779B97F4A7C15)


def digests_of_draft(draft: Draft) -> np.ndarray:
    """Of each document of a draft, in order."""
    marks = _marks(draft.words, draft.terms)
    digests = _streams(marks[draft.tokens], draft.kinds, draft.sizes)
    for name, column in draft.numbers.items():
        digests += _column(name, column)
    for name, values in draft.values.items():
        digests += _values(name, _marks(values.terms, {})[values.ids], np.diff(values.starts))
    return digests


class SegmentDigests:
    """Those of a segment's documents, once each of its words has been read."""

    def __init__(self, segment: OpenSegment, views: Iterable[str], numbers: Iterable[str], values: Iterable[str]):
        """The names of what drafts have; what the segment lacks of these makes its digests other ones."""
        self._segment = segment
        self._words = _marks(segment.strings("word"), {view: _terms(segment, view) for view in views})
        self._numbers = list(numbers)
        self._values = {name: _marks(segment.strings(f"value.{name}"), {}) for name in values}

    def of(self, docs: np.ndarray) -> np.ndarray:
        segment = self._segment
        starts, ends = segment.doc_starts[docs], segment.doc_starts[docs + 1]
        places = spans(starts, ends)
        digests = _streams(self._words[segment.tokens[places]], segment.kinds[places], ends - starts)
        for name in self._numbers:
            if len(column := segment.number(name)):
                digests += _column(name, column[docs])
        for name, marks in self._values.items():
            if len(of_doc := segment.array(f"value.{name}.starts")) > 1:
                first, last = of_doc[docs], of_doc[docs + 1]
                digests += _values(name, marks[segment.array(f"value.{name}.ids")[spans(first, last)]], last - first)
        return digests


def _terms(segment: OpenSegment, view: str) -> list[str | None]:
    of_word, terms = segment.array(f"{view}.of").tolist(), list(segment.strings(view))
    of_word = of_word or [-1] * len(segment.strings("word"))
    return [terms[number] if number >= 0 else None for number in of_word]


def _marks(words: Sequence[str], terms: Mapping[str, Sequence[str | None]]) -> np.ndarray:
    """A random number for each word with its terms."""
    columns = [terms[view] for view in sorted(terms)]
    rows = zip(words, *columns, strict=True)
    # A word has no control characters but through a value, where no terms are.
    whole = b"".join(blake2b(repr(row).encode(), digest_size=8).digest() for row in rows)
    return np.frombuffer(whole, np.uint64)


def _streams(marks: np.ndarray, kinds: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Of each document the digest of its marks in their order."""
    ends = np.cumsum(sizes)
    places = np.arange(len(marks)) - np.repeat(ends - sizes, sizes)
    total = np.zeros(len(marks) + 1, np.uint64)
    np.cumsum((marks + _scrambled(kinds)) * _scrambled(places), out=total[1:])
    return total[ends] - total[ends - sizes] + _scrambled(sizes)


def _column(name: str, column: np.ndarray) -> np.ndarray:
    return _scrambled(np.ascontiguousarray(column).view(np.uint64) ^ _name(name))


def _values(name: str, marks: np.ndarray, counts: np.ndarray) -> np.ndarray:
    return _scrambled(_streams(marks, np.zeros(len(marks), np.uint8), counts) ^ _name(name))


def _name(name: str) -> np.ndarray:
    return _marks([name], {})


def _scrambled(numbers: np.ndarray) -> np.ndarray:
    """Each number as one that looks random: the mixing step of SplitMix64 (Steele, Lea and Flood, 2014)."""
    mixed = (numbers.astype(np.uint64) + np.uint64(1)) * _STEP
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))
