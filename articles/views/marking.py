"""Texts on their way to a page, with the places in them that a search marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.arabic.snippets import Mark, Wanted, find_marks


@dataclass(frozen=True)
class MarkedText:
    """A text and its marks; `first` is the number of its first mark, if any."""

    text: str
    marks: tuple[Mark, ...] = ()
    first: int | None = None


def mark_all(texts: Iterable[str], wanted: Wanted | None) -> list[MarkedText]:
    """The texts of one page, their marks numbered through from 1; without marks where nothing was wanted."""
    number = 1
    marked = []
    for text in texts:
        marks = tuple(find_marks(text, wanted)) if wanted is not None else ()
        marked.append(MarkedText(text, marks, number))
        number += len(marks)
    return marked


def count_marks(marked: Iterable[MarkedText]) -> int:
    return sum(len(text.marks) for text in marked)
