"""When two names are one, and how a name is kept."""

import unicodedata
from functools import lru_cache

from articles.arabic import folding

LONGEST_NAME = 200  # characters: the length of the columns


@lru_cache(maxsize=65_536)
def tidy(name: str, longest: int = LONGEST_NAME) -> str:
    """A name with single spaces between its words and without control characters, cut at the column's length."""
    if not name.isprintable():
        name = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in name)
    tidied = " ".join(name.split())[:longest].strip()
    if not tidied:
        raise ValueError("A name cannot be empty.")
    return tidied


@lru_cache(maxsize=65_536)
def name_key(name: str, longest: int = LONGEST_NAME) -> str:
    """The folded name, cut at the column's length; of a name without letters and digits, the name."""
    return (folding.key(name) or name)[:longest]


def is_latin(name: str) -> bool:
    """Whether a name has Latin letters and none of the Arabic script: Trump, G20; not ترامب, 2024 or الـF16."""
    letters = [unicodedata.name(c, "") for c in unicodedata.normalize("NFKC", name) if c.isalpha()]
    has_arabic = any(letter.startswith("ARABIC") for letter in letters)
    return not has_arabic and any(letter.startswith("LATIN") for letter in letters)
