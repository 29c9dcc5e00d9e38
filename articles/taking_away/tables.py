"""Articles as lines of a table: a line for each hit, so that a table has as many as the search found."""

import re

from articles.citing.facts import CitedArticle, Name
from articles.citing.fields import one_line
from articles.taking_away.articles import Gone

COLUMNS = (
    "id",
    "headline",
    "deck",
    "source",
    "section",
    "authors",
    "places",
    "tags",
    "published",
    "completeness",
    "language",
    "address",
    "original_address",
    "status",
)
"""The names that programs read; of `status` the values are "published" and "gone"."""

Cell = int | str

# What spreadsheets take for the beginning of a formula, in the wide forms of East Asia too (OWASP, "CSV Injection").
_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def line_of(article: CitedArticle | Gone) -> tuple[Cell, ...]:
    """The cells of `COLUMNS`. Several names are joined by "; "."""
    if isinstance(article, Gone):
        return (article.number, *[""] * (len(COLUMNS) - 2), "gone")
    texts = (
        article.headline,
        article.deck,
        article.paper.text if article.paper else "",
        article.section.text if article.section else "",
        joined(article.authors),
        joined(article.places),
        joined(article.tags),
        article.published,
        "excerpt" if article.is_excerpt else "whole",
        article.language,
        article.address,
        article.original,
        "published",
    )
    return (article.number, *map(one_line, texts))


def joined(names: tuple[Name, ...]) -> str:
    return "; ".join(name.text for name in names)


def defused(cell: Cell) -> Cell:
    """A text that no spreadsheet runs: an apostrophe before what would begin a formula, which shows it as text."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
