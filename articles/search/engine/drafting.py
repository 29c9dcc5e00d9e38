"""Articles as numbered words, not yet sorted: what one process makes of some articles, for one to put together.

A text is a stream of words, each a number. Before every part of an article (headline, paragraph…), and at the very
end, stands the empty word, number 0: so no phrase begins in one part and ends in the next.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

# Nothing that anybody searches for is longer; what is, is cut.
LONGEST_WORD = 64
BOUNDARY = ""

# For each view the term of each of some words, None where it has none.
Terms = Mapping[str, Sequence[str | None]]


@dataclass(frozen=True)
class Analysis:
    """How texts become words, and words the terms of each view; a word of which a view says None is not in it.

    `all_terms` says the same as all views, in their order, where that takes less time than to ask each.
    """

    words: Callable[[str], Iterable[str]]
    views: Mapping[str, Callable[[str], str | None]]
    all_terms: Callable[[str], Sequence[str | None]] | None = None

    def terms_of(self, words: Sequence[str]) -> Terms:
        if self.all_terms is None:
            return {view: list(map(term_of, words)) for view, term_of in self.views.items()}
        rows = list(map(self.all_terms, words))
        return {view: [row[place] for row in rows] for place, view in enumerate(self.views)}


@dataclass(frozen=True)
class ValueColumn:
    """Any number of texts for each document: of document d `terms[i]` for i in `ids[starts[d] : starts[d + 1]]`."""

    terms: Sequence[str]
    starts: np.ndarray
    ids: np.ndarray


@dataclass(frozen=True)
class Draft:
    """`tokens` are numbers of `words`, `kinds` says for each in which kind of part it stands; `sizes` counts the
    tokens of each document. `terms`, of all words or, as long as nobody asked for them, of none."""

    words: Sequence[str]
    terms: Terms
    tokens: np.ndarray
    kinds: np.ndarray
    sizes: np.ndarray
    numbers: Mapping[str, np.ndarray]
    values: Mapping[str, ValueColumn]

    def with_terms(self, analysis: Analysis) -> "Draft":
        terms = analysis.terms_of(self.words[1:])
        return replace(self, terms={view: [None, *of_words] for view, of_words in terms.items()})


class _Numbering(dict[str, int]):
    """A number for each text asked for, in order of first asking."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class _WordNumbering(_Numbering):
    def __missing__(self, word: str) -> int:
        return self[word[:LONGEST_WORD]] if len(word) > LONGEST_WORD else super().__missing__(word)


class Drafter:
    """Takes documents in, one after the other."""

    def __init__(self, words: Callable[[str], Iterable[str]], numbers: Iterable[str], values: Iterable[str]):
        self._words_of = words
        self._words = _WordNumbering({BOUNDARY: 0})
        self._tokens = array("I")
        self._kinds = array("B")
        self._sizes: list[int] = []
        self._numbers: dict[str, list] = {name: [] for name in numbers}
        self._values: dict[str, _ValueDraft] = {name: _ValueDraft() for name in values}

    def __len__(self) -> int:
        return len(self._sizes)

    def add(self, parts: Iterable[tuple[str, int]], fields: Mapping[str, object]) -> None:
        """A document: (text, kind) of each part, a number for each number field, texts for each value field."""
        before = len(self._tokens)
        number_of = self._words.__getitem__
        for text, kind in parts:
            start = len(self._tokens)
            self._tokens.append(0)
            self._tokens.extend(map(number_of, self._words_of(text)))
            self._kinds.frombytes(bytes((kind,)) * (len(self._tokens) - start))
        self._sizes.append(len(self._tokens) - before)
        for name, numbers in self._numbers.items():
            numbers.append(fields[name])
        for name, values in self._values.items():
            values.add(fields[name])

    def finish(self) -> Draft:
        return Draft(
            list(self._words),
            {},
            np.frombuffer(self._tokens, np.uint32) if self._tokens else np.zeros(0, np.uint32),
            np.frombuffer(self._kinds, np.uint8) if self._kinds else np.zeros(0, np.uint8),
            np.array(self._sizes, np.int64),
            {
                name: np.array(numbers, np.float64 if _are_floats(numbers) else np.int64)
                for name, numbers in self._numbers.items()
            },
            {name: values.finish() for name, values in self._values.items()},
        )


class _ValueDraft:
    def __init__(self):
        self._terms = _Numbering()
        self._ids = array("i")
        self._starts = array("q", [0])

    def add(self, texts: Iterable[str]) -> None:
        self._ids.extend(self._terms[text] for text in dict.fromkeys(texts))
        self._starts.append(len(self._ids))

    def finish(self) -> ValueColumn:
        return ValueColumn(list(self._terms), np.array(self._starts, np.int64), np.array(self._ids, np.int32))


def _are_floats(numbers: Sequence) -> bool:
    return bool(numbers) and isinstance(numbers[0], float)
