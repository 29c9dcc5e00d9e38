"""What changed from one text to another: paragraph by paragraph, and word by word where a paragraph was rewritten."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

SAME, OLD, NEW = "same", "old", "new"
# Comparing takes time by the product of both lengths; what is above is shown as taken out whole and put in whole.
MOST_PARAGRAPHS = 300
MOST_WORD_PAIRS = 100_000  # of two paragraphs
MOST_WORD_PAIRS_IN_ALL = 1_000_000


@dataclass(frozen=True)
class Piece:
    """Words that stand in both texts (`same`), in the first alone (`old`) or in the second alone (`new`)."""

    kind: str
    text: str


@dataclass
class Budget:
    """How many pairs of words may still be compared."""

    left: int = MOST_WORD_PAIRS_IN_ALL

    def allows(self, pairs: int) -> bool:
        if pairs > min(self.left, MOST_WORD_PAIRS):
            return False
        self.left -= pairs
        return True


def compare(before: Sequence[str], after: Sequence[str]) -> list[tuple[Piece, ...]]:
    """The paragraphs of both texts in order, each as its pieces."""
    budget = Budget()
    paragraphs = []
    for operation, old, new in operations(before, after, is_long=max(len(before), len(after)) > MOST_PARAGRAPHS):
        if operation == "equal":
            paragraphs += [(Piece(SAME, text),) for text in new]
        else:
            paragraphs += [pieces(one or "", other or "", budget) for one, other in zip_longest(old, new)]
    return paragraphs


def pieces(before: str, after: str, budget: Budget) -> tuple[Piece, ...]:
    """What became of one paragraph, its words with a space between them."""
    old, new = before.split(), after.split()
    is_long = not budget.allows(len(old) * len(new))
    found = []
    for operation, gone, come in operations(old, new, is_long=is_long):
        if operation == "equal":
            found.append(Piece(SAME, " ".join(come)))
            continue
        found += [Piece(kind, " ".join(words)) for kind, words in ((OLD, gone), (NEW, come)) if words]
    return tuple(found)


def operations(
    before: Sequence[str], after: Sequence[str], *, is_long: bool
) -> Iterator[tuple[str, Sequence, Sequence]]:
    """(operation, its part of the first, its part of the second) as in difflib; long ones are replaced whole."""
    if is_long:
        yield ("equal" if before == after else "replace"), before, after
        return
    for operation, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield operation, before[start:end], after[new_start:new_end]
