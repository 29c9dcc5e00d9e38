"""What a visitor sets beside the query: how alike words must be, and how many of them must be there."""

from dataclasses import dataclass
from enum import StrEnum

from articles.arabic.levels import DEFAULT, Level


class Matching(StrEnum):
    """How many of the words side by side an article must have. `AUTO`: all of a few, most of many or of a question."""

    AUTO = "auto"
    ALL = "all"
    MOST = "most"


@dataclass(frozen=True)
class Options:
    """`without`: words, as the list of matched forms has them, that do not count. `joins_names`: names are looked for
    in their other spellings and scripts too."""

    level: Level = DEFAULT
    matching: Matching = Matching.AUTO
    without: frozenset[str] = frozenset()
    joins_names: bool = True
