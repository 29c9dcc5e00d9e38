"""Dates of the precision they are known in, as EDTF (ISO 8601-2) writes them: the part of it that an archive needs.

2026-01-20, 2026-01, 2026; with ~ about, ? possibly, % both; 202X and 2026-01-XX; 2026-21 (spring) to 2026-24 (winter);
and two of these with a / between, either of which may be open (..) or unknown (nothing).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edtf import EDTFParseException, parse_edtf

_ONE = re.compile(
    r"(?:(?P<year>[0-9]{4})(?:-XX(?:-XX)?|-(?P<season>2[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?:XX|(?P<day>[0-3][0-9])))?)?"
    r"|(?P<years>[0-9]{3}X|[0-9]{2}XX))(?P<doubt>[~?%])?"
)
_PLAIN = re.compile("[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """What is written of one date; parts not known are None, the year too where it has an X."""

    year: int | None
    season: int | None
    month: int | None
    day: int | None
    is_approximate: bool
    is_uncertain: bool
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Interval:
    """From a date to a date; None where none is known, and `is_open_…` where that means without limit (..)."""

    start: PartialDate | None
    end: PartialDate | None
    is_open_start: bool
    is_open_end: bool


@lru_cache(maxsize=4096)
def read(edtf: str) -> PartialDate | Interval:
    """Raises ValueError with a sentence for people when this is no such date."""
    if "/" not in edtf:
        return _read_one(edtf, edtf)
    start, end = edtf.split("/", 1)
    if start in ("", "..") and end in ("", ".."):
        raise ValueError(f"{edtf[:40]!r} names no date.")
    interval = Interval(
        None if start in ("", "..") else _read_one(start, edtf),
        None if end in ("", "..") else _read_one(end, edtf),
        start == "..",
        end == "..",
    )
    if interval.start and interval.end and interval.start.first > interval.end.last:
        raise ValueError(f"{edtf[:40]!r} ends before it begins.")
    return interval


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day that the date may mean; an open or unknown end reaches to the end of Python's calendar."""
    dated = read(edtf)
    if isinstance(dated, PartialDate):
        return dated.first, dated.last
    return dated.start.first if dated.start else date.min, dated.end.last if dated.end else date.max


def _read_one(text: str, whole: str) -> PartialDate:
    written = _ONE.fullmatch(text)
    if not written:
        raise ValueError(
            f"{whole[:40]!r} is no date of the form 2026-01-20, 2026-01 or 2026, nor two with a / between."
        )
    doubt = written["doubt"] or ""
    year, season, month, day = (int(part) if part else None for part in written.group("year", "season", "month", "day"))
    return PartialDate(year, season, month, day, doubt in ("~", "%"), doubt in ("?", "%"), *_limits(text, whole))


def _limits(text: str, whole: str) -> tuple[date, date]:
    """The parser of all that EDTF can say takes milliseconds, so that plain dates do without it."""
    try:
        if _PLAIN.fullmatch(text):
            return _limits_of_plain(*map(int, text.split("-")))
        parsed = parse_edtf(text)
        return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError, AttributeError, TypeError) as error:
        raise ValueError(f"{whole[:40]!r} names a date that no calendar has.") from error


def _limits_of_plain(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    last_month = month or 12
    last_day = monthrange(year, last_month)[1] if day is None else day
    return date(year, month or 1, 1 if day is None else day), date(year, last_month, last_day)
