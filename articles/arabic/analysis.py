"""A text as the index sees it: every word with the form it has, the term it counts for, and where it stands."""

from functools import lru_cache
from typing import NamedTuple

from articles.arabic.folding import fold
from articles.arabic.stems import stem
from articles.arabic.stopwords import is_stop_word
from articles.arabic.tokens import tokenize

# Nothing that anybody searches for is longer; an index keeps every term whole.
LONGEST_TERM = 64


class Term(NamedTuple):
    """A word: `surface` folded with its clitics, `stem` None for a stop word, `position` counted in words from 0.

    `normal` is the word before it was folded, by which `levels` knows it.

    `start` and `end` are of the whole original word. A named tuple for the reason that `Token` is one.
    """

    surface: str
    stem: str | None
    start: int
    end: int
    position: int
    normal: str = ""


def analyze(text: str) -> list[Term]:
    """Every word of a text: بقانون قيصر -> بقانون/قانون, قيصر/قيصر."""
    terms = []
    for position, (_, normal, start, end) in enumerate(tokenize(text)):
        surface, stem_ = forms(normal)
        terms.append(Term(surface, stem_, start, end, position, normal))
    return terms


@lru_cache(maxsize=32768)
def forms(normal_word: str) -> tuple[str, str | None]:
    """Surface and stem of a normalised word.

    A stop word which ends in ى keeps it (على), so that a phrase with the name علي never meets it.
    """
    return surface(normal_word), None if is_stop_word(normal_word) else stem(normal_word[:LONGEST_TERM])


@lru_cache(maxsize=16384)
def surface(normal_word: str) -> str:
    """A normalised word folded; of a stop word its ى stays."""
    folded = fold(normal_word)[:LONGEST_TERM]
    return folded[:-1] + "ى" if normal_word[-1:] == "ى" and is_stop_word(normal_word) else folded


_BEFORE_ARTICLE = ("و", "ف", "ب", "ك", "وب", "وك", "فب", "فك")
_BEFORE_WORD = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")


def proclitic_forms(word: str) -> list[str]:
    """Surfaces in which a word may stand, itself first: قانون -> قانون, وقانون, بقانون…; القانون -> …, للقانون.

    Empty if there is no word. A word which is several (3-4) has the forms of the first.
    """
    tokens = tokenize(word)
    if not tokens:
        return []
    surface, _ = forms(tokens[0].normal)
    if not surface.startswith("ال") or len(surface) < 4:
        return [surface, *(clitics + surface for clitics in _BEFORE_WORD)]
    bare = surface[2:]
    # The article's alef goes after ل, and of three ل only two are written: اللجنة, للجنة.
    with_to = "لل" + bare.removeprefix("ل")
    return [
        surface,
        *(clitics + surface for clitics in _BEFORE_ARTICLE),
        *(clitic + with_to for clitic in ("", "و", "ف")),
    ]
