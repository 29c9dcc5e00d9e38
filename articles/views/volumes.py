"""How many articles there are, by source, completeness and date: all numbers of the pages for browsing come from here.

One query groups the published articles; years, months and days are added up from its groups. An article may be of
every year that its date touches, but is of a month or a day only where its whole date lies in it.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from django.db.models import Count

from articles.models import Article
from articles.views.archive_state import remember

MOST_YEARS = 100
"""An uncertain date may span ages; no more years than this are counted for one article, as in the index."""

Month = tuple[int, int]


class Group(NamedTuple):
    """The published articles of one source, one completeness and one span of days; None where it is not known."""

    source: int | None
    completeness: str
    first: datetime.date | None
    last: datetime.date | None
    count: int


class Span(NamedTuple):
    """What a span of days is of: the years it touches, and the month and the day that it lies in, if any."""

    years: range
    month: Month | None
    day: datetime.date | None

    @classmethod
    def between(cls, first: datetime.date | None, last: datetime.date | None) -> "Span":
        """The last years of a very long span alone; a span of unknown beginning is of the year in which it ends."""
        if last is None:
            return cls(range(0), None, None)
        start = first or last
        years = range(max(start.year, last.year - MOST_YEARS + 1), last.year + 1)
        is_of_month = first is not None and month_of(first) == month_of(last)
        return cls(years, month_of(last) if is_of_month else None, last if first == last else None)


@dataclass(frozen=True)
class Volumes:
    """The archive in numbers. Keys stand in order of time."""

    total: int
    undated: int
    sources: dict[int | None, int]
    completeness: dict[str, int]
    years: dict[int, int]
    months: dict[Month, int]
    days: dict[datetime.date, int]
    months_of_sources: dict[int | None, dict[Month, int]]
    latest_touching: dict[int, datetime.date] = field(repr=False)
    """Of each year the last day of the spans that touch it: no article that may be of the year ends later."""

    @property
    def dated(self) -> int:
        return self.total - self.undated

    @property
    def sourceless(self) -> int:
        return self.sources.get(None, 0)


def volumes(request) -> Volumes:
    return remember(request, "volumes", lambda: add_up(read_groups()))


def read_groups() -> list[Group]:
    rows = (
        Article.objects.published().order_by().values_list("source", "completeness", "published_from", "published_to")
    )
    return [Group(*row) for row in rows.annotate(Count("pk"))]


def add_up(groups: Iterable[Group]) -> Volumes:
    total = undated = 0
    sources: Counter = Counter()
    completeness: Counter = Counter()
    years: Counter = Counter()
    months: Counter = Counter()
    days: Counter = Counter()
    by_source: dict[int | None, Counter] = {}
    latest: dict[int, datetime.date] = {}
    read_span = cache(Span.between)
    for source, kind, first, last, count in groups:
        span = read_span(first, last)
        total += count
        undated += 0 if last else count
        sources[source] += count
        completeness[kind] += count
        for year in span.years:
            years[year] += count
            latest[year] = max(latest.get(year, last), last)
        if span.month:
            months[span.month] += count
            by_source.setdefault(source, Counter())[span.month] += count
        if span.day:
            days[span.day] += count
    return Volumes(
        total=total,
        undated=undated,
        sources=dict(sources.most_common()),
        completeness=dict(completeness),
        years=in_order(years),
        months=in_order(months),
        days=in_order(days),
        months_of_sources={source: in_order(counts) for source, counts in by_source.items()},
        latest_touching=latest,
    )


def in_order(counts: Counter) -> dict:
    return dict(sorted(counts.items()))


def month_of(day: datetime.date) -> Month:
    return day.year, day.month
