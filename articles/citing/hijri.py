"""The Hijri day of a Gregorian one, and by which calendar it was reckoned."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hijridate import Hijri

from articles.arabic.calendars import describe_hijri, digits

UMM_AL_QURA, ARITHMETICAL = "umm al-qura", "arithmetical"
# The first of Muharram of the year 1 by the civil reckoning: 16 July 622 of the Julian calendar.
_EPOCH = date(622, 7, 19).toordinal()
_ANY_YEAR = 1400  # one that hijridate has, for the names of its months


@dataclass(frozen=True)
class HijriDay:
    """The day in words, and the calendar: Umm al-Qura, or reckoned, which may be a day or two off what was kept."""

    words: str
    calendar: Literal["umm al-qura", "arithmetical"]


def describe_hijri_day(day: date, language: str) -> HijriDay | None:
    """By Umm al-Qura from 1924 to 2077, else by the arithmetical calendar; None before the year 1."""
    if words := describe_hijri(day, language):
        return HijriDay(words, UMM_AL_QURA)
    if day.toordinal() < _EPOCH:
        return None
    year, month, number = reckon(day)
    named = Hijri(_ANY_YEAR, month, 1)
    words = digits(f"{number} {named.month_name(language)} {year} {named.notation(language)}", language)
    return HijriDay(words, ARITHMETICAL)


def reckon(day: date) -> tuple[int, int, int]:
    """Year, month and day by the arithmetical calendar: months of 30 and 29 days, eleven leap years in thirty.

    The rule of the leap years (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29) is the usual one, as Reingold and Dershowitz
    give it in Calendrical Calculations.
    """
    days = day.toordinal() - _EPOCH
    year = (30 * days + 10646) // 10631
    of_year = days - (354 * (year - 1) + (3 + 11 * year) // 30)
    month = min(12, (of_year * 2) // 59 + 1)
    return year, month, of_year - (59 * (month - 1) + 1) // 2 + 1
