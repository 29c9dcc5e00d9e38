"""What a query asks for, as an immutable tree that knows no engine.

`start` and `end` say where in the typed text a node stands; trees are equal when they ask for the same, wherever it
stands. Trees are put together with `joining`, which keeps one shape for each question.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

TextField = Literal["title", "text", "author", "source", "section", "place", "tag"]
Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Everything(Placed):
    """Every article: nothing was typed."""


@dataclass(frozen=True, slots=True)
class Nothing(Placed):
    """No article: something was typed, and nothing in it can be searched."""


@dataclass(frozen=True, slots=True)
class Word(Placed):
    """One word as `articles.arabic.tokens` parts them, as it was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase(Placed):
    """Words as they stand in quotation marks.

    Without a slop they stand side by side. With one, at most so many other words stand between the first of them and
    the last, in the order written or in any.
    """

    words: tuple[Word, ...]
    slop: int = 0
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Wildcard(Placed):
    """A word in which `*` stands for any letters, also none, and `?` for one."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Fuzzy(Placed):
    """A word and those which differ from it by a letter or so."""

    word: Word


# What a query of plain words is made of.
Plain = Word | Phrase | Wildcard | Fuzzy


@dataclass(frozen=True, slots=True)
class Words(Placed):
    """Two or more plain items side by side, no operator between; how many of them must be there is not said here."""

    items: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class And(Placed):
    """Two or more parts, each of which must be met. Plain items and `Words` come first."""

    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or(Placed):
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not(Placed):
    item: "Node"


@dataclass(frozen=True, slots=True)
class Field(Placed):
    """What is asked of one part of an article, or of the names tied to it. No field stands directly in another."""

    name: TextField
    item: "Node"


@dataclass(frozen=True, slots=True)
class Dated(Placed):
    """Published from a day to a day, both included; None where the range is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Mentioned(Placed):
    """The text names a date that lies in a range; or, without a year, a day or month of any year.

    `yearless` is written as `DateMention.edtf` is: XXXX-05-12 or XXXX-05, in numbers of the `calendar`.
    """

    first: date | None
    last: date | None
    yearless: str | None = None
    calendar: Calendar = "gregorian"


Node = Everything | Nothing | Word | Phrase | Wildcard | Fuzzy | Words | And | Or | Not | Field | Dated | Mentioned
