"""Counts over a whole result: by value of a field, by stretch of time, and by further queries."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

import numpy as np
from dateutil.relativedelta import relativedelta

from articles.search.collecting import Found
from articles.search.engine.segments import OpenSegment, spans
from articles.search.schema import NO_NUMBER, is_number
from articles.search.values import to_number

_YEAR = re.compile("(?!0000)[0-9]{4}")


def field_facet(found: Found, name: str, limit: int | None = None) -> list[tuple[str, int]]:
    """(value, how many of the documents have it), the most frequent first, then by value; no more than `limit`."""
    if is_number(found.index.schema, name):
        values, amounts = np.unique(found.index.numbers(name)[found.docs], return_counts=True)
        counted = zip(values.tolist(), amounts.tolist(), strict=True)
        return _most_frequent([pair for pair in counted if pair[0] != NO_NUMBER], limit)
    segments = found.index.segments
    is_all = len(found.docs) == found.index.count
    counts = [
        segment.count_values(name, None if is_all else docs)
        for segment, docs in zip(segments, found.index.parted(found.docs), strict=True)
    ]
    if len(segments) == 1:
        # Values have their numbers in the order of their letters, and a stable sort leaves equals in it.
        had = np.flatnonzero(counts[0])
        numbers = had[np.argsort(-counts[0][had], kind="stable")[:limit]]
        strings = segments[0].strings(f"value.{name}")
        return list(zip(strings.some(numbers.tolist()), counts[0][numbers].tolist(), strict=True))
    total: Counter[str] = Counter()
    for segment, amounts in zip(segments, counts, strict=True):
        strings = segment.strings(f"value.{name}")
        numbers = np.flatnonzero(amounts)
        total.update(dict(zip(strings.some(numbers.tolist()), amounts[numbers].tolist(), strict=True)))
    return _most_frequent(total.items(), limit)


def year_facet(found: Found, name: str, limit: int) -> list[tuple[str, int]]:
    """`field_facet` of the years of a field's dates: a document with many days of a year counts once for it."""
    total: Counter[str] = Counter()
    for segment, docs in zip(found.index.segments, found.index.parted(found.docs), strict=True):
        column = segment.kept(("years", name), lambda segment=segment: _years_of(segment, name))
        amounts = np.bincount(column.ids[spans(column.starts[docs], column.starts[docs + 1])])
        total.update({column.years[number]: int(amounts[number]) for number in np.flatnonzero(amounts).tolist()})
    return _most_frequent(total.items(), limit)


class _Years(NamedTuple):
    """A column: those of a document are `ids[starts[doc] : starts[doc + 1]]`, places in `years`."""

    years: tuple[str, ...]
    ids: np.ndarray
    starts: np.ndarray


def _years_of(segment: OpenSegment, name: str) -> _Years:
    """Of dates of a year and nothing less certain: what `mentioned:2015` finds is of 2015."""
    strings, ids = segment.strings(f"value.{name}"), segment.array(f"value.{name}.ids")
    years = sorted({text[:4] for text in strings if _YEAR.match(text)})
    year_of = np.full(len(strings) + 1, -1, np.int16)
    for number, year in enumerate(years):
        stretch = strings.between(year, f"{year}-12-31")
        year_of[stretch.start : stretch.stop] = number
    starts = segment.array(f"value.{name}.starts")
    owners = np.repeat(np.arange(segment.count), np.diff(starts)) if len(starts) > 1 else np.zeros(0, np.int64)
    of = year_of[ids]
    pairs = np.unique(owners[of >= 0] * len(years) + of[of >= 0])
    owners, of = np.divmod(pairs, max(1, len(years)))
    return _Years(tuple(years), of.astype(np.int16), np.searchsorted(owners, np.arange(segment.count + 1)))


def _most_frequent(counts: Iterable[tuple], limit: int | None) -> list[tuple]:
    return sorted(counts, key=lambda item: (-item[1], item[0]))[:limit]


def date_facet(found: Found, name: str, details: Mapping) -> list[tuple[datetime, int]]:
    """(start, count) of each stretch from `start_date` up to `end_date`, a stretch being `gap_amount` of `gap_by`."""
    starts = _starts(details)
    numbers = np.sort(found.index.numbers(name)[found.docs])
    edges = [to_number(start) for start in starts] + [to_number(details["end_date"])]
    places = np.searchsorted(numbers, edges).tolist()
    return [(start, places[i + 1] - places[i]) for i, start in enumerate(starts)]


def _starts(details: Mapping) -> list[datetime]:
    first, end = _moment(details["start_date"]), _moment(details["end_date"])
    unit, amount = f"{details['gap_by']}s", max(1, int(details.get("gap_amount", 1)))
    starts = []
    # Each is counted from the first: a month after the end of January, and a month after that, is not two months.
    while (start := first + relativedelta(**{unit: amount * len(starts)})) < end:
        starts.append(start)
    return starts


def _moment(value: date | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day, tzinfo=UTC)
