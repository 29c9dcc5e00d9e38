"""Counts over a whole result: by value of a field, by stretch of time, and by further queries."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from dateutil.relativedelta import relativedelta

from articles.search.columns import Columns
from articles.search.schema import NO_NUMBER, SEPARATOR
from articles.search.values import to_number


def field_facet(columns: Columns, name: str, documents: Sequence[int]) -> list[tuple[str, int]]:
    """(value, how many of the documents have it), the most frequent first, then by value."""
    counts: Counter[str] = Counter()
    for joined, count in Counter(map(columns[name].__getitem__, documents)).items():
        if columns.is_number(name):
            if joined != NO_NUMBER:
                counts[joined] += count
        elif joined:
            for value in joined.split(SEPARATOR):
                counts[value] += count
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def date_facet(columns: Columns, name: str, documents: Iterable[int], details: Mapping) -> list[tuple[datetime, int]]:
    """(start, count) of each stretch from `start_date` up to `end_date`, a stretch being `gap_amount` of `gap_by`."""
    starts = _starts(details)
    numbers = sorted(columns[name][document] for document in documents)
    edges = [to_number(start) for start in starts] + [to_number(details["end_date"])]
    places = [bisect_left(numbers, edge) for edge in edges]
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
