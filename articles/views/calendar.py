"""The days of a month and the months of a year as calendars, each day with how much the archive has of it."""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

from babel import Locale
from django.urls import reverse
from django.utils.translation import ngettext

from articles.arabic.calendars import digits
from articles.arabic.hijri_days import hijri_day, months_between
from articles.templatetags.archive import number

LEVELS = 4
"""So many shades stand for numbers of articles above none."""

FIRST_WEEKDAY = {"ar": calendar.SATURDAY, "en": calendar.MONDAY}


@dataclass(frozen=True)
class Day:
    """A day of the calendar, its numbers in both calendars as the language writes them, and its Hijri date in words.

    `level` is 0 where it has no article, else 1 to `LEVELS`; then it has an address, and `words` for its number.
    """

    number: str
    hijri: str
    hijri_date: str
    count: int
    level: int
    href: str
    words: str


@dataclass(frozen=True)
class MonthCalendar:
    """A month: its weeks, each of seven days or gaps; `hijri` names the Hijri months that it has days of."""

    year: int
    month: int
    count: int
    hijri: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def edtf(self) -> str:
        return f"{self.year:04}-{self.month:02}"


def year_calendar(year: int, days: Mapping, months: Mapping, language: str) -> list[MonthCalendar]:
    """The twelve months; the shades are those of the fullest day of the year."""
    highest = max((count for date, count in days.items() if date.year == year), default=0)
    return [month_calendar(year, month, days, months, language, highest) for month in range(1, 13)]


def month_calendar(
    year: int, month: int, days: Mapping, months: Mapping, language: str, highest: int = 0
) -> MonthCalendar:
    """`days` and `months` count articles by date and by (year, month)."""
    last = calendar.monthrange(year, month)[1]
    dates = [datetime.date(year, month, day) for day in range(1, last + 1)]
    highest = highest or max(days.get(date, 0) for date in dates)
    shown = [make_day(date, days.get(date, 0), highest, language) for date in dates]
    first = FIRST_WEEKDAY[language]
    filled = [None] * ((dates[0].weekday() - first) % 7) + shown
    filled += [None] * (-len(filled) % 7)
    return MonthCalendar(
        year=year,
        month=month,
        count=months.get((year, month), 0),
        hijri=months_between(dates[0], dates[-1], language),
        weekdays=weekdays(language),
        weeks=tuple(tuple(filled[start : start + 7]) for start in range(0, len(filled), 7)),
    )


def make_day(date: datetime.date, count: int, highest: int, language: str) -> Day:
    hijri = hijri_day(date)
    return Day(
        number=digits(str(date.day), language),
        hijri=digits(str(hijri.day), language) if hijri else "",
        hijri_date=hijri.describe(language) if hijri else "",
        count=count,
        level=level(count, highest),
        href=reverse("day", args=[date.year, date.month, date.day]) if count else "",
        words=ngettext("one article", "%(number)s articles", count) % {"number": number(count)} if count else "",
    )


def level(count: int, highest: int) -> int:
    """The shade of a number. By its root: a few very full days do not make all others look empty."""
    return ceil(LEVELS * sqrt(count / highest)) if count else 0


def weekdays(language: str) -> tuple[tuple[str, str], ...]:
    """(a letter or two, the name) of each day of the week, from the first in the language's countries."""
    names = Locale.parse(language).days["stand-alone"]
    order = [(FIRST_WEEKDAY[language] + place) % 7 for place in range(7)]
    return tuple((names["narrow" if language == "ar" else "short"][day], names["wide"][day]) for day in order)
