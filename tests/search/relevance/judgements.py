"""What a row of the table is."""

from dataclasses import dataclass, field

from articles.arabic.levels import DEFAULT, Level
from articles.search.options import Matching, Options

# Of `lacks`: nothing but what must be found is found.
ELSE = "*"


@dataclass(frozen=True)
class Row:
    """`finds` and `lacks` are names of texts with blanks between; `order` are some of those found, best first."""

    query: str
    finds: str = ""
    lacks: str = ELSE
    order: str = ""
    options: Options = field(default_factory=Options)
    corrected: str | None = None


def row(
    query: str,
    finds: str = "",
    lacks: str = ELSE,
    order: str = "",
    *,
    corrected: str | None = None,
    level: str = DEFAULT,
    matching: str = Matching.AUTO,
    without: str = "",
    joins_names: bool = True,
) -> Row:
    """`without` are words with blanks between."""
    options = Options(Level(level), Matching(matching), frozenset(without.split()), joins_names)
    return Row(query, finds, lacks, order, options, corrected)
