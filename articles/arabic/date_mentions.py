"""Dates that a running text mentions, with their places in it. Nothing is concluded from anything around a date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.arabic.characters import BIDI_CONTROLS, ZERO_WIDTHS
from articles.arabic.date_candidates import candidates
from articles.arabic.date_folding import fold_with_places
from articles.arabic.date_found import FoundDate
from articles.arabic.date_named import read_named
from articles.arabic.date_numbers import YEAR_WORDS, read_numeric, read_years
from articles.arabic.month_names import Calendar

_LEFT_OUT = BIDI_CONTROLS + ZERO_WIDTHS


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text` stands from `start` to `end` in the text that was read; `calendar` is the one it is written in.

    `edtf` is Gregorian, a Hijri month or year being the interval of its days. Without a year it is XXXX-01-20 or
    XXXX-01, in the numbers of the mention's own calendar, since a Hijri month moves through ours.
    """

    start: int
    end: int
    edtf: str
    calendar: Calendar
    text: str


def date_mentions(text: str) -> list[DateMention]:
    """In order, none touching another: «في 20 يناير (كانون الثاني) 2026» -> 2026-01-20, from the 20 on.

    A day that no calendar has (31 شباط) is no mention, nor a Hijri date outside the Umm al-Qura table (1343 to 1500).
    """
    folded, places = fold_with_places(text)
    mentions = (_in_original(text, places, found) for found in find_dates(folded))
    return [mention for mention in mentions if mention]


def find_dates(folded: str) -> Iterator[FoundDate]:
    """What is written as a date in text from `fold_for_dates`, in order; impossible ones too, without an EDTF."""
    end = 0
    for place, word in candidates(folded):
        if place >= end:
            for found in _dates_at(folded, place, word, end):
                end = found.end
                yield found


def _dates_at(folded: str, place: int, word: str, last_end: int) -> Iterator[FoundDate]:
    """The dates that begin at a place, where this word stands, or a number if it is empty."""
    if word in YEAR_WORDS:
        yield from read_years(folded, place)
        return
    numeric = None if word else read_numeric(folded, place)
    if found := numeric or read_named(folded, place, last_end):
        yield found


def _in_original(text: str, places: Sequence[int], found: FoundDate) -> DateMention | None:
    """None, too, where a border would cut one character of the original in two: the 1 of ½ is no day."""
    if not found.edtf or places[found.end - 1] == places[found.end] or places[found.start - 1] == places[found.start]:
        return None
    start, end = places[found.start], places[found.end]
    while text[end - 1] in _LEFT_OUT:
        end -= 1
    return DateMention(start, end, found.edtf, found.calendar, text[start:end])
