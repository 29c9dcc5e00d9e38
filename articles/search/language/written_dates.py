"""Dates as they are written behind a field's colon: of the least precision that says the same days."""

import re
from datetime import date, timedelta

from hijridate import Hijri

from articles.arabic.calendars import month_name
from articles.arabic.date_hijri import has_year
from articles.search.language.tree import Dated, Mentioned

_YEARLESS = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
# By how many characters of 2026-01-20 a year, a month and a day are written.
_YEAR, _MONTH, _DAY = 4, 7, 10


def written_range(dated: Dated | Mentioned) -> str:
    """2025, 2025-01..2026-02, 2025-01-20, 2025.., ..2025-06"""
    first, last = dated.first, dated.last
    precision = next(length for length in (_YEAR, _MONTH, _DAY) if _begins(first, length) and _ends(last, length))
    begin, end = _written(first, precision), _written(last, precision)
    return begin if begin == end else f"{begin}..{end}"


def written_yearless(mentioned: Mentioned, language: str) -> str:
    """12 مايو in quotation marks; in English XXXX-05-12, unless the month is Hijri."""
    if mentioned.calendar == "gregorian" and language != "ar":
        return mentioned.yearless
    numbers = _YEARLESS.fullmatch(mentioned.yearless)
    month = int(numbers["month"])
    if mentioned.calendar == "hijri":
        name = Hijri(1446, month, 1).month_name("ar")
    else:
        name = month_name(month, "ar").partition(" (")[0]
    words = f"{int(numbers['day'])} من {name}" if numbers["day"] else name
    return f'"{words}"' if " " in words else words


def _written(day: date | None, precision: int) -> str:
    """With the era where the year would be read as a Hijri one."""
    if day is None:
        return ""
    era = "م" if has_year(day.year) else ""
    return day.isoformat()[:precision] + era


def _begins(day: date | None, precision: int) -> bool:
    """Whether a day is the first of what is written with that precision."""
    return day is None or precision == _DAY or _is_first(day, day.year, precision)


def _ends(day: date | None, precision: int) -> bool:
    return day is None or precision == _DAY or _is_first(day + timedelta(days=1), day.year, precision)


def _is_first(day: date, year: int, precision: int) -> bool:
    """Of a month with an era nothing is read, so such a year's is written by its days."""
    return day.day == 1 and (not has_year(year) if precision == _MONTH else day.month == 1)
