"""Where in folded text a date may begin: at a number, or at one of a thousand words. Nearly every word is neither."""

import re
from collections.abc import Iterable

from articles.arabic.date_named import FIRST_WORDS
from articles.arabic.date_numbers import YEAR_WORDS


def candidates(folded: str) -> list[tuple[int, str]]:
    """The places of numbers, with an empty text, and of words that may begin a date, with the word; in order."""
    numbers = [(found.start(), "") for found in _NUMBER.finditer(folded)]
    # A word is looked for with the sign before it: one must stand before the first.
    words = [(found.start(), found[1]) for found in _FIRST_WORD.finditer(" " + folded)]
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


# A first sign that is a plain set lets the search skip to it: twice as fast as \d+.
_NUMBER = re.compile(r"[0-9]\d*")
# The plain letters first, for they are told apart in a third of the time that [\W\d_] takes.
_FIRST_WORD = re.compile(rf"[^ء-غف-يa-z](?<![^\W\d_])({_prefix_tree(FIRST_WORDS | YEAR_WORDS)})(?![^\W\d_])")
