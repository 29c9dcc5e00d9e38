"""The first page: the search box, the archive in numbers, and the ways in."""

from dataclasses import dataclass

from django.shortcuts import render
from django.utils.translation import gettext_lazy

from articles.models import Article, Place, Section, Source, Tag
from articles.views.authorities import with_counts
from articles.views.dates import count_years
from articles.views.search_address import SearchAddress

EXAMPLES = (
    ("داعش", gettext_lazy("finds it with its prefixes and quotation marks too")),
    ('"وقف إطلاق النار"', gettext_lazy("finds the phrase, its words side by side")),
    ("أردوغان", gettext_lazy("finds it however its hamza is written")),
)
NEWEST, YEARS, SECTIONS, PLACES, TAGS = 8, 12, 12, 14, 24


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


def home(request):
    years = count_years()
    sources = list(with_counts(Source).order_by("-count", "name"))
    context = {
        "examples": [Example(query, shows, SearchAddress(query).querystring()) for query, shows in EXAMPLES],
        "years": make_bars(last_years(years)),
        "first_year": years[0][0] if years else None,
        "last_year": years[-1][0] if years else None,
        **count_articles(),
        "sources": sources,
        "newest": Article.objects.published().for_lists().newest()[:NEWEST],
        "sections": with_counts(Section).order_by("-count", "name")[:SECTIONS],
        "places": with_counts(Place).order_by("-count", "name")[:PLACES],
        "tags": with_counts(Tag).order_by("-count", "label_ar", "label_en")[:TAGS],
    }
    return render(request, "home/page.html", context)


def count_articles() -> dict[str, int]:
    """How many articles there are, and how many with and without a date and a source."""
    published = Article.objects.published()
    total, undated = published.count(), published.undated().count()
    sourceless = published.filter(source=None).count()
    return {
        "total": total,
        "dated": total - undated,
        "undated": undated,
        "sourced": total - sourceless,
        "sourceless": sourceless,
    }


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
