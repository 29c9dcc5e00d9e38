"""Dates as people and programs write them, read into EDTF of the precision that is written and no more."""

import re
from datetime import UTC, datetime

from articles.arabic.characters import FOLDED_DIGITS
from articles.arabic.date_folding import fold_for_dates
from articles.arabic.date_found import FoundDate, to_edtf
from articles.arabic.date_hijri import has_year, hijri_edtf
from articles.arabic.date_mentions import DateMention, date_mentions, find_dates
from articles.arabic.date_words import FURNITURE
from articles.arabic.edtf_dates import bounds
from articles.arabic.folding import normalize

__all__ = ["DateMention", "date_mentions", "latest_full_date", "publication_date"]

# A field with more than this is no date.
_LONGEST = 200
_WHOLE_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:t?\d{4}(?:\d{2})?(?:z|[+-]\d{2}:?\d{2})?)?",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[+-]\d{2}:?\d{2}",
        r"(?P<year>\d{4})\s?[/-]\s?(?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})\s?[/-]\s?(?P<year>\d{4})",
        r"(?P<year>\d{4})(?:\s?(?:(?P<hijri>ه|هجري|هجريه)|م|ميلادي|ميلاديه))",
    )
)
_EPOCH = re.compile(r"(?:/date\()?(?P<seconds>\d{10})(?:(?:\d{3}){1,3}|\.\d{1,9})?(?:[+-]\d{4})?(?:\)/)?")
# Numbers alone, as programs write them; in those years there were no papers which counted otherwise than Hijri.
_HIJRI_NUMBERS = re.compile(r"(?P<year>1[345]\d\d)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_EPOCH_YEARS = range(1990, 2101)
_TIME = re.compile(
    r"(?:(?<=\d)t|(?<![\d:]))(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?(?![\d:])"
    r"(?:\s?(?:am|pm|ص|م|صباحا|مساء)(?![^\W_]))?(?:\s?(?:gmt|utc|z)?\s?[+-]\d{2}:?(?:\d{2})?(?!\d)|\s?z(?![^\W_]))?"
)
# Of which place the hour is, in one word or two, at the end.
_CLOCK = re.compile(r"(?:ب|حسب )?توقيت [^\W\d_]+(?: [^\W\d_]+)?\s*$")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_OTHER_SIGNS = re.compile(r"[^\w\s.,،:;؛|/()\[\]–—•·-]|_")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR = 1000


def publication_date(text: str) -> str | None:
    """A date field's date as EDTF: "الثلاثاء 20 يناير/كانون الثاني 2026" -> 2026-01-20; None for what is no date.

    Of 02/03/2026 the first number is the day, as in Arabic papers, unless only the other way is a date. The day is the
    one written, in the writer's zone; of seconds since 1970, the day in UTC. Of a Hijri and a Gregorian date together
    the Gregorian is taken; a Hijri date alone is converted by the Umm al-Qura calendar, a month or year into the
    interval of its days. None without a year, for two different dates, for relative ones (أمس),
    and where other words stand beside.
    """
    if len(text) > _LONGEST:
        return None
    plain = normalize(text).text.strip()
    return _standard(plain.translate(FOLDED_DIGITS)) or _written(fold_for_dates(plain))


def latest_full_date(text: str) -> str | None:
    """The latest day (ISO) that the text mentions by our calendar, year and all; nothing follows from it."""
    days = [
        mention.edtf
        for mention in date_mentions(text)
        if mention.calendar == "gregorian" and _FULL.fullmatch(mention.edtf)
    ]
    return max(days, default=None)


def _standard(plain: str) -> str | None:
    """EDTF, of which ISO's dates are a part; not year 0 or 1, with which programs say that there is no date."""
    try:
        _, last = bounds(plain)
    except ValueError:
        return None
    if (found := _HIJRI_NUMBERS.fullmatch(plain)) and has_year(int(found["year"])):
        return hijri_edtf(*(int(part) if part else None for part in found.groups()))
    return plain if last.year >= _FIRST_YEAR else None


def _written(folded: str) -> str | None:
    for form in _WHOLE_FORMS:
        if found := form.fullmatch(folded):
            return _of_form(found)
    if epoch := _EPOCH.fullmatch(folded):
        day = datetime.fromtimestamp(int(epoch["seconds"]), UTC).date()
        return day.isoformat() if day.year in _EPOCH_YEARS else None
    return _in_words(_TIME.sub(" ", _CLOCK.sub("", folded)))


def _of_form(found: re.Match[str]) -> str | None:
    numbers = found.groupdict()
    year, month, day = (int(numbers[part]) if numbers.get(part) else None for part in ("year", "month", "day"))
    return to_edtf("hijri" if numbers.get("hijri") else "gregorian", year, month, day)


def _in_words(folded: str) -> str | None:
    dates = list(find_dates(folded))
    if not dates or not _has_nothing_else(folded, dates):
        return None
    ours = {found.edtf for found in dates if found.calendar == "gregorian"}
    edtf, *others = ours or {found.edtf for found in dates}
    return None if others or not edtf or "X" in edtf else edtf


def _has_nothing_else(folded: str, dates: list[FoundDate]) -> bool:
    """Weekdays and their like only: with "before" or a second number it would be another date than the one found."""
    ends = [0, *(found.end for found in dates)]
    starts = [*(found.start for found in dates), len(folded)]
    rest = " ".join(folded[end:start] for end, start in zip(ends, starts, strict=True))
    return not _OTHER_SIGNS.search(rest) and FURNITURE.issuperset(_WORD.findall(rest))
