"""What was published on one day and month of all years, by the Gregorian and by the Hijri calendar."""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.arabic.calendars import digits, month_name
from articles.arabic.hijri_days import anniversary, days_in_all_years, hijri_day
from articles.models import Article
from articles.templatetags.archive import language
from articles.views.archive_state import archive_state, cached_by, day_state
from articles.views.volumes import Volumes, volumes

MOST_OF_A_YEAR = 3
MOST_YEARS = 60
LEAP_YEAR = 2000


@dataclass(frozen=True)
class DayOfYear:
    """One of the years: its day, how many articles it has, and the first of them."""

    date: datetime.date
    count: int
    href: str
    articles: tuple[Article, ...]

    @property
    def edtf(self) -> str:
        return self.date.isoformat()

    @property
    def hijri(self) -> str:
        day = hijri_day(self.date)
        return day.describe(language()) if day else ""


@dataclass(frozen=True)
class OtherDay:
    """Another day of the year that has articles."""

    words: str
    href: str


@dataclass(frozen=True)
class Anniversary:
    """A day of the year in one calendar, in words, with what the archive has of it, the last year first.

    `before` and `after` are the nearest days of the year that have articles, past the turn of the year too.
    """

    words: str
    years: tuple[DayOfYear, ...]
    before: OtherDay | None = None
    after: OtherDay | None = None


@cached_by(day_state)
def today_page(request):
    """Today's day and month in earlier years, and today's Hijri day in earlier Hijri years."""
    today = timezone.localdate()
    return render(request, "dates/on_this_day.html", {"is_today": True, **find_day(volumes(request), today, today)})


@cached_by(archive_state)
def day_of_year_page(request, month: int, day: int):
    """A day and month in all years, without its Hijri day, which is another in each."""
    try:
        date = datetime.date(LEAP_YEAR, month, day)
    except ValueError:
        raise Http404 from None
    anniversaries = [find_gregorian(volumes(request), date)]
    return render(request, "dates/on_this_day.html", {"title": words_of(date), "anniversaries": anniversaries})


@cached_by(archive_state)
def hijri_day_page(request, month: int, day: int):
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise Http404
    found = find_hijri(volumes(request), month, day)
    return render(request, "dates/on_this_day.html", {"title": found.words, "anniversaries": [found]})


def find_day(archive: Volumes, date: datetime.date, before: datetime.date, most: int = MOST_OF_A_YEAR) -> dict:
    """What the pages say of a day in both calendars, of the time before another."""
    hijri = hijri_day(date)
    found = [find_gregorian(archive, date, before, most)]
    if hijri:
        found.append(find_hijri(archive, hijri.month, hijri.day, before, most))
    return {"title": words_of(date), "anniversaries": found}


def find_gregorian(archive, date, before: datetime.date | None = None, most: int = MOST_OF_A_YEAR) -> Anniversary:
    earlier = [day for day in archive.days if before is None or day < before]
    days = [day for day in earlier if (day.month, day.day) == (date.month, date.day)]
    around = [
        OtherDay(words_of(datetime.date(LEAP_YEAR, *other)), reverse("on_this_day", args=other))
        for other in nearest({(day.month, day.day) for day in earlier}, (date.month, date.day))
    ]
    return Anniversary(words_of(date), read_years(days, archive, most), *around)


def find_hijri(
    archive, month: int, day: int, before: datetime.date | None = None, most: int = MOST_OF_A_YEAR
) -> Anniversary:
    earlier = {date for date in archive.days if before is None or date < before}
    days = [date for date in days_in_all_years(month, day) if date in earlier]
    known = {(hijri.month, hijri.day) for date in earlier if (hijri := hijri_day(date))}
    around = [
        OtherDay(anniversary(*other, language()), reverse("on_this_hijri_day", args=other))
        for other in nearest(known, (month, day))
    ]
    return Anniversary(anniversary(month, day, language()), read_years(days, archive, most), *around)


def nearest(known: set[tuple[int, int]], day: tuple[int, int]) -> list[tuple[int, int]]:
    """Of the known months and days the one before and the one after, in a year without end; none without others."""
    others = sorted(known - {day})
    place = bisect_left(others, day)
    return [others[place - 1], others[place % len(others)]] if others else []


def words_of(date: datetime.date) -> str:
    return f"{digits(str(date.day), language())} {month_name(date.month, language())}"


def read_years(days: Sequence[datetime.date], archive: Volumes, most: int) -> tuple[DayOfYear, ...]:
    """The days with `most` articles of each: whole ones first, then those that were added first."""
    chosen = days[-MOST_YEARS:]
    rank = Window(RowNumber(), partition_by="published_to", order_by=[F("completeness").desc(), "pk"])
    rows = Article.objects.published().filter(published_to__in=chosen, published_from=F("published_to"))
    rows = rows.annotate(rank=rank).filter(rank__lte=most).order_by("-published_to", "rank").for_lists()
    return tuple(
        DayOfYear(day, archive.days[day], reverse("day", args=[day.year, day.month, day.day]), tuple(group))
        for day, group in groupby(rows, key=lambda article: article.published_to)
    )
