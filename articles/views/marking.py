"""Texts on their way to a page, with the places in them that a search marks, and why it does."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.arabic.snippets import Mark, Passage, Wanted, find_marks
from articles.views.mark_reasons import Reasons


@dataclass(frozen=True)
class MarkedText:
    """A text and its marks; `first` is the number of its first mark, if any. `reasons`: one for each mark, or none.

    `is_in_link`: its marks cannot be stops of the keyboard.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    first: int | None = None
    reasons: tuple[str, ...] = ()
    is_in_link: bool = False


@dataclass(frozen=True)
class MarkedPassage(MarkedText):
    """`is_start` and `is_end`: nothing of its text was cut there."""

    is_start: bool = True
    is_end: bool = True


def mark_all(texts: Iterable[str], wanted: Wanted | None, reasons: Reasons | None = None) -> list[MarkedText]:
    """The texts of one page, their marks numbered through from 1; without marks where nothing was wanted."""
    number = 1
    marked = []
    for text in texts:
        marks = tuple(find_marks(text, wanted)) if wanted is not None else ()
        marked.append(MarkedText(text, marks, number, say(text, marks, reasons)))
        number += len(marks)
    return marked


def mark_headline(text: str, wanted: Wanted, reasons: Reasons) -> MarkedText:
    marks = tuple(find_marks(text, wanted))
    return MarkedText(text, marks, reasons=say(text, marks, reasons), is_in_link=True)


def mark_passage(passage: Passage, reasons: Reasons) -> MarkedPassage:
    said = say(passage.text, passage.marks, reasons)
    return MarkedPassage(passage.text, passage.marks, reasons=said, is_start=passage.is_start, is_end=passage.is_end)


def say(text: str, marks: Iterable[Mark], reasons: Reasons | None) -> tuple[str, ...]:
    return tuple(reasons.of_mark(text[mark.start : mark.end]) for mark in marks) if reasons else ()


def count_marks(marked: Iterable[MarkedText]) -> int:
    return sum(len(text.marks) for text in marked)
