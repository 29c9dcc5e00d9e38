"""Dates in words, Arabic and English, in both styles of month names and in both calendars."""

from datetime import date
from typing import Literal

from babel import Locale
from hijridate import Gregorian

from articles.arabic.characters import ARABIC_INDIC_DIGITS
from articles.arabic.edtf_dates import Interval, PartialDate, bounds, read

__all__ = ["bounds", "describe", "describe_hijri", "digits", "month_name"]

Language = Literal["ar", "en"]

# From Unicode's CLDR: papers of Egypt and the Gulf write the first, those of the Levant and Iraq the second.
_ROMAN_MONTHS = Locale.parse("ar_EG").months["format"]["wide"]
_SYRIAC_MONTHS = Locale.parse("ar_LB").months["format"]["wide"]
_ENGLISH_MONTHS = Locale.parse("en").months["format"]["wide"]

# EDTF gives seasons the numbers after the months.
_SEASONS = {
    "ar": {21: "ربيع", 22: "صيف", 23: "خريف", 24: "شتاء"},
    "en": {21: "spring", 22: "summer", 23: "autumn", 24: "winter"},
}
_PHRASES = {
    "ar": {
        "about": "نحو {}",
        "possibly": "ربما {}",
        "between years": "بين {} و{}",
        "from to": "من {} إلى {}",
        "since": "منذ {}",
        "until": "حتى {}",
        "unknown": "تاريخ غير معروف",
    },
    "en": {
        "about": "about {}",
        "possibly": "possibly {}",
        "between years": "between {} and {}",
        "from to": "{} to {}",
        "since": "since {}",
        "until": "until {}",
        "unknown": "an unknown date",
    },
}


def digits(text: str, language: str) -> str:
    """Digits as the language's readers write them: 2026 -> ٢٠٢٦ in Arabic."""
    return text.translate(ARABIC_INDIC_DIGITS) if language == "ar" else text


def month_name(month: int, language: str) -> str:
    """1 -> "يناير (كانون الثاني)" or "January"."""
    return f"{_ROMAN_MONTHS[month]} ({_SYRIAC_MONTHS[month]})" if language == "ar" else _ENGLISH_MONTHS[month]


def describe(edtf: str, language: Language) -> str:
    """2026-01-20 -> "٢٠ يناير (كانون الثاني) ٢٠٢٦" or "20 January 2026". ValueError as from `read`."""
    dated = read(edtf)
    words = _describe_interval(dated, language) if isinstance(dated, Interval) else _describe_one(dated, language)
    return digits(words, language)


def describe_hijri(day: date, language: Language) -> str | None:
    """The day by the Umm al-Qura calendar, "١ شعبان ١٤٤٧ هـ" or "1 Sha'ban 1447 AH"; None outside 1924 to 2077."""
    try:
        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return None
    return digits(f"{hijri.day} {hijri.month_name(language)} {hijri.year} {hijri.notation(language)}", language)


def _describe_interval(interval: Interval, language: Language) -> str:
    phrases = _PHRASES[language]
    start = _describe_one(interval.start, language) if interval.start else phrases["unknown"]
    end = _describe_one(interval.end, language) if interval.end else phrases["unknown"]
    if interval.is_open_end:
        return phrases["since"].format(start)
    if interval.is_open_start:
        return phrases["until"].format(end)
    return phrases["from to"].format(start, end)


def _describe_one(dated: PartialDate, language: Language) -> str:
    phrases = _PHRASES[language]
    words = _describe_precise(dated, language)
    if dated.is_approximate:
        words = phrases["about"].format(words)
    return phrases["possibly"].format(words) if dated.is_uncertain else words


def _describe_precise(dated: PartialDate, language: Language) -> str:
    if dated.year is None:
        return _PHRASES[language]["between years"].format(dated.first.year, dated.last.year)
    if dated.season:
        return f"{_SEASONS[language][dated.season]} {dated.year}"
    if dated.month is None:
        return str(dated.year)
    month = f"{month_name(dated.month, language)} {dated.year}"
    return f"{dated.day} {month}" if dated.day else month
