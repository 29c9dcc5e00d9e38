"""Texts on their way to a page, with the places in them that a search marks."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.arabic.snippets import find_marks


@dataclass(frozen=True)
class MarkedText:
    """A text and its marks, (start, end) in its characters; `first` is the number of its first mark, if any."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    first: int | None = None


def mark_all(texts: Iterable[str], wanted) -> list[MarkedText]:
    """The texts of one page, their marks numbered through from 1."""
    number = 1
    marked = []
    for text in texts:
        marks = tuple(find_marks(text, wanted)) if wanted else ()
        marked.append(MarkedText(text, marks, number))
        number += len(marks)
    return marked


def count_marks(marked: Iterable[MarkedText]) -> int:
    return sum(len(text.marks) for text in marked)
