"""Ranges of dates in an address, as the query language writes them: 2025-01..2026-02, مايو 2025, ١٤٤٦ هـ."""

from functools import lru_cache

from django.utils.translation import gettext as _

from articles.search.language.mistakes import Kind
from articles.search.language.reading import read
from articles.search.language.tree import Dated, Mentioned
from articles.search.language.written_dates import written_range, written_yearless
from articles.templatetags.archive import edtf, language

DATE_FIELDS = ("date", "mentioned")
LONGEST_RANGE = 120


@lru_cache(maxsize=1024)
def read_range(field: str, text: str) -> Dated | Mentioned | None:
    """What a filter of a date field says; None where it says no date, or anything beside one."""
    if len(text) > LONGEST_RANGE:
        return None
    reading = read(f"{field}:{text}")
    is_clean = all(mistake.kind is Kind.REVERSED_DATES for mistake in reading.mistakes)
    is_date = isinstance(reading.tree, Dated if field == "date" else Mentioned)
    return reading.tree if is_clean and is_date else None


def join_range(field: str, first: str, last: str) -> str | None:
    """The shortest way to write the range between two dates typed in either calendar, either of which may be missing;
    None where one is no date."""
    days: list = []
    for typed, is_first in ((first, True), (last, False)):
        found = read_range(field, typed) if typed else None
        day = (found.first if is_first else found.last) if found else None
        if typed and day is None:
            return None
        days.append(day)
    if days == [None, None]:
        return None
    if None not in days and days[0] > days[1]:
        return join_range(field, last, first)
    return written_range(Dated(*days))


def describe_range(field: str, text: str) -> str:
    """A range in words: من يناير 2025 إلى فبراير 2026."""
    return _in_words(field, text, language()) if len(text) <= LONGEST_RANGE else text


@lru_cache(maxsize=1024)
def _in_words(field: str, text: str, tongue: str) -> str:
    """`tongue` is the language of the page."""
    found = read_range(field, text)
    if found is None:
        return text
    if isinstance(found, Mentioned) and found.yearless:
        return written_yearless(found, tongue).strip('"')
    first, dots, last = written_range(found).replace("م", "").partition("..")
    if not dots:
        return edtf(first)
    if not last:
        return _("from %(date)s") % {"date": edtf(first)}
    if not first:
        return _("until %(date)s") % {"date": edtf(last)}
    return _("from %(first)s to %(last)s") % {"first": edtf(first), "last": edtf(last)}
