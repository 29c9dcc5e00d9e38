"""What can be wrong with a query, as data; `wording` has the words for it."""

from dataclasses import dataclass
from enum import StrEnum

MOST_CHARACTERS = 10_000
MOST_WORDS = 64
# Brackets, quotations, operators: no query that means something comes near.
MOST_SIGNS = 3_000
DEEPEST = 20
MOST_WILDCARDS = 8
WIDEST_SLOP = 100


class Kind(StrEnum):
    UNCLOSED_QUOTE = "unclosed quote"
    STRAY_QUOTE = "stray quote"
    EMPTY_QUOTES = "empty quotes"
    UNCLOSED_BRACKET = "unclosed bracket"
    STRAY_BRACKET = "stray bracket"
    EMPTY_BRACKETS = "empty brackets"
    TOO_DEEP = "too deep"
    STRAY_OPERATOR = "stray operator"
    LONE_WILDCARD = "lone wildcard"
    TOO_MANY_WILDCARDS = "too many wildcards"
    WRONG_DISTANCE = "wrong distance"
    EMPTY_FIELD = "empty field"
    FIELD_IN_FIELD = "field in field"
    UNKNOWN_DATE = "unknown date"
    REVERSED_DATES = "reversed dates"
    TOO_MANY_WORDS = "too many words"
    TOO_LONG = "too long"
    NOTHING_TO_SEARCH = "nothing to search"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake and its place in what was typed; `typed` is what stands there, cut short if it is long."""

    kind: Kind
    start: int
    end: int
    typed: str = ""
