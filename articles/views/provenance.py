"""Where an article stands in the archive's saved pages, to the line, and what was left out of those lines."""

from dataclasses import dataclass
from itertools import islice

from articles.models import Appearance, Article, Block

MOST_LINES = 40  # left out of one place, shown


@dataclass(frozen=True)
class DroppedLine:
    """A line that is no part of the article, and the key of the reason."""

    number: int
    reason: str
    text: str


@dataclass(frozen=True)
class PlaceInDump:
    appearance: Appearance
    dropped: tuple[DroppedLine, ...]


def find_provenance(article: Article) -> list[PlaceInDump]:
    """Every appearance of an article with what was dropped between its first line and its last."""
    return [PlaceInDump(row, dropped_within(row)) for row in article.appearances.select_related("dump")]


def dropped_within(appearance: Appearance) -> tuple[DroppedLine, ...]:
    lines = (DroppedLine(*entry) for entry in appearance.dump.dropped if len(entry) == 3)
    within = (line for line in lines if appearance.first_line <= line.number <= appearance.last_line)
    return tuple(islice(within, MOST_LINES))


def edited_names(article: Article) -> str:
    """The fields that an editor changed, in words."""
    names = (
        Block._meta.verbose_name_plural if name == "blocks" else Article._meta.get_field(name).verbose_name
        for name in article.edited_fields
    )
    return " · ".join(map(str, names))
