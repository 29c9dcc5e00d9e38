"""Which texts are alike: those of which half of the shorter stands in the longer. Pure.

Hundreds of texts may share a headline, so they are not compared each with each: only those that share one of the
sequences which a text must share with any that it is alike (the rarest of them: what all have tells nothing apart).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import ceil

from articles.arabic import folding

SEQUENCE = 4  # words; shorter sequences recur in unrelated news, longer ones break at every edit
SEQUENCE_SHARE = 0.5


@lru_cache(maxsize=2048)
def word_sequences(text: str) -> frozenset[int]:
    """The sequences of `SEQUENCE` folded words in a text, hashed; of a shorter text the one sequence that it is."""
    words = folding.key(text).split()
    if not words:
        return frozenset()
    last = max(1, len(words) - SEQUENCE + 1)
    return frozenset(hash(" ".join(words[start : start + SEQUENCE])) for start in range(last))


def alike_pairs(texts: Sequence[str], is_wanted: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """Numbers of texts that are alike, of the pairs that are wanted at the time; texts without words are alike."""
    sequences = [word_sequences(text) for text in texts]
    wordless = [number for number, found in enumerate(sequences) if not found]
    yield from (pair for pair in combinations(wordless, 2) if is_wanted(*pair))
    holders = held_by_several(sequences)
    for number, found in enumerate(sequences):
        for other in longer_ones(number, found, sequences, holders):
            if is_wanted(number, other) and len(found & sequences[other]) >= needed(found):
                yield number, other


def needed(sequences: frozenset[int]) -> int:
    """How many of a text's sequences must stand in a longer one."""
    return ceil(SEQUENCE_SHARE * len(sequences))


def held_by_several(texts: Sequence[frozenset[int]]) -> dict[int, tuple[int, ...]]:
    """The texts that hold a sequence, for those sequences that more than one holds."""
    seen, again = set(), set()
    for sequences in texts:
        again |= sequences & seen
        seen |= sequences
    holders = defaultdict(list)
    for number, sequences in enumerate(texts):
        for sequence in sequences & again:
            holders[sequence].append(number)
    # A sentence that recurs has many sequences of the same holders: these are one object, to be gone through once.
    known = {}
    return {sequence: known.setdefault(held := tuple(numbers), held) for sequence, numbers in holders.items()}


def longer_ones(number: int, found: frozenset[int], texts: Sequence[frozenset[int]], holders: dict) -> set[int]:
    """The texts as long as this one or longer that may hold half of it.

    Of the sequences that it shares with any, all but `needed` and one may be missing from such a text; so one of these
    stands in it, whichever they are, and the rarest lead to the fewest texts.
    """
    shared = sorted((sequence for sequence in found if sequence in holders), key=lambda one: len(holders[one]))
    asked = shared[: max(0, len(shared) - needed(found) + 1)]
    lists = {id(holders[sequence]): holders[sequence] for sequence in asked}
    candidates = set().union(*lists.values())
    return {other for other in candidates if (len(texts[other]), other) > (len(found), number)}
