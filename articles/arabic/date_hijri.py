"""Days, months and years of the Umm al-Qura calendar as EDTF, which knows the Gregorian calendar only."""

from hijridate import Hijri

# The years that hijridate's table has, 1924 to 2077.
FIRST_YEAR, LAST_YEAR = 1343, 1500


def has_year(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def hijri_edtf(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """1446, 9, 15 -> 2025-03-15; 1446, 9 -> 2025-03-01/2025-03-29; None for what the table does not have."""
    if not has_year(year):
        return None
    try:
        if day is not None:
            return _gregorian(Hijri(year, month, day))
        first = Hijri(year, month or 1, 1)
        last_month = Hijri(year, month or 12, 1)
        last = Hijri(year, last_month.month, last_month.month_length())
        return f"{_gregorian(first)}/{_gregorian(last)}"
    except (ValueError, OverflowError):
        return None


def _gregorian(day: Hijri) -> str:
    return day.to_gregorian().isoformat()
