"""Dates with the name of a month (20 يناير (كانون الثاني) 2026, شوال 1436, March 2, 2026), in folded text.

A month without a day or year is a date only where the words beside it say so, as many names are ordinary words: after a
preposition or a noun such as شهر and مطلع, before الماضي and its like, in both styles at once (يوليو تموز), or after
another date and "and". Names that may be verbs (مارس الضغط) are not believed after words which verbs follow too (من,
منذ, حتى); صفر, محرم, رجب and شعبان only after شهر or before الماضي. English months need a year.
"""

import re
from dataclasses import dataclass

from articles.arabic.date_found import FoundDate, is_year, to_edtf
from articles.arabic.date_pieces import (
    ABBREVIATED,
    END_OF_MONTH,
    END_OF_NUMBER,
    END_OF_WORD,
    FRESH_NUMBER,
    GAP,
    SPACE,
    any_of,
    era,
)
from articles.arabic.date_words import MONTH_WORDS, ORDINALS, QUALIFIERS, STRONG_CUES, WEAK_CUES, WEEKDAYS
from articles.arabic.month_names import AMBIGUOUS, MONTHS, MOSTLY_OTHER, Month

_MONTH_CLITICS = [joined + other for joined in ("", "و", "ف") for other in ("", "ب", "ل", "ك")]
_DAY_CLITICS = ("", "و", "ف", "ب", "وب", "فب")
# The first words of what may be such a date, but for those that begin with a number.
FIRST_WORDS = frozenset(
    [clitic + name.split()[0] for clitic in _MONTH_CLITICS for name in MONTHS]
    + [clitic + ordinal.split()[0] for clitic in _DAY_CLITICS for ordinal in ORDINALS]
)

_DAY = rf"(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?P<link>{SPACE}(?:من|of){SPACE}|{GAP}[/.-]?{GAP})"
_DAY_IN_WORDS = rf"[وفب]{{0,2}}(?P<ordinal>{any_of(ORDINALS)}){SPACE}من{SPACE}"
_MONTH = re.compile(
    rf"(?:(?:{FRESH_NUMBER}{_DAY}|{_DAY_IN_WORDS})(?P<noun>شهر{SPACE})?|(?P<clitic>[وف]?[بلك]?))"
    rf"(?P<name>{any_of(MONTHS)}){END_OF_MONTH}"
)
_SECOND_NAME = re.compile(
    rf"{GAP}(?:(?P<open>[(\[])|[/–-])?{GAP}(?P<name>{any_of(MONTHS)}){END_OF_MONTH}(?(open)(?:{GAP}[)\]])?)"
)
_YEAR = re.compile(
    rf"{ABBREVIATED}{GAP}(?:(?P<comma>[,،])|[/-])?{GAP}(?:(?:من{SPACE})?(?:ل|ال|لل)?(?:عام|سنه){SPACE})?"
    rf"(?P<year>\d{{3,4}}){END_OF_NUMBER}{era()}"
)
_DAY_AND_YEAR = re.compile(
    rf"{ABBREVIATED}{SPACE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?P<comma>{GAP}[,،])?{SPACE}(?P<year>\d{{4}}){END_OF_NUMBER}"
)
_LAST_WORD = re.compile(rf"([^\W_]{{1,24}}){SPACE}\Z")
_QUALIFIER = re.compile(rf"{SPACE}(?:{any_of(QUALIFIERS)}){END_OF_WORD}")
# The second Sunday of June and Sunday, the second of June, are one in Arabic; no month has a sixth Sunday.
_MOST_WEEKDAYS = 5


@dataclass(frozen=True, slots=True)
class _Named:
    """A month with what stands before it: `end` is behind its second name, if it has one."""

    found: re.Match[str]
    month: Month
    day: int | None
    start: int
    end: int
    is_double: bool


def read_named(folded: str, place: int, last_end: int) -> FoundDate | None:
    """`last_end` is the end of the date before this one, for months in a row: في يونيو ويوليو وأغسطس."""
    found = _MONTH.match(folded, place)
    if not found:
        return None
    named = _named(folded, found)
    return _with_late_day(folded, named) or _with_year(folded, named) or _without_year(folded, named, last_end)


