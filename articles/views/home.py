"""The first page: the search box, the archive in numbers, and the ways in."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy

from articles.models import Article, Place, Section, Source, Tag
from articles.views.archive_state import cached_by, day_state
from articles.views.names import counts_of, most_used_of
from articles.views.on_this_day import find_gregorian
from articles.views.search_address import SearchAddress
from articles.views.volumes import volumes

EXAMPLES = (
    ("داعش", gettext_lazy("finds it with its prefixes and quotation marks too")),
    ('"وقف إطلاق النار"', gettext_lazy("finds the phrase, its words side by side")),
    ("أردوغان", gettext_lazy("finds it however its hamza is written")),
)
NEWEST, YEARS, SOURCES, SECTIONS, PLACES, TAGS = 8, 12, 20, 12, 14, 24


@dataclass(frozen=True)
class Example:
    """A query to try, and what it shows."""

    query: str
    shows: str
    href: str


@dataclass(frozen=True)
class Bar:
    """A year of the chart; `height` and `top` in hundredths of its own."""

    year: int
    count: int
    height: int

    @property
    def top(self) -> int:
        return 100 - self.height


@cached_by(day_state)
def home(request):
    archive, today = volumes(request), timezone.localdate()
    years = list(archive.years.items())
    context = {
        "examples": [Example(query, shows, SearchAddress(query).querystring()) for query, shows in EXAMPLES],
        "years": make_bars(last_years(years)),
        "first_year": years[0][0] if years else None,
        "last_year": years[-1][0] if years else None,
        "total": archive.total,
        "dated": archive.dated,
        "undated": archive.undated,
        "sourced": archive.total - archive.sourceless,
        "sourceless": archive.sourceless,
        "source_count": len(counts_of(request, Source)),
        "sources": most_used_of(request, Source, SOURCES),
        "newest": Article.objects.for_lists().in_order_of(last_published(NEWEST)),
        "sections": most_used_of(request, Section, SECTIONS),
        "places": most_used_of(request, Place, PLACES),
        "tags": most_used_of(request, Tag, TAGS),
        "anniversary": find_gregorian(archive, today, today, most=1),
    }
    return render(request, "home/page.html", context)


def last_published(most: int):
    """Their numbers."""
    return Article.objects.published().newest().values_list("pk", flat=True)[:most]


def make_bars(counts: list[tuple[int, int]]) -> list[Bar]:
    """The highest year fills its bar, and one with any article can be seen."""
    highest = max((count for _, count in counts), default=0)
    return [Bar(year, count, -(-100 * count // highest)) for year, count in counts]


def last_years(counts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last years of the archive without a gap: those that have nothing show that they have nothing."""
    if not counts:
        return []
    known, last = dict(counts), counts[-1][0]
    return [(year, known.get(year, 0)) for year in range(max(counts[0][0], last - YEARS + 1), last + 1)]
