"""Counts over a whole result: by value of a field, by stretch of time, and by further queries."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime

import numpy as np
from dateutil.relativedelta import relativedelta

from articles.search.collecting import Found
from articles.search.schema import NO_NUMBER, is_number
from articles.search.values import to_number


def field_facet(found: Found, name: str) -> list[tuple[str, int]]:
    """(value, how many of the documents have it), the most frequent first, then by value."""
    index, counts = found.index, Counter()
    if is_number(index.schema, name):
        values, amounts = np.unique(index.numbers(name)[found.docs], return_counts=True)
        counts.update(
            {value: n for value, n in zip(values.tolist(), amounts.tolist(), strict=True) if value != NO_NUMBER}
        )
    else:
        is_all = len(found.docs) == index.count
        for segment, docs in zip(index.segments, index.parted(found.docs), strict=True):
            amounts = segment.count_values(name, None if is_all else docs)
            strings = segment.strings(f"value.{name}")
            for number in np.flatnonzero(amounts).tolist():
                counts[strings[number]] += int(amounts[number])
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


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
