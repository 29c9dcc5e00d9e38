"""Did you mean: the words of a vocabulary that a mistyped word may stand for, by what the mistakes cost and frequency.

All words one mistake away are found, since all that one mistake makes can be looked up. Of those two away, only the
ones that begin as the word does, if they are not too many: they are compared at once, as arrays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import log10
from typing import Literal, Protocol

import numpy as np

from articles.arabic.likeness_letters import ALPHABET, SUBSTITUTION_COSTS, place_in_table

MOST_CORRECTIONS = 8
SHORTEST_WORD, LONGEST_WORD = 3, 32
# One mistake of the worst kind in a short word; in others two, of which one is likely.
_MOST_COST, _MOST_COST_OF_SHORT = 2.1, 1.1
_SHORT = 4
_MOST_COMPARED = 12_000
_PREFIXES = range(2, 7)
# A mistake of cost 1 is believed where the other word is a thousand times as frequent.
_TENFOLDS_TO_COST = 3.0
_TIMES_AS_FREQUENT = 10
_WORST_BEHIND_BEST = 2.5

_LETTER, _LONG_VOWEL, _DOUBLED, _SWAPPED, _SPACE = 0.9, 0.6, 0.4, 0.5, 0.9
_FIRST_LETTER = 0.2
_LONG_VOWELS = np.array([ord(letter) for letter in "اويء"])
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_BAND = 2
_FAR = np.float32(99)


class Vocabulary(Protocol):
    """The folded word forms of an index."""

    def count(self, form: str) -> int:
        """Documents that have it; 0 for a form that it has not."""

    def with_prefix(self, prefix: str) -> Iterable[str]:
        """Forms that begin so. Only as many are taken as are compared."""


@dataclass(frozen=True, slots=True)
class Correction:
    """`form` is folded, of two words if a space was forgotten; `score` compares corrections of one word only."""

    form: str
    count: int
    score: float
    reason: Literal["letters", "space"]


def corrections(word: str, vocabulary: Vocabulary) -> list[Correction]:
    """Of a folded word, at most eight, best first. Of a word that the vocabulary has, only far more frequent ones."""
    if not SHORTEST_WORD <= len(word) <= LONGEST_WORD or not word.isalpha():
        return []
    least_count = max(1, _TIMES_AS_FREQUENT * vocabulary.count(word))
    found = [*_other_letters(word, vocabulary, least_count), *_two_words(word, vocabulary, least_count)]
    ranked = sorted(found, key=lambda correction: (-correction.score, correction.form))
    return [one for one in ranked if one.score >= ranked[0].score - _WORST_BEHIND_BEST][:MOST_CORRECTIONS]


def costs(word: str, forms: list[str]) -> np.ndarray:
    """What the mistakes cost that make the word of each form, which is at most two letters longer or shorter."""
    letters = np.array([ord(letter) for letter in word], dtype=np.int64)
    others = np.array(forms, dtype=f"U{len(word) + _BAND}")
    others = others.view(np.uint32).reshape(len(forms), -1).astype(np.int64).T
    lengths = (others > 0).sum(axis=0)
    table = _table_of_costs(letters, others)
    total = np.take_along_axis(table[len(word)], lengths[None, :], axis=0)[0]
    return total + np.where(others[0] == letters[0], 0, np.float32(_FIRST_LETTER))


def _table_of_costs(letters: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Weighted Damerau-Levenshtein distances of the beginnings: word's letters x form's letters x forms."""
    size, width = len(letters), len(others)
    table = np.full((size + 1, width + 1, others.shape[1]), _FAR, dtype=np.float32)
    table[0, 0] = 0
    given = SUBSTITUTION_COSTS[place_in_table(letters)]
    others_in_table = place_in_table(others)
    extra = [_alone(letters, row, letters[row : row + 1])[0] for row in range(size)]
    missing = [_alone(others, column, others[column]) for column in range(width)]
    for row in range(size + 1):
        for column in range(max(0, row - _BAND), min(width, row + _BAND) + 1):
            here = table[row, column]
            if row:
                np.minimum(here, table[row - 1, column] + extra[row - 1], out=here)
            if column:
                np.minimum(here, table[row, column - 1] + missing[column - 1], out=here)
            if row and column:
                unlike = given[row - 1][others_in_table[column - 1]]
                same = others[column - 1] == letters[row - 1]
                np.minimum(here, table[row - 1, column - 1] + np.where(same, 0, unlike), out=here)
            if row > 1 and column > 1:
                swapped = (others[column - 1] == letters[row - 2]) & (others[column - 2] == letters[row - 1])
                np.minimum(here, table[row - 2, column - 2] + np.where(swapped, np.float32(_SWAPPED), _FAR), out=here)
    return table


def _alone(letters: np.ndarray, place: int, here: np.ndarray) -> np.ndarray:
    """What a letter costs that one word has and the other has not: least for one that doubles its neighbour."""
    cost = np.where(np.isin(here, _LONG_VOWELS), np.float32(_LONG_VOWEL), np.float32(_LETTER))
    if place:
        cost = np.where(letters[place - 1] == here, np.float32(_DOUBLED), cost)
    return cost


def _other_letters(word: str, vocabulary: Vocabulary, least_count: int) -> Iterator[Correction]:
    counts = {form: vocabulary.count(form) for form in {*_one_mistake_away(word)}}
    forms = {form for form, count in counts.items() if count}
    if len(word) > _SHORT:
        forms.update(_beginning_alike(word, vocabulary))
    forms.discard(word)
    if not forms:
        return
    listed = sorted(forms)
    most = _MOST_COST if len(word) > _SHORT else _MOST_COST_OF_SHORT
    of_forms = costs(word, listed)
    for place in np.flatnonzero(of_forms <= most + 1e-4):
        count = vocabulary.count(listed[place])
        if count >= least_count:
            yield Correction(listed[place], count, _score(float(of_forms[place]), count), "letters")


def _one_mistake_away(word: str) -> Iterator[str]:
    alphabet = _LATIN if word.isascii() else ALPHABET
    for place in range(len(word) + 1):
        before, behind = word[:place], word[place:]
        yield from (before + letter + behind for letter in alphabet)
        if behind:
            yield before + behind[1:]
            yield from (before + letter + behind[1:] for letter in alphabet)
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]


def _beginning_alike(word: str, vocabulary: Vocabulary) -> list[str]:
    """Of about the same length, with the shortest beginning that not too many share."""
    behind_article = 2 if word.startswith("ال") else 0
    for size in _PREFIXES:
        prefix = word[: size + behind_article]
        forms = list(islice(vocabulary.with_prefix(prefix), _MOST_COMPARED + 1))
        if len(forms) <= _MOST_COMPARED:
            return [form for form in forms if abs(len(form) - len(word)) <= _BAND]
    return []


def _two_words(word: str, vocabulary: Vocabulary, least_count: int) -> Iterator[Correction]:
    """A space forgotten: نصرالله, نصر الله. Both words are attested, though perhaps never in a row."""
    for place in range(2, len(word) - 1):
        count = min(vocabulary.count(word[:place]), vocabulary.count(word[place:]))
        if count >= least_count:
            yield Correction(f"{word[:place]} {word[place:]}", count, _score(_SPACE, count), "space")


def _score(cost: float, count: int) -> float:
    return log10(count) - _TENFOLDS_TO_COST * cost
