"""Which places of a text a query meets: whole original words, clitics and tashkeel included, and whole phrases."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import compress, repeat
from typing import NamedTuple

from articles.arabic.analysis import surface
from articles.arabic.finding import Sought
from articles.arabic.levels import Level, term_at
from articles.arabic.tokens import Token, tokenize, words

Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """`start` and `end` in the original text."""

    start: int
    end: int


@dataclass(frozen=True)
class Wanted:
    """What a query looks for: words by (level, term); phrases as one set of accepted surfaces for each place.

    `without` are words, in their normal form, that do not count though a term of theirs is looked for. `words` are all
    that have any of the terms, where that is known: then no other word of a text has to be asked for its term.
    """

    terms: frozenset[tuple[Level, str]] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    without: frozenset[str] = frozenset()
    words: frozenset[str] | None = field(default=None, repr=False, compare=False)
    # Phrases by the surfaces they may begin with, so that a word of the text is looked up once.
    _beginning: dict[str, list[Phrase]] = field(init=False, repr=False, compare=False)
    _terms: dict[Level, frozenset[str]] = field(init=False, repr=False, compare=False)
    # Words that were looked at and the term of each: a text says most of its words again.
    _known: dict[str, str | None] = field(init=False, repr=False, compare=False)
    # What is to be found of `words`.
    _sought: Sought | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        beginning: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in sorted(filter(None, self.phrases), key=len, reverse=True):
            for first in phrase[0]:
                beginning[first].append(phrase)
        terms = {level: {term for of, term in self.terms if of is level} for level in Level}
        object.__setattr__(self, "_beginning", dict(beginning))
        object.__setattr__(self, "_terms", {level: frozenset(some) for level, some in terms.items() if some})
        object.__setattr__(self, "_known", dict.fromkeys(self.without))
        object.__setattr__(self, "_sought", Sought(self.words - self.without) if self.words is not None else None)

    def sought_in(self, normals: Set[str]) -> Sought:
        """What is looked for, of some words in their normal form."""
        if self._sought:
            return self._sought
        found: set[str] = set()
        for level, terms in self._terms.items():
            found.update(compress(normals, map(terms.__contains__, map(term_at, repeat(level), normals))))
        return Sought(found - self.without)

    def may_have_phrase(self, normals: Set[str]) -> bool:
        """Whether a text of these words has those of a phrase, in whatever order."""
        if not self._beginning:
            return False
        surfaces = set(map(surface, normals))
        return any(not any(map(surfaces.isdisjoint, phrase)) for phrase in self.phrases if phrase)

    def term_of(self, word: str) -> str | None:
        """The term for which a word, in its normal form, is looked for; None if it is not."""
        if word not in self._known:
            terms = ((term_at(level, word), some) for level, some in self._terms.items())
            self._known[word] = next((term for term, some in terms if term in some), None)
        return self._known[word]

    def longest_phrase_at(self, surfaces: Sequence[str], place: int) -> Phrase | None:
        """The longest phrase which stands, complete, from this word on."""
        for phrase in self._beginning.get(surfaces[place], ()):
            following = surfaces[place : place + len(phrase)]
            if len(following) == len(phrase) and all(
                found in accepted for found, accepted in zip(following, phrase, strict=True)
            ):
                return phrase
        return None


class Match(NamedTuple):
    """A mark and what it is a mark of: a term, or a phrase."""

    mark: Mark
    of: str | Phrase


def find_marks(text: str, wanted: Wanted) -> list[Mark]:
    """Marks in order, none touching another's letters: قانون in «بقانونِ قيصر» marks all of بقانونِ."""
    return [match.mark for match in matches(text, wanted)]


def matches(text: str, wanted: Wanted) -> Iterator[Match]:
    """A phrase is one mark from its first word to its last; the words in it are not marked again."""
    normals = set(words(text)) if wanted.phrases or wanted.words is None else set()
    if wanted.may_have_phrase(normals):
        yield from _with_phrases(tokenize(text), wanted)
        return
    for token in wanted.sought_in(normals).tokens_in(text):
        yield Match(Mark(token.start, token.end), wanted.term_of(token.normal))


def _with_phrases(tokens: Sequence[Token], wanted: Wanted) -> Iterator[Match]:
    surfaces = [surface(token.normal) for token in tokens]
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if phrase := wanted.longest_phrase_at(surfaces, place):
            place += len(phrase)
            yield Match(Mark(token.start, tokens[place - 1].end), phrase)
            continue
        if (of := wanted.term_of(token.normal)) is not None:
            yield Match(Mark(token.start, token.end), of)
        place += 1