def _named(folded: str, found: re.Match[str]) -> _Named:
    month = _month(found)
    second = _SECOND_NAME.match(folded, found.end())
    # Another month may follow (يونيو/يوليو), which is a date of its own.
    is_double = bool(second) and second["name"] != found["name"] and _month(second)[:2] == month[:2]
    day = _day(folded, found)
    start = found.start("name") if day is None else found.start("day" if found["day"] else "ordinal")
    return _Named(found, month, day, start, second.end() if is_double else found.end(), is_double)


def _month(found: re.Match[str]) -> Month:
    return MONTHS[" ".join(found["name"].split())]


def _day(folded: str, found: re.Match[str]) -> int | None:
    """None too for a number that is no day, and an ordinal which may be another noun's: الأسبوع الثاني من يونيو."""
    if found["day"]:
        return int(found["day"]) if 1 <= int(found["day"]) <= 31 else None
    if not found["ordinal"]:
        return None
    day = ORDINALS[" ".join(found["ordinal"].split())]
    # والعشرين is the end of a number in the feminine: الليلة الثالثة والعشرين.
    is_rest_of_number = day in (20, 30) and found.start("ordinal") > found.start()
    before = _word_before(folded, found.start())
    is_of_noun = before.startswith("ال") and before not in ("الي", "اليوم")
    if is_rest_of_number or (is_of_noun and not (before in WEEKDAYS and day > _MOST_WEEKDAYS)):
        return None
    return day


def _with_late_day(folded: str, named: _Named) -> FoundDate | None:
    """March 2 2026; in Arabic the comma shows that the number is no other's: مارس 2، 2026."""
    late = _DAY_AND_YEAR.match(folded, named.end)
    if not late or named.day is not None or not (late["comma"] or named.month.is_english):
        return None
    edtf = to_edtf(named.month.calendar, int(late["year"]), named.month.number, int(late["day"]))
    return FoundDate(named.start, late.end(), named.month.calendar, edtf)


def _with_year(folded: str, named: _Named) -> FoundDate | None:
    written = _YEAR.match(folded, named.end)
    # في يناير، 2000 شخص
    if not written or (written["comma"] and named.day is None) or _is_other_word(named):
        return None
    calendar, year = named.month.calendar, int(written["year"])
    is_other_era = bool(written["common"] if calendar == "hijri" else written["hijri"])
    is_of_this = is_year(year, calendar) and not is_other_era
    # 20 يناير 300: three digits without an era are a number of something else.
    if not is_of_this and len(written["year"]) == 3 and not (written["hijri"] or written["common"]):
        return None
    edtf = to_edtf(calendar, year, named.month.number, named.day) if is_of_this else None
    return FoundDate(named.start, written.end(), calendar, edtf)


def _without_year(folded: str, named: _Named, last_end: int) -> FoundDate | None:
    if named.month.is_english or _is_other_word(named) or not _is_date_without_year(folded, named, last_end):
        return None
    edtf = to_edtf(named.month.calendar, None, named.month.number, named.day)
    return FoundDate(named.start, named.end, named.month.calendar, edtf)


def _is_other_word(named: _Named) -> bool:
    """باب is a door before any number: only with its madda can آب stand behind a clitic."""
    return named.found["name"] == "اب" and bool(named.found["clitic"]) and not named.is_double


def _is_date_without_year(folded: str, named: _Named, last_end: int) -> bool:
    name, before = named.found["name"], _word_before(folded, named.start)
    if named.day is not None:
        # 3 صفر and 3 / صفر are the goals of a match.
        return name != "صفر" or bool(named.found["noun"]) or "من" in (named.found["link"] or "من")
    if named.is_double or _QUALIFIER.match(folded, named.end) or before in MONTH_WORDS:
        return True
    if name in MOSTLY_OTHER:
        return False
    clitic = named.found["clitic"] or ""
    if before in STRONG_CUES or _continues(folded, named, last_end):
        return True
    return name not in AMBIGUOUS and (before in WEAK_CUES or clitic[-1:] in ("ب", "ل"))


def _continues(folded: str, named: _Named, last_end: int) -> bool:
    between = folded[last_end : named.start] if named.start - last_end < 6 else ""
    return bool(last_end) and between.strip(" ،") in ("و", "او")


def _word_before(folded: str, place: int) -> str:
    before = _LAST_WORD.search(folded[max(0, place - 28) : place])
    return before[1] if before else ""
