"""Where in folded text a date may begin: at one number of many, or at one of a thousand words. Few words are such."""

import re
from collections.abc import Iterable

from articles.arabic.date_named import FIRST_WORDS
from articles.arabic.date_numbers import YEAR_WORDS
from articles.arabic.date_pieces import GAP, SPACE
from articles.arabic.month_names import MONTHS


def candidates(folded: str) -> list[tuple[int, str]]:
    """The places of numbers, with an empty text, and of words that may begin a date, with the word; in order."""
    numbers = [(found.start(), "") for found in _NUMBER.finditer(folded)]
    # A word is looked for with the sign before it: one must stand before the first.
    found_words = _FIRST_WORD.finditer(" " + folded)
    words = [(found.start(), found[1]) for found in found_words if not _LETTER.match(found[0])]
    return sorted(numbers + words) if numbers and words else numbers or words


def _prefix_tree(words: Iterable[str]) -> str:
    """A regular expression for any of the words, shared beginnings once: a word that is none fails at a letter or two.

    >>> _prefix_tree(["مايو", "مارس"])
    'ما(?:رس|يو)'
    """
    tree = {}
    for word in sorted(words):
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _written(tree)


def _written(tree: dict) -> str:
    branches = [re.escape(letter) + _written(rest) for letter, rest in tree.items() if letter]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_MONTH = _prefix_tree(name.split()[0] for name in MONTHS)
# Before a sign and a further number, or before a month. A first sign that is a plain set lets the search skip to it.
_NUMBER = re.compile(
    r"[0-9]\d{0,3}+(?=[ ]?[/.-][ ]?\d"
    rf"|(?:st|nd|rd|th)?(?:{SPACE}(?:من|of){SPACE}|{GAP}[/.-]?{GAP})(?:شهر{SPACE})?{_MONTH})"
)
# The sign before a word is told from plain letters at once; it is no other letter either.
_FIRST_WORD = re.compile(rf"[^ء-غف-يa-z]({_prefix_tree(FIRST_WORDS | YEAR_WORDS)})(?![^\W\d_])")
_LETTER = re.compile(r"[^\W\d_]")
