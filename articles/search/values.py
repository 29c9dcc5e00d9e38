"""Values on their way into columns and back: numbers and moments as integers, all else as text."""

from datetime import UTC, date, datetime, timedelta

from articles.search.schema import NO_NUMBER

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_number(value) -> int:
    """A date as the start of its day, a moment as microseconds since 1970, both in UTC; None as `NO_NUMBER`."""
    if value is None:
        return NO_NUMBER
    if isinstance(value, str):
        value = int(value) if value.lstrip("-").isdigit() else datetime.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, datetime):
        return ((value if value.tzinfo else value.replace(tzinfo=UTC)) - _EPOCH) // _MICROSECOND
    return int(value)


def from_number(number: int, field_type: str) -> int | date | datetime | None:
    if number == NO_NUMBER:
        return None
    if field_type == "integer":
        return number
    moment = _EPOCH + number * _MICROSECOND
    return moment.date() if field_type == "date" else moment


def to_texts(value) -> list[str]:
    """A value of Haystack's as the list of exact values that it stands for."""
    if value is None:
        return []
    if isinstance(value, (list, tuple, set, frozenset)):
        return [text for item in value for text in to_texts(item)]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(value)]
