"""A page as templates see it: its lines, what each is by itself, and what the whole page teaches about brackets."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.corpus.pages.furniture import (
    HEADINGS,
    LIST_HEADING,
    MEDIA_MARK,
    MENU,
    PAGE,
    furniture_reason,
    split_media_mark,
)
from articles.corpus.pages.lines import Line
from articles.corpus.pages.phrases import glosses
from articles.corpus.pages.sections import is_section
from articles.corpus.records import ArticleRecord, CardRecord, Furniture

MOST_SECTIONS = 12  # of a menu


@dataclass(frozen=True)
class Page:
    """The lines that have something on them; places (`at`) are indexes in `lines`, not numbers of lines."""

    lines: list[Line]

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, at: int) -> str:
        """The text of a line, "" past the end."""
        return self.lines[at].text if at < len(self.lines) else ""

    def number(self, at: int) -> int:
        return self.lines[at].number

    @cached_property
    def reasons(self) -> list[str | None]:
        """For each line why it is furniture by itself, None for text."""
        reasons = [_reason(line.text) for line in self.lines]
        for at in _sections_on_the_way(self.lines, reasons):
            reasons[at] = MENU
        return reasons

    @cached_property
    def last_text(self) -> int:
        """The place of the last line that is no furniture, -1 where all are."""
        return next((at for at in range(len(self.lines) - 1, -1, -1) if self.reasons[at] is None), -1)

    @cached_property
    def glosses(self) -> frozenset[str]:
        """Explanations in brackets on this page, such as the short name of an organisation."""
        return frozenset().union(*(glosses(split_media_mark(line.text)[0]) for line in self.lines))

    def is_heading(self, at: int) -> bool:
        return at < len(self.lines) and self.reasons[at] in HEADINGS

    def dropped(self, at: int, reason: str | None = None) -> Furniture:
        """A line as furniture; the headings of lists are one kind of furniture."""
        reason = reason or self.reasons[at] or ""
        return Furniture(self.number(at), LIST_HEADING if reason in HEADINGS else reason, self.text(at))


@dataclass(frozen=True)
class Reading:
    """What a template makes of a page."""

    articles: tuple[ArticleRecord, ...]
    cards: tuple[CardRecord, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    needs_review: bool = False


def _sections_on_the_way(lines: list[Line], reasons: list[str | None]) -> Iterator[int]:
    """The names of sections, each in its line, between the first lines of a menu and the headline."""
    first = next((at for at, reason in enumerate(reasons) if reason is None), len(lines))
    if PAGE in reasons[:first]:
        for at in range(first, min(first + MOST_SECTIONS, len(lines) - 1)):
            if reasons[at] is None and not is_section(lines[at].text):
                return
            yield at


def _reason(text: str) -> str | None:
    return furniture_reason(text) or (MEDIA_MARK if split_media_mark(text)[0] == "" else None)
