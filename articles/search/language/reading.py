"""Reading a query: any text at all, into a tree, with what is wrong in it and how it would be written rightly."""

from collections import Counter
from dataclasses import dataclass

from articles.search.language.arranging import arrange
from articles.search.language.fields import NAMES
from articles.search.language.grammar import parse
from articles.search.language.lexemes import lexemes
from articles.search.language.mistakes import MOST_CHARACTERS, Kind, Mistake
from articles.search.language.tree import Everything, Node, Nothing
from articles.search.language.typed import Typed, take
from articles.search.language.writing import write

# No more of what was typed is shown with a mistake, and no more mistakes.
_LONGEST_EXCERPT = 40
MOST_MISTAKES = 20


@dataclass(frozen=True)
class Reading:
    """`corrected` reads to the same tree without a mistake; None if there is none, or nothing left to correct.

    `is_cut` says that what was typed is longer than is read.
    """

    tree: Node
    mistakes: tuple[Mistake, ...] = ()
    corrected: str | None = None
    is_cut: bool = False


def read(text: str) -> Reading:
    """Never raises; takes time in proportion to the text, and beyond 10,000 characters none."""
    typed = take(text)
    if not typed.text.strip() and typed.cut_at is None:
        return Reading(Everything(end=len(text)))
    reporter = _Reporter(text, typed)
    arranged = arrange(list(lexemes(typed, reporter.report)), typed.text, reporter.report)
    tree = parse(arranged, typed, reporter.report)
    if tree is None and not reporter.mistakes:
        reporter.report(Kind.NOTHING_TO_SEARCH, 0, len(typed.text))
    tree = tree or Nothing(end=len(text))
    mistakes = reporter.in_order()
    is_cut = any(mistake.kind in (Kind.TOO_LONG, Kind.TOO_MANY_WORDS) for mistake in mistakes)
    return Reading(tree, mistakes, _corrected(tree, typed.text) if mistakes else None, is_cut)


def _corrected(tree: Node, text: str) -> str | None:
    if isinstance(tree, Nothing):
        return None
    is_english = any(f"{name}:" in text.lower() for name in NAMES if name.isascii())
    corrected = write(tree, "en" if is_english else "ar")
    # With a mark closed or two it can pass the limit that what was typed did not.
    return corrected if len(corrected) <= MOST_CHARACTERS else None


class _Reporter:
    def __init__(self, original: str, typed: Typed):
        self._original = original
        self._typed = typed
        self.mistakes: list[Mistake] = []
        self._counts: Counter[Kind] = Counter()
        if typed.cut_at is not None:
            self._add(Kind.TOO_LONG, typed.cut_at, typed.length)

    def report(self, kind: Kind, start: int, end: int) -> None:
        self._counts[kind] += 1
        if self._counts[kind] > MOST_MISTAKES:
            return
        self._add(kind, **self._typed.span(start, end))

    def _add(self, kind: Kind, start: int, end: int) -> None:
        self.mistakes.append(Mistake(kind, start, end, self._original[start : min(end, start + _LONGEST_EXCERPT)]))

    def in_order(self) -> tuple[Mistake, ...]:
        """The first of them, as they stand in the text; that it was cut is always told."""
        ordered = sorted(self.mistakes, key=lambda mistake: (mistake.start, mistake.end))
        cuts = [mistake for mistake in ordered if mistake.kind in (Kind.TOO_LONG, Kind.TOO_MANY_WORDS)]
        others = [mistake for mistake in ordered if mistake not in cuts]
        return (*others[: MOST_MISTAKES - len(cuts)], *cuts)
