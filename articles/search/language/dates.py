"""Dates behind `date:` and `mentioned:`, of one word or of several: 2025-01..2026-02, مايو 2025, ١٤٤٦ هـ, ..2025."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from articles.arabic.characters import FOLDED_DIGITS
from articles.arabic.date_folding import fold_for_dates
from articles.arabic.date_found import to_edtf
from articles.arabic.date_hijri import has_year
from articles.arabic.date_words import MONTH_WORDS, ORDINALS, WEEKDAYS
from articles.arabic.dates import date_mentions, publication_date
from articles.arabic.edtf_dates import bounds
from articles.arabic.folding import fold, normalize
from articles.arabic.hijri_days import month_name
from articles.arabic.month_names import MONTHS
from articles.search.language.tree import Dated, Mentioned

# No date of one field is longer, in characters and in words.
_LONGEST = 120
_MOST_WORDS = 11

_BETWEEN_QUOTES = re.compile(r'"([^"«»“”()]*)"|[“„”]([^"“”„]*)["”“]|«([^«»]*)»|\(((?:[^()]|\([^()]*\))*+)\)')
# The second name of a month may stand in brackets: 12 مايو (أيار) 2025
_UNQUOTED = re.compile(r'[^\s()|"«»“”„]++|\([^\s()|]++\)')
_BLANK = re.compile(r"[^\S\n]+")
_TO = re.compile(r"\s*(?:\.{2,}|…)\s*")
_PUNCTUATION_AT_END = "،؛؟,;?!.:"
# A year of these, alone or with numbers of month and day, is of papers that count Hijri, unless the other era is named.
_HIJRI_NUMBERS = re.compile(
    r"(?P<year>1[345]\d\d)(?:\s?[/-]\s?(?P<month>\d{1,2})(?:\s?[/-]\s?(?P<day>\d{1,2}))?)?(?:\s?(?:ه|هجري|هجريه))?"
)
_ERAS = re.compile(r"(?:ه|هجري|هجريه|ah|م|ميلادي|ميلاديه|ad|ce)")
# As English pages of the archive write Hijri days, and as people type them: Rabi' al-Awwal, rabi al awwal.
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʿʾ`")
_HIJRI_NAMES = {
    month_name(month, "en").translate(_APOSTROPHES).replace("-", " ").lower(): month_name(month, "ar")
    for month in range(1, 13)
}
_HIJRI_NAME = re.compile(rf"\b(?:{'|'.join(_HIJRI_NAMES).replace(' ', '[ -]')})\b", re.IGNORECASE)
_AH = re.compile(r"(?<=\d)\s?AH\b", re.IGNORECASE)
# What the words of a date are made of, beside numbers and signs. Any other word ends one.
_NAMES = (*MONTHS, *ORDINALS, *WEEKDAYS, *MONTH_WORDS, *_HIJRI_NAMES)
_DATE_WORDS = frozenset(word for name in _NAMES for word in name.split()) | {
    "من",
    "of",
    "عام",
    "سنه",
    "يوم",
    "ه",
    "هجري",
    "هجريه",
    "م",
    "ميلادي",
    "ميلاديه",
    "ah",
    "ad",
    "ce",
}
_LETTERS = re.compile(r"[^\W\d_]+")
_YEARLESS = re.compile(r"xxxx-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2}) (?:من )?(.+)")

# The first day and the last, None where the range is open.
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Value:
    """What was read behind a field's colon, up to `end`; None as `found` where it is no date."""

    found: Dated | Mentioned | None
    end: int
    is_reversed: bool = False


def read_value(field: str, text: str, start: int) -> Value:
    """The date that begins at `start`, of as many words as belong to it: in date:مايو 2025 دمشق the first two."""
    interpret = _mentioned if field == "mentioned" else _dated
    if quoted := _BETWEEN_QUOTES.match(text, start, start + _LONGEST):
        return _value(interpret(next(group for group in quoted.groups() if group is not None)), quoted.end())
    found, end = _longest(text, start, interpret)
    return _value(found, end)


