"""Dates in numbers (2026-01-20, 20/1/2026, 1447/8/1 هـ) and years after their word (عام 2013), in folded text."""

import re
from collections.abc import Iterator

from articles.arabic.date_found import FoundDate, to_edtf
from articles.arabic.date_hijri import has_year
from articles.arabic.date_pieces import END_OF_NUMBER, FRESH_NUMBER, GAP, SPACE, any_of, era
from articles.arabic.date_words import QUALIFIERS
from articles.arabic.month_names import Calendar


def _three(first: str, second: str, third: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\d-){FRESH_NUMBER}{first}(?P<between>[ ]?/[ ]?|[.-]){second}(?P=between){third}"
        rf"(?!\d|(?P=between)\d){era()}"
    )


_YEAR_FIRST = _three(r"(?P<year>\d{4})", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})")
_YEAR_LAST = _three(r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})")

_NOUNS = ("عام", "سنه", "عامي", "سنتي", "عامين")
_CLITICS = [joined + other for joined in ("", "و", "ف") for other in ("", "ب", "ل", "ك", "ال", "لل", "بال", "كال")]
# Every form of عام and سنة which may begin a year: للعام, وعام, بالسنة.
YEAR_WORDS = frozenset(clitic + noun for clitic in _CLITICS for noun in _NOUNS)
_YEARS = re.compile(
    rf"[وفبلك]{{0,3}}(?P<noun>(?:ال)?(?:{any_of(_NOUNS)})){SPACE}(?:(?:{any_of(QUALIFIERS)}){SPACE})?"
    rf"(?P<year>\d{{4}}){END_OF_NUMBER}{era()}(?P<both>{GAP}و{GAP}(?P<year2>\d{{4}}){END_OF_NUMBER}{era('2')})?"
)


def read_numeric(folded: str, place: int) -> FoundDate | None:
    """Day first, as Arabic papers write, unless only the other way is a date: 3/25/2026."""
    found = _YEAR_FIRST.match(folded, place) or _YEAR_LAST.match(folded, place)
    if not found:
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if found.re is _YEAR_LAST and month > 12 >= day:
        month, day = day, month
    # Papers which count in those years count Hijri: there were none when the other calendar did.
    calendar: Calendar = "hijri" if found["hijri"] or (has_year(year) and not found["common"]) else "gregorian"
    return FoundDate(*found.span(), calendar, to_edtf(calendar, year, month, day))


def read_years(folded: str, place: int) -> Iterator[FoundDate]:
    """عام 2013 -> 2013; عامي 2013 و2014 -> both, the second without the word.

    Years from 1343 to 1500 are left out unless an era is written: 1453 and 1436 are both met, of two calendars.
    """
    found = _YEARS.match(folded, place)
    if not found:
        return
    yield from _year(found, found.start("noun"), found.start("both") if found["both"] else found.end(), "")
    if found["both"]:
        yield from _year(found, found.start("year2"), found.end(), "2")


def _year(found: re.Match[str], start: int, end: int, number: str) -> Iterator[FoundDate]:
    year = int(found[f"year{number}"])
    calendar: Calendar = "hijri" if found[f"hijri{number}"] else "gregorian"
    if calendar == "hijri" or found[f"common{number}"] or not has_year(year):
        yield FoundDate(start, end, calendar, to_edtf(calendar, year))
