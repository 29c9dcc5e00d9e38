"""What a visitor types, read as a question: words, phrases in quotation marks, and words or phrases to leave out.

    قانون قيصر            both words, in any of their forms
    "قانون قيصر"          the phrase as written; also «…» and “…”
    سوريا -داعش           the first word without the second; also سوريا NOT داعش

Nothing that is typed is an error: marks that make no sense are passed over.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from articles.arabic.analysis import analyze, proclitic_forms
from articles.search.documents import clean

MOST_CHARACTERS = 10_000
MOST_WORDS = 64

_PIECE = re.compile(
    r"""(?P<without>-|NOT\s+-?)?(?:"(?P<straight>[^"]*)"|«(?P<angular>[^«»]*)»|“(?P<curly>[^“”]*)”|(?P<plain>[^\s"«“]+))"""
)
# Marks of direction, which come with text copied from pages and would stand before a minus.
_DIRECTION = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))


class Word(NamedTuple):
    """A word's folded form, its stem, which a stop word has none of, and the word as it was typed."""

    surface: str
    stem: str | None
    typed: str


@dataclass(frozen=True)
class Clause:
    """One word, or the words of a phrase in order."""

    words: tuple[Word, ...]
    is_phrase: bool = False
    is_excluded: bool = False

    @property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """For each word of a phrase the forms in which it may stand: the first may carry proclitics."""
        first, *others = self.words
        return tuple(proclitic_forms(first.surface)) or (first.surface,), *((word.surface,) for word in others)

    @property
    def is_stop_word(self) -> bool:
        return not self.is_phrase and self.words[0].stem is None


@dataclass(frozen=True)
class Question:
    """`clauses` are what is searched, `ignored` the stop words passed over; `is_cut` if it was longer than is read."""

    clauses: tuple[Clause, ...]
    ignored: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def wanted(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if not clause.is_excluded)


def read_question(text: str) -> Question:
    """The question that a visitor's words put. Stop words are searched only where there is nothing else."""
    text = clean(text)
    clauses: list[Clause] = []
    count = 0
    for piece in _PIECE.finditer(text[:MOST_CHARACTERS].translate(_DIRECTION)):
        for clause in _clauses(piece):
            count += len(clause.words)
            if count > MOST_WORDS:
                return _without_stop_words(clauses, is_cut=True)
            clauses.append(clause)
    return _without_stop_words(clauses, is_cut=len(text) > MOST_CHARACTERS)


def all_words(text: str) -> Question:
    """Every word of a text, whatever marks stand between them."""
    words = _words(clean(text[:MOST_CHARACTERS]))
    return _without_stop_words([Clause((word,)) for word in words[:MOST_WORDS]], is_cut=len(words) > MOST_WORDS)


def one_phrase(text: str) -> Question:
    words = _words(clean(text[:MOST_CHARACTERS]))
    clauses = (Clause(words[:MOST_WORDS], is_phrase=True),) if words else ()
    return Question(clauses, is_cut=len(words) > MOST_WORDS)


def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(term.surface, term.stem, text[term.start : term.end]) for term in analyze(text))


def _clauses(piece: re.Match[str]) -> list[Clause]:
    is_excluded = piece["without"] is not None
    is_phrase = piece["plain"] is None
    parts = (piece["straight"], piece["angular"], piece["curly"], piece["plain"])
    if not (words := _words(next(part for part in parts if part is not None))):
        return []
    # One written word may be several: those of أب/ابن are wanted each, those of -أب/ابن left out together.
    if is_phrase or (is_excluded and len(words) > 1):
        return [Clause(words, True, is_excluded)]
    return [Clause((word,), False, is_excluded) for word in words]


def _without_stop_words(clauses: list[Clause], is_cut: bool) -> Question:
    clauses = list(dict.fromkeys(clauses))
    if all(clause.is_stop_word for clause in clauses):
        return Question(tuple(clauses), (), is_cut)
    kept = tuple(clause for clause in clauses if not clause.is_stop_word)
    ignored = dict.fromkeys(clause.words[0].typed for clause in clauses if clause.is_stop_word)
    return Question(kept, tuple(ignored), is_cut)
