"""Browsing by date of publication: years, months, days, and what bears no date.

A year lists the articles that may be of it, as the filter of the search does. A month and a day list those whose date
lies wholly in them: an article dated 2026 stands in the year and in none of its months.
"""

import calendar
import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.arabic.hijri_days import hijri_day
from articles.models import Article
from articles.templatetags.archive import language
from articles.views.archive_state import archive_state, cached_by, remember
from articles.views.calendar import LEVELS, MonthCalendar, level, month_calendar, year_calendar
from articles.views.lists import page_of
from articles.views.volumes import Volumes, volumes


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
    """A year, month or day that has articles: its EDTF date, its address, how many, the periods in it, its shade."""

    edtf: str
    href: str
    count: int
    parts: tuple["Period", ...] = ()
    level: int = 0


def within(first: datetime.date, last: datetime.date):
    """The articles whose date lies between two days. That it ends in that time bounds it in the index on both sides."""
    return Article.objects.published().filter(published_from__gte=first, published_to__range=(first, last))


def of_year(year: int, archive: Volumes):
    """The articles that may be of a year: their date begins before its end and ends after its beginning."""
    first, last = make_day(year, 1, 1), make_day(year, 12, 31)
    begins = Q(published_from__lte=last) | Q(published_from=None, published_to__lte=last)
    # Without its second bound all later years would be searched for those whose date began before.
    ends = Q(published_to__gte=first, published_to__lte=archive.latest_touching.get(year, last))
    return Article.objects.published().filter(begins, ends)


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


def neighbours(keys, key) -> tuple:
    """The key before and the key after this one, of keys in order of time; None where there is none."""
    keys = list(keys)
    place = keys.index(key)
    return keys[place - 1] if place else None, keys[place + 1] if place + 1 < len(keys) else None


@cached_by(archive_state)
def date_list(request):
    """The years, the last first, each with its months."""
    archive = volumes(request)
    highest = max(archive.months.values(), default=0)
    months: dict[int, list[Period]] = {}
    for (year, month), count in archive.months.items():
        months.setdefault(year, []).append(replace(make_period(count, year, month), level=level(count, highest)))
    years = [
        replace(make_period(count, year), parts=tuple(months.get(year, ())))
        for year, count in reversed(archive.years.items())
    ]
    context = {"years": years, "undated": archive.undated, "levels": range(LEVELS + 1)}
    return render(request, "dates/list.html", context)


@cached_by(archive_state)
def year_page(request, year: int):
    archive = volumes(request)
    if not archive.years.get(year):
        raise Http404
    before, after = neighbours(archive.years, year)
    months = partial(year_calendar, year, archive.days, archive.months, language())
    context = {
        "calendars": draw_calendars(request, f"{year}", months),
        "before": before and make_period(archive.years[before], before),
        "after": after and make_period(archive.years[after], after),
    }
    path = [make_period(archive.years[year], year)]
    return period_page(request, of_year(year, archive), path, context)


@cached_by(archive_state)
def month_page(request, year: int, month: int):
    archive, first = volumes(request), make_day(year, month, 1)
    if not archive.months.get((year, month)):
        raise Http404
    last = first.replace(day=calendar.monthrange(year, month)[1])
    before, after = neighbours(archive.months, (year, month))
    months = partial(month_calendar, year, month, archive.days, archive.months, language())
    context = {
        "calendars": draw_calendars(request, f"{year}-{month}", lambda: [months()], is_month=True),
        "is_month": True,
        "before": before and make_period(archive.months[before], *before),
        "after": after and make_period(archive.months[after], *after),
    }
    path = [make_period(archive.years[year], year), make_period(archive.months[year, month], year, month)]
    return period_page(request, within(first, last), path, context)


@cached_by(archive_state)
def day_page(request, year: int, month: int, day: int):
    archive, date = volumes(request), make_day(year, month, day)
    if not archive.days.get(date):
        raise Http404
    before, after = neighbours(archive.days, date)
    hijri = hijri_day(date)
    context = {
        "date": date,
        "hijri": hijri and hijri.describe(language()),
        "before": before and make_period(archive.days[before], before.year, before.month, before.day),
        "after": after and make_period(archive.days[after], after.year, after.month, after.day),
    }
    path = [make_period(archive.years[year], year), make_period(archive.months[year, month], year, month)]
    path.append(make_period(archive.days[date], year, month, day))
    return period_page(request, Article.objects.published().on_day(date), path, context)


def draw_calendars(
    request, name: str, make: Callable[[], list[MonthCalendar]], *, is_month: bool = False
) -> SafeString:
    """The calendars above a list as HTML, drawn once for all pages of the list; nothing where no month has articles."""

    def draw() -> SafeString:
        months = make()
        if not any(month.count for month in months):
            return SafeString("")
        shown = ({"month": month, "is_month": is_month} for month in months)
        return SafeString("".join(render_to_string("dates/_calendar.html", context) for context in shown))

    return remember(request, f"calendars {name} {language()}", draw)


def period_page(request, articles, path: list[Period], context: dict):
    """The last period of `path`, under those that hold it."""
    *above, period = path
    page = page_of(request, articles, period.count)
    context |= {"period": period, "above": above, "page": page, "levels": range(LEVELS + 1)}
    return render(request, "dates/period.html", context)


@cached_by(archive_state)
def undated_page(request):
    page = page_of(request, Article.objects.published().undated(), volumes(request).undated)
    return render(request, "dates/undated.html", {"page": page})
