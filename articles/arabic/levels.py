"""The levels of form at which a query meets a text, and the term that a word has at each.

Two words meet at a level if their terms there are equal. Each level joins what the one before it joins, but that stop
words have no term at the last two, and that hamza tells a plural from another word (أعلام, إعلام) at LIGHT and ROOT.
"""

from enum import StrEnum
from functools import lru_cache

from articles.arabic.analysis import LONGEST_TERM, surface
from articles.arabic.namesakes import name_in, namesakes, without_sign
from articles.arabic.plurals import light_term
from articles.arabic.roots import root_of_light_term, root_term
from articles.arabic.stopwords import is_stop_word


class Level(StrEnum):
    """`EXACT` forgives tashkeel, tatweel and case; `FOLDED` also how letters are written; `LIGHT` clitics, endings and
    plurals; `ROOT`, an experiment, all that is made from the same root."""

    EXACT = "exact"
    FOLDED = "folded"
    LIGHT = "light"
    ROOT = "root"


DEFAULT = Level.LIGHT


@lru_cache(maxsize=16384)
def term_at(level: Level, normal_word: str) -> str | None:
    """The term of a normalised, unfolded word (`tokens.words` gives such); None for a stop word at LIGHT and ROOT.

    >>> [term_at(level, "والمجالس") for level in (Level.EXACT, Level.FOLDED, Level.LIGHT)]
    ['والمجالس', 'والمجالس', 'مجلس']
    """
    word = normal_word[:LONGEST_TERM]
    if level is Level.EXACT:
        return without_sign(word).lower()
    if level is Level.FOLDED:
        return surface(word)
    if is_stop_word(word):
        return None
    return name_in(word) or (light_term(word) if level is Level.LIGHT else root_term(word))


def terms_at_all(normal_word: str) -> tuple[str, str, str | None, str | None]:
    """What `term_at` says at each level, in the order of the levels; for many words, in half the time of four calls.

    >>> terms_at_all("والمجالس")
    ('والمجالس', 'والمجالس', 'مجلس', 'جلس')
    """
    word = normal_word[:LONGEST_TERM]
    exact, folded = without_sign(word).lower(), surface(word)
    if is_stop_word(word):
        return exact, folded, None, None
    if name := name_in(word):
        return exact, folded, name, name
    light = light_term(word)
    return exact, folded, light, root_of_light_term(light)


def terms_for(level: Level, normal_word: str) -> tuple[str, ...]:
    """The terms by which to look for a query's word, its own first; none for a stop word at LIGHT and ROOT.

    They are several only for a name that tashkeel tells from another: عمّان also finds the bare عمان, which may be it,
    but no عُمان, and a bare عمان finds all three.
    """
    term = term_at(level, normal_word)
    if term is None:
        return ()
    return (term, *namesakes(term)) if level in (Level.LIGHT, Level.ROOT) else (term,)