def _longest(text: str, start: int, interpret: Callable) -> tuple[Dated | Mentioned | None, int]:
    """One more word belongs to a date if it makes another date of it, or is its era. If none does, the first word."""
    best = None
    best_end = first_end = start
    for begin, end in _words(text, start):
        first_end = end if begin == start else first_end
        word = text[begin:end]
        if begin > start and not _continues(word):
            break
        found = interpret(_without_full_stop(text[start:end]))
        if found and (found != best or _ERAS.fullmatch(fold(word))):
            best, best_end = found, end
        if word != _without_full_stop(word):
            break
    return (best, best_end) if best else (None, first_end)


def _continues(word: str) -> bool:
    """Whether a word can be part of a date of several, or begin the second half of a range."""
    is_something = ".." in word or any(map(str.isalnum, word))
    letters = fold_for_dates(normalize(word.translate(_APOSTROPHES)).text)
    return is_something and _DATE_WORDS.issuperset(_LETTERS.findall(letters))


def _words(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The places of the words from `start` on which may belong to one date."""
    end = start
    for _ in range(_MOST_WORDS):
        word = _UNQUOTED.match(text, end, start + _LONGEST)
        if not word:
            return
        yield word.span()
        blank = _BLANK.match(text, word.end())
        if not blank:
            return
        end = blank.end()


def _without_full_stop(text: str) -> str:
    """Without punctuation at the end, but with the dots of an open range."""
    return text if text.endswith("..") else text.rstrip(_PUNCTUATION_AT_END)


def _value(found: Dated | Mentioned | None, end: int) -> Value:
    if found and found.first and found.last and found.first > found.last:
        return Value(replace(found, first=found.last, last=found.first), end, is_reversed=True)
    return Value(found, end)


def _dated(text: str) -> Dated | None:
    days = _range(text)
    return Dated(*days) if days else None


def _mentioned(text: str) -> Mentioned | None:
    days = _range(text)
    return Mentioned(*days) if days else _yearless(text)


def _range(text: str) -> Days | None:
    """The first is later than the last where the range was written the wrong way round."""
    begin, *others = _TO.split(text.strip(), maxsplit=1)
    if not others:
        return _days(begin)
    starts = _days(begin) if begin else (None, None)
    ends = _days(others[0]) if others[0] else (None, None)
    if starts is None or ends is None or not (begin or others[0]):
        return None
    is_reversed = starts[0] and ends[1] and starts[0] > ends[1]
    days = (starts[1], ends[0]) if is_reversed else (starts[0], ends[1])
    return days if any(days) else None


def _days(text: str) -> Days | None:
    """The first and the last day that a date may mean."""
    text = _in_arabic(text)
    edtf = _hijri(text) or publication_date(text)
    if not edtf:
        return None
    first, last = bounds(edtf)
    return (None if first == date.min else first), (None if last == date.max else last)


def _in_arabic(text: str) -> str:
    """1 Sha'ban 1447 AH -> 1 شعبان 1447 هـ; a date without English names and era as it is."""
    plain = text.translate(_APOSTROPHES)
    named = _HIJRI_NAME.sub(lambda name: _HIJRI_NAMES[name[0].replace("-", " ").lower()], plain)
    return _AH.sub(" هـ", named)


def _hijri(text: str) -> str | None:
    written = _HIJRI_NUMBERS.fullmatch(fold(text).strip())
    if not written or not has_year(int(written["year"])):
        return None
    return to_edtf("hijri", *(int(part) if part else None for part in written.group("year", "month", "day")))


def _yearless(text: str) -> Mentioned | None:
    """12 مايو, رمضان; and XXXX-05-12, in our calendar, as dates in the archive are written."""
    plain = " ".join(_in_arabic(text).translate(FOLDED_DIGITS).split())
    if numbers := _YEARLESS.fullmatch(plain.lower()):
        edtf = to_edtf("gregorian", None, *(int(part) if part else None for part in numbers.group("month", "day")))
        return Mentioned(None, None, edtf) if edtf else None
    # As a date stands in a text: some names of months are words of their own unless something tells that they are not.
    in_context = [plain, f"شهر {plain}"]
    if day := _DAY_OF_MONTH.fullmatch(plain):
        in_context.append(f"{day[1]} من {day[2]}")
    for words in in_context:
        for mention in date_mentions(words):
            is_whole = mention.end == len(words) and set(words[: mention.start].split()) <= {"شهر"}
            if is_whole and "X" in mention.edtf:
                return Mentioned(None, None, mention.edtf, mention.calendar)
    return None
