"""The archive in numbers: totals, and the articles of each month by source, drawn and as a table."""

from dataclasses import dataclass
from itertools import pairwise

from django.shortcuts import render
from django.utils.translation import gettext as _

from articles.models import Article, Author, Place, Section, Source, Tag
from articles.templatetags.archive import edtf, language, number
from articles.views.archive_state import archive_state, cached_by, remember
from articles.views.names import counts_of, names_of
from articles.views.volumes import Month, Volumes, volumes

MOST_MONTHS = 240
MOST_ROWS = 24
CHART_HEIGHT = 40
BAR = 4


@dataclass(frozen=True)
class Run:
    """Months without any article, from the first to the last, as EDTF, and their place in the chart."""

    first: str
    last: str
    x: int
    width: int

    @property
    def edtf(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


@dataclass(frozen=True)
class Series:
    """One source over time. `gaps` are the months between its first and its last article in which it has none.

    `bars` is the SVG path of its bars: one for each month, the highest as high as the chart.
    """

    label: str
    href: str
    count: int
    highest: int
    counts: tuple[int, ...]
    bars: str
    gaps: tuple[Run, ...]


@dataclass(frozen=True)
class Chart:
    """All series over the same months, which run from right to left in Arabic; `rows` are the same in words."""

    months: tuple[str, ...]
    width: int
    height: int
    series: tuple[Series, ...]
    earlier: int
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@cached_by(archive_state)
def statistics_page(request):
    archive = volumes(request)
    context = {
        "archive": archive,
        "whole": archive.completeness.get(Article.Completeness.WHOLE, 0),
        "excerpts": archive.completeness.get(Article.Completeness.EXCERPT, 0),
        "of_a_month": sum(archive.months.values()),
        "first": edtf_month(min(archive.months)) if archive.months else "",
        "last": edtf_month(max(archive.months)) if archive.months else "",
        "names": {model._meta.model_name: len(counts_of(request, model)) for model in NAMED},
        "chart": remember(request, f"chart {language()}", lambda: draw_chart(archive, labels_of(request))),
    }
    return render(request, "statistics/page.html", context)


NAMED = (Source, Section, Author, Place, Tag)


def labels_of(request) -> dict[int, tuple[str, str]]:
    return {name.pk: (name.label, name.href) for name in names_of(request, Source)}


def draw_chart(archive: Volumes, labels: dict[int, tuple[str, str]]) -> Chart | None:
    """The sources with the most articles each in a row, the others in one, and those without a source in one."""
    if not archive.months:
        return None
    months = months_until(max(archive.months), min(archive.months))
    series = []
    others: dict[Month, int] = {}
    for source, total in archive.sources.items():
        counts = archive.months_of_sources.get(source, {})
        if source is not None and len(series) < MOST_ROWS:
            series.append(draw_series(*labels.get(source, (str(source), "")), total, counts, months))
        elif source is not None:
            others = {month: others.get(month, 0) + counts.get(month, 0) for month in {*others, *counts}}
    rest = sum(total for source, total in archive.sources.items() if source is not None) - sum(s.count for s in series)
    if rest:
        series.append(draw_series(_("Other sources"), "", rest, others, months))
    if archive.sourceless:
        unknown = archive.months_of_sources.get(None, {})
        series.append(draw_series(_("Source unknown"), "", archive.sourceless, unknown, months))
    rows = [
        (edtf(edtf_month(month)), (number(archive.months.get(month, 0)), *(number(s.counts[place]) for s in series)))
        for place, month in enumerate(months)
    ]
    return Chart(
        months=tuple(edtf_month(month) for month in months),
        width=BAR * len(months),
        height=CHART_HEIGHT,
        series=tuple(series),
        earlier=sum(count for month, count in archive.months.items() if month < months[0]),
        rows=tuple(reversed(rows)),
    )


def draw_series(label: str, href: str, total: int, by_month: dict[Month, int], months: list[Month]) -> Series:
    counts = tuple(by_month.get(month, 0) for month in months)
    highest = max(counts)
    bars = "".join(
        f"M{place_of(place, 1, len(months))} {CHART_HEIGHT}v-{height}h{BAR - 1}v{height}z"
        for place, count in enumerate(counts)
        if count and (height := -(-CHART_HEIGHT * count // highest))
    )
    return Series(label, href, total, highest, counts, bars, tuple(find_gaps(counts, months)))


def find_gaps(counts: tuple[int, ...], months: list[Month]) -> list[Run]:
    filled = [place for place, count in enumerate(counts) if count]
    pairs = [(first + 1, last - 1) for first, last in pairwise(filled) if last > first + 1]
    return [
        Run(
            edtf_month(months[first]),
            edtf_month(months[last]),
            place_of(first, last - first + 1, len(months)),
            BAR * (last - first + 1),
        )
        for first, last in pairs
    ]


def place_of(place: int, width: int, length: int) -> int:
    """Where so many months from one on stand: time runs with the writing."""
    return BAR * (length - place - width if language() == "ar" else place)


def months_until(last: Month, first: Month) -> list[Month]:
    """All months in order, with those that have nothing; of a long time the last of them."""
    end, start = last[0] * 12 + last[1] - 1, first[0] * 12 + first[1] - 1
    return [(number // 12, number % 12 + 1) for number in range(max(start, end - MOST_MONTHS + 1), end + 1)]


def edtf_month(month: Month) -> str:
    return f"{month[0]:04}-{month[1]:02}"
