"""Where an article stands in the archive's saved pages, to the line, and what was left out of those lines."""

from dataclasses import dataclass
from itertools import islice

from django.db.models import Case, When

from articles.models import Appearance, Article, Block

MOST_PLACES = 50
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


@dataclass(frozen=True)
class Provenance:
    """The places that are shown, and how many there are: a card can stand in thousands of pages."""

    places: tuple[PlaceInDump, ...]
    total: int

    @property
    def unseen(self) -> int:
        return self.total - len(self.places)


def find_provenance(article: Article) -> Provenance:
    """Where the whole article stands first, then its cards, each with what was dropped between its lines."""
    is_card = Case(When(role__in=(Appearance.Role.MAIN, Appearance.Role.APPENDED), then=0), default=1)
    rows = article.appearances.select_related("dump").defer("seen", "dump__counts", "dump__rejections")
    shown = rows.order_by(is_card, "dump__name", "first_line", "pk")[:MOST_PLACES]
    places = tuple(PlaceInDump(row, dropped_within(row)) for row in shown)
    total = len(places) if len(places) < MOST_PLACES else article.appearances.count()
    return Provenance(places, total)


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
