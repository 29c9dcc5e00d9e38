"""A date of publication as reference formats write it; each of them can say less than EDTF."""

from articles.arabic.calendars import bounds, describe
from articles.arabic.edtf_dates import Interval, PartialDate, read
from articles.citing.hijri import describe_hijri_day


def read_date(published: str) -> PartialDate | Interval | None:
    """None where there is no date, or none that can be read."""
    try:
        return read(published) if published else None
    except ValueError:
        return None


def is_in_doubt(dated: PartialDate) -> bool:
    return dated.is_approximate or dated.is_uncertain


def exact_day(published: str):
    """The day, where the date is one day and no doubt is said; else None."""
    dated = read_date(published)
    is_day = isinstance(dated, PartialDate) and dated.day and not is_in_doubt(dated)
    return dated.first if is_day else None


def plain_date(published: str) -> str:
    """2026-01-20, 2026-01 or 2026; nothing of a date that is in doubt, a season, a decade or an interval."""
    dated = read_date(published)
    if not isinstance(dated, PartialDate) or dated.year is None or dated.season or is_in_doubt(dated):
        return ""
    return "-".join(f"{part:02}" if place else f"{part:04}" for place, part in enumerate(parts(dated)))


def year(published: str) -> int | None:
    """The year, where all days that the date may mean are of one."""
    try:
        first, last = bounds(published)
    except ValueError:
        return None
    return first.year if first.year == last.year else None


def parts(dated: PartialDate) -> list[int]:
    """Year, month, day as far as they are known; of a decade or century nothing."""
    known = (dated.year, None if dated.season else dated.month, dated.day)
    return [part for part in known if part is not None]


def csl_date(published: str) -> dict:
    """CSL's date variable: `date-parts` with one date or two, `circa`, `season`, or the date in words."""
    dated = read_date(published)
    if isinstance(dated, PartialDate):
        written = {"date-parts": [parts(dated)] if dated.year is not None else [[dated.first.year], [dated.last.year]]}
        if dated.season:
            written["season"] = dated.season - 20
        return written | ({"circa": True} if is_in_doubt(dated) else {})
    if dated and dated.start and dated.end and parts(dated.start) and parts(dated.end):
        doubt = {"circa": True} if is_in_doubt(dated.start) or is_in_doubt(dated.end) else {}
        return {"date-parts": [parts(dated.start), parts(dated.end)]} | doubt
    return {"literal": describe(published, "en") if dated else published}


def ris_date(published: str) -> str:
    """2026/01/20/ or 2026/01// or 2026///approximate; nothing of what is no single date."""
    dated = read_date(published)
    if not isinstance(dated, PartialDate) or dated.year is None:
        return ""
    year_, month, day = (*(f"{part:02}" for part in parts(dated)), "", "")[:3]
    doubt = "approximate" if dated.is_approximate else "uncertain" if dated.is_uncertain else ""
    return f"{int(year_):04}/{month}/{day}/{doubt}"


def date_in_words(published: str, language: str) -> str:
    """The date in words, with the Hijri day after it where the day is known; as given where it cannot be read."""
    if read_date(published) is None:
        return published
    words = describe(published, language)
    day = exact_day(published)
    hijri = describe_hijri_day(day, language) if day else None
    return f"{words} ({hijri.words})" if hijri else words
