"""A date as it was found in folded text, and how what is written of it becomes EDTF."""

from dataclasses import dataclass
from datetime import date

from articles.arabic.date_hijri import has_year, hijri_edtf
from articles.arabic.month_names import Calendar

# Four digits beyond these are a number of something else.
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# A leap year, so that the 29th of February stands without its year.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class FoundDate:
    """From `start` to `end` in folded text; `edtf` is None for a date that the calendar does not have (31 شباط)."""

    start: int
    end: int
    calendar: Calendar
    edtf: str | None


def is_year(year: int, calendar: Calendar) -> bool:
    return has_year(year) if calendar == "hijri" else _FIRST_YEAR <= year <= _LAST_YEAR


def to_edtf(calendar: Calendar, year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The date in EDTF's calendar, without a year in its own: 15 رمضان -> XXXX-09-15. None if there is no such day."""
    if year is None:
        return _without_year(calendar, month, day)
    if calendar == "hijri":
        return hijri_edtf(year, month, day)
    return _joined(f"{year:04}", month, day) if is_year(year, calendar) and _exists(year, month, day) else None


def _without_year(calendar: Calendar, month: int | None, day: int | None) -> str | None:
    is_possible = 1 <= (day or 1) <= 30 if calendar == "hijri" else _exists(_ANY_YEAR, month, day)
    return _joined("XXXX", month, day) if is_possible else None


def _exists(year: int, month: int | None, day: int | None) -> bool:
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _joined(year: str, *numbers: int | None) -> str:
    return "-".join([year, *(f"{number:02}" for number in numbers if number is not None)])
