"""What it costs to write one folded letter for another: less for neighbours on a keyboard and for what looks or sounds
alike."""

from itertools import combinations, product

import numpy as np

from articles.arabic.folding import fold
from articles.arabic.keyboards import ARABIC_ROWS

ALPHABET = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
# Heard alike somewhere between the ocean and the gulf, or in names from abroad.
_SOUND_ALIKE = "ضظ ضد سص تط ثت ثس ذز ذد ظز ظذ قك قغ كغ جغ جق هح عء اء وؤ يئ فب"
# Of one shape but for dots.
_LOOK_ALIKE = "بتثني جحخ دذ رز سش صض طظ عغ فق"
_SOUND, _LOOK, _NEIGHBOUR, OTHER = 0.5, 0.6, 0.6, 1.0
# How far each row of keys is moved to the right, and how far apart neighbours are, in keys.
_MOVED = (0.0, 0.25, 0.75)
_NEAR = 1.3

_BLOCK = 0x600
_SIZE = 0x80


def place_in_table(codes: np.ndarray) -> np.ndarray:
    """The index of characters in `substitution_costs`; 0 for all that are not of the Arabic block."""
    return np.where((codes >= _BLOCK) & (codes < _BLOCK + _SIZE), codes - _BLOCK, 0)


def _substitution_costs() -> np.ndarray:
    costs = np.full((_SIZE, _SIZE), OTHER, dtype=np.float32)
    for pairs, cost in ((_neighbours(), _NEIGHBOUR), (_pairs(_LOOK_ALIKE), _LOOK), (_pairs(_SOUND_ALIKE), _SOUND)):
        for one, other in pairs:
            costs[ord(one) - _BLOCK, ord(other) - _BLOCK] = costs[ord(other) - _BLOCK, ord(one) - _BLOCK] = cost
    np.fill_diagonal(costs, 0)
    costs[0, 0] = OTHER
    return costs


def _pairs(groups: str) -> list[tuple[str, str]]:
    return [pair for group in groups.split() for pair in combinations(group, 2)]


def _neighbours() -> list[tuple[str, str]]:
    """Of folded letters: ى, ئ and ي are one, so ي has the neighbours of three keys."""
    keys = [
        (fold(letter), row, moved + place)
        for row, (letters, moved) in enumerate(zip(ARABIC_ROWS, _MOVED, strict=True))
        for place, letter in enumerate(letters)
        if len(letter) == 1
    ]
    return [
        (one, other)
        for (one, row, place), (other, other_row, other_place) in product(keys, keys)
        if one != other and abs(row - other_row) <= 1 and abs(place - other_place) < _NEAR
    ]


SUBSTITUTION_COSTS = _substitution_costs()
