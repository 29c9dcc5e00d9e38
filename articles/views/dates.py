"""Browsing by date of publication: years, months, days, and what bears no date.

A year lists the articles that may be of it, as the filter of the search does. A month and a day list those whose date
lies wholly in them: an article dated 2026 stands in the year and in none of its months.
"""

import calendar
import datetime
from collections import Counter
from dataclasses import dataclass, replace

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce, ExtractDay, ExtractMonth, ExtractYear
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from articles.models import Article
from articles.views.lists import page_of

MOST_YEARS = 100
"""An uncertain date may span ages; no more years than this are counted for one article, as in the index."""


class YearConverter:
    """Four digits of an address."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04}"


class TwoDigitConverter(YearConverter):
    """A month or a day of an address."""

    regex = "[0-9]{2}"

    def to_url(self, value: int) -> str:
        return f"{value:02}"


@dataclass(frozen=True)
class Period:
    """A year, month or day that has articles: its EDTF date, its address, how many, and the periods in it."""

    edtf: str
    href: str
    count: int
    parts: tuple["Period", ...] = ()


def within(first: datetime.date, last: datetime.date):
    return Article.objects.published().filter(published_from__gte=first, published_to__lte=last)


def touching(first: datetime.date, last: datetime.date):
    """The articles that may be of a period: their date begins before its end and ends after its beginning."""
    begins = Q(published_from__lte=last) | Q(published_from=None, published_to__lte=last)
    return Article.objects.published().filter(begins, published_to__gte=first)


def count_parts(articles, *parts: type) -> list[tuple]:
    """(year, month…, number of articles) in order of time; an article counts where its whole date is in the period."""
    names = [part.lookup_name for part in parts]
    starts = {name: part("published_from") for name, part in zip(names, parts, strict=True)}
    ends = {f"last_{name}": part("published_to") for name, part in zip(names, parts, strict=True)}
    rows = articles.exclude(published_to=None).annotate(**starts, **ends)
    rows = rows.filter(**{name: F(f"last_{name}") for name in names}).order_by(*names)
    return list(rows.values_list(*names).annotate(Count("pk")))


def count_years() -> list[tuple[int, int]]:
    """(year, number of articles that may be of it) of each year that has any, in order of time."""
    spans = Article.objects.published().exclude(published_to=None).order_by()
    spans = spans.annotate(last=ExtractYear("published_to"), first=Coalesce(ExtractYear("published_from"), "last"))
    counts: Counter[int] = Counter()
    for first, last, count in spans.values_list("first", "last").annotate(Count("pk")):
        for year in range(max(first, last - MOST_YEARS + 1), last + 1):
            counts[year] += count
    return sorted(counts.items())


def make_period(count: int, *parts: int) -> Period:
    """The period of a year, a year and month, or a year, month and day."""
    name = ("year", "month", "day")[len(parts) - 1]
    edtf = "-".join(f"{part:0{2 if place else 4}}" for place, part in enumerate(parts))
    return Period(edtf, reverse(name, args=parts), count)


def make_day(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise Http404 from None


def date_list(request):
    """The years, the last first, each with its months."""
    months: dict[int, list[Period]] = {}
    for year, month, count in count_parts(Article.objects.published(), ExtractYear, ExtractMonth):
        months.setdefault(year, []).append(make_period(count, year, month))
    years = [
        replace(make_period(count, year), parts=tuple(months.get(year, ()))) for year, count in reversed(count_years())
    ]
    undated = Article.objects.published().undated().count()
    return render(request, "dates/list.html", {"years": years, "undated": undated})


def year_page(request, year: int):
    first, last = make_day(year, 1, 1), make_day(year, 12, 31)
    months = count_parts(within(first, last), ExtractMonth)
    parts = [make_period(count, year, month) for month, count in months]
    return period_page(request, touching(first, last), [make_period(0, year)], parts)


def month_page(request, year: int, month: int):
    first = make_day(year, month, 1)
    last = first.replace(day=calendar.monthrange(year, month)[1])
    days = count_parts(within(first, last).filter(published_from=F("published_to")), ExtractDay)
    parts = [make_period(count, year, month, day) for day, count in days]
    return period_page(request, within(first, last), [make_period(0, year), make_period(0, year, month)], parts)


def day_page(request, year: int, month: int, day: int):
    date = make_day(year, month, day)
    path = [make_period(0, year), make_period(0, year, month), make_period(0, year, month, day)]
    return period_page(request, within(date, date), path, [])


def period_page(request, articles, path: list[Period], parts: list[Period]):
    """The last period of `path`, under those that hold it, with the smaller periods in it; 404 where it has nothing."""
    *above, period = path
    page = page_of(request, articles)
    if not page.paginator.count:
        raise Http404
    context = {"period": period, "above": above, "parts": parts, "page": page}
    return render(request, "dates/period.html", context)


def undated_page(request):
    return render(request, "dates/undated.html", {"page": page_of(request, Article.objects.published().undated())})
