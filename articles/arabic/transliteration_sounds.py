"""A word of Latin letters as steps, each of which spells some of its letters with some of an Arabic word's.

Every way through the steps is a spelling. The consonants of all ways are the skeletons under which a vocabulary keeps
what may be meant; the cheapest way that spells a form says how well it fits.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from articles.arabic.folding import fold
from articles.arabic.transliteration_letters import (
    CONSONANTS,
    FIRST_VOWELS,
    LAST_OF_GOD,
    LAST_VOWELS,
    MARKED,
    SOFT,
    SUN_LETTERS,
    VOWELS,
)
from articles.arabic.transliteration_skeletons import consonants

LONGEST_WORD = 24
_MOST_SKELETONS = 60
_WORD = re.compile(r"[a-z2-9]*[a-z][a-z2-9]*")
_LONGEST_UNIT = 5
_SOFT_BEFORE = tuple("eiy")
_VOWELS = frozenset("aeiouy")
# What Arabic writes and Latin does not. Long vowels are rarely such.
_UNHEARD = {"ء": 0.1, "ع": 0.35, "ا": 0.8, "و": 0.8, "ي": 0.8}
_LAST_UNHEARD = {"ه": 0.4, "ا": 0.7}
_ALEF_BEFORE_TWO = 0.3


class Step(NamedTuple):
    """`end` is the place in the Latin word behind what it spells; `consonants` are those of `spelling`."""

    end: int
    spelling: str
    consonants: str
    cost: float


def latin_letters(word: str) -> str:
    """A word's letters as the tables know them, empty if it has others: Erdoğan -> erdoghan, Müller -> muller."""
    letters = fold(word[: 2 * LONGEST_WORD].lower().translate(MARKED))
    return letters if len(letters) <= LONGEST_WORD and _WORD.fullmatch(letters) else ""


@lru_cache(maxsize=1024)
def steps(letters: str) -> tuple[tuple[Step, ...], ...]:
    """For each place in the word, the ways to go on from it."""
    return tuple(tuple(_steps_at(letters, place)) for place in range(len(letters)))


def _steps_at(letters: str, place: int) -> Iterator[Step]:
    for end in range(place + 1, min(place + _LONGEST_UNIT, len(letters)) + 1):
        for spelling, cost in _spellings(letters, place, end):
            yield Step(end, spelling, consonants(spelling), cost)


def _spellings(letters: str, place: int, end: int) -> Iterable[tuple[str, float]]:
    unit, is_last = letters[place:end], end == len(letters)
    if unit in LAST_OF_GOD and is_last and place > 1:
        return [(LAST_OF_GOD[unit], 0.0)]
    if len(unit) == 1 and unit in SOFT and letters.startswith(_SOFT_BEFORE, end):
        return SOFT[unit].items()
    if is_last and place > 0 and unit in LAST_VOWELS:
        return LAST_VOWELS[unit].items()
    if unit in (vowels := FIRST_VOWELS if place == 0 else VOWELS):
        return vowels[unit].items()
    if unit in CONSONANTS:
        return CONSONANTS[unit].items()
    if len(unit) == 2 and unit[0] == unit[1] and unit[0] in CONSONANTS:
        return CONSONANTS[unit[0]].items()
    return _article_within(unit) if place > 1 else ()


def _article_within(unit: str) -> Iterator[tuple[str, float]]:
    """Abdulaziz, Abdelkader; Abdurrahman, Salaheddine."""
    if unit[0] not in _VOWELS:
        return
    if unit[1:] == "l":
        yield "ال", 0.1
    if unit[1:2] == "l" and unit[2:] in _VOWELS:
        yield "الع", 0.1
    half = len(unit) // 2
    if unit[1 : half + 1] == unit[half + 1 :] and unit[half + 1 :] in SUN_LETTERS:
        yield "ال" + SUN_LETTERS[unit[half + 1 :]], 0.1


@lru_cache(maxsize=1024)
def skeletons(letters: str) -> tuple[str, ...]:
    """Those of all its spellings, likeliest first: gaddafi -> gdf, jdf, gzf, jzf, kdf, kzf."""
    ways: list[dict[str, float]] = [{} for _ in range(len(letters) + 1)]
    ways[0][""] = 0.0
    for place, here in enumerate(steps(letters)):
        for so_far, cost in _cheapest(ways[place]):
            for step in here:
                key = so_far + step.consonants
                known = ways[step.end]
                if cost + step.cost < known.get(key, 99.0):
                    known[key] = cost + step.cost
    found: dict[str, None] = {}
    for key, _ in _cheapest(ways[-1]):
        found[key.removesuffix("h")] = None
        if letters[0] in _VOWELS and key.startswith("l"):
            # In البرت the first letters look like an article.
            found[key[1:].removesuffix("h")] = None
    return tuple(key for key in found if key)


def _cheapest(ways: dict[str, float]) -> Iterator[tuple[str, float]]:
    return islice(sorted(ways.items(), key=lambda way: way[1]), _MOST_SKELETONS)


def cost_of(letters: str, form: str, most: float) -> float | None:
    """What it costs to spell the Latin word with this folded form; None if no way does for `most` or less."""
    ways: list[dict[int, float]] = [{} for _ in range(len(letters) + 1)]
    ways[0][0] = 0.0
    if form[:1] == "ا" and not letters.startswith(tuple(_VOWELS)):
        ways[0][1] = _ALEF_BEFORE_TWO if letters[1:2] not in _VOWELS else _UNHEARD["ا"]
    for place, here in enumerate(steps(letters)):
        if not ways[place]:
            continue
        _hear_nothing(ways[place], form, most)
        for reached, cost in ways[place].items():
            for end, spelling, _, more in here:
                if cost + more <= most and form.startswith(spelling, reached):
                    behind = reached + len(spelling)
                    if cost + more < ways[end].get(behind, 99.0):
                        ways[end][behind] = cost + more
    _hear_nothing(ways[-1], form, most)
    last = ways[-1]
    spelled, all_but_one = last.get(len(form)), last.get(len(form) - 1)
    if all_but_one is not None and form[-1] in _LAST_UNHEARD:
        all_but_one += _LAST_UNHEARD[form[-1]]
        if all_but_one <= most and (spelled is None or all_but_one < spelled):
            return all_but_one
    return spelled


def _hear_nothing(reached: dict[int, float], form: str, most: float) -> None:
    """Go on over letters of the form which the Latin word has nothing for, but not at its first."""
    for place, letter in enumerate(form):
        if place and place in reached and letter in _UNHEARD:
            cost = reached[place] + _UNHEARD[letter]
            if cost <= most and cost < reached.get(place + 1, 99.0):
                reached[place + 1] = cost
