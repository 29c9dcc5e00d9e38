"""Gregorian days by the Umm al-Qura calendar, and the days on which a Hijri day fell. It is known for 1924 to 2077."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from hijridate import Gregorian, Hijri

from articles.arabic.calendars import digits
from articles.arabic.date_hijri import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class HijriDay:
    """A day; months and days from 1."""

    year: int
    month: int
    day: int

    def describe(self, language: str) -> str:
        """As "١ شعبان ١٤٤٧ هـ" or "1 Sha'ban 1447 AH"."""
        return f"{anniversary(self.month, self.day, language)} {describe_year(self.year, language)}"


@lru_cache(maxsize=4096)
def hijri_day(day: datetime.date) -> HijriDay | None:
    """The Hijri day of a Gregorian one; None outside the years that are known."""
    try:
        return HijriDay(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())
    except OverflowError:
        return None


def anniversary(month: int, day: int, language: str) -> str:
    """A day without its year: 8, 1 -> "١ شعبان" or "1 Sha'ban"."""
    return f"{digits(str(day), language)} {month_name(month, language)}"


def month_name(month: int, language: str) -> str:
    return Hijri(FIRST_YEAR, month, 1).month_name(language)


def describe_year(year: int, language: str) -> str:
    return digits(f"{year} {Hijri(FIRST_YEAR, 1, 1).notation(language)}", language)


def months_between(first: datetime.date, last: datetime.date, language: str) -> str:
    """The Hijri months from one day to another: "رجب – شعبان ١٤٤٧ هـ"; nothing where they are not known."""
    start, end = hijri_day(first), hijri_day(last)
    if start is None or end is None:
        return ""
    ending = f"{month_name(end.month, language)} {describe_year(end.year, language)}"
    if (start.year, start.month) == (end.year, end.month):
        return ending
    year = "" if start.year == end.year else f" {describe_year(start.year, language)}"
    return f"{month_name(start.month, language)}{year} – {ending}"


def days_in_all_years(month: int, day: int) -> list[datetime.date]:
    """The Gregorian days on which a Hijri day fell or will fall; of a thirtieth not in the years that have none."""
    days = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        try:
            days.append(datetime.date(*Hijri(year, month, day).to_gregorian().datetuple()))
        except (ValueError, OverflowError):
            continue
    return days
