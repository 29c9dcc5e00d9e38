"""Which places of a text a query meets: whole original words, clitics and tashkeel included, and whole phrases."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.arabic.analysis import Term, analyze
from articles.arabic.levels import Level, term_at

Phrase = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """`start` and `end` in the original text."""

    start: int
    end: int


@dataclass(frozen=True)
class Wanted:
    """What a query looks for: words by (level, term); phrases as one set of accepted surfaces for each place.

    `without` are words, in their normal form, that do not count though a term of theirs is looked for.
    """

    terms: frozenset[tuple[Level, str]] = frozenset()
    phrases: tuple[Phrase, ...] = ()
    without: frozenset[str] = frozenset()
    # Phrases by the surfaces they may begin with, so that a word of the text is looked up once.
    _beginning: dict[str, list[Phrase]] = field(init=False, repr=False, compare=False)
    _levels: tuple[Level, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        beginning: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in sorted(filter(None, self.phrases), key=len, reverse=True):
            for surface in phrase[0]:
                beginning[surface].append(phrase)
        object.__setattr__(self, "_beginning", dict(beginning))
        object.__setattr__(self, "_levels", tuple(sorted({level for level, _ in self.terms})))

    def term_of(self, word: str) -> str | None:
        """The term for which a word, in its normal form, is looked for; None if it is not."""
        if word in self.without:
            return None
        terms = ((level, term_at(level, word)) for level in self._levels)
        return next((term for level, term in terms if (level, term) in self.terms), None)

    def longest_phrase_at(self, terms: Sequence[Term], place: int) -> Phrase | None:
        """The longest phrase which stands, complete, from this word on."""
        for phrase in self._beginning.get(terms[place].surface, ()):
            following = terms[place : place + len(phrase)]
            if len(following) == len(phrase) and all(
                term.surface in accepted for term, accepted in zip(following, phrase, strict=True)
            ):
                return phrase
        return None


@dataclass(frozen=True, slots=True)
class Match:
    """A mark and what it is a mark of: a term, or a phrase."""

    mark: Mark
    of: str | Phrase


def find_marks(text: str, wanted: Wanted) -> list[Mark]:
    """Marks in order, none touching another's letters: قانون in «بقانونِ قيصر» marks all of بقانونِ."""
    return [match.mark for match in matches(analyze(text), wanted)]


def matches(terms: Sequence[Term], wanted: Wanted) -> Iterator[Match]:
    """A phrase is one mark from its first word to its last; the words in it are not marked again."""
    place = 0
    while place < len(terms):
        term = terms[place]
        if phrase := wanted.longest_phrase_at(terms, place):
            place += len(phrase)
            yield Match(Mark(term.start, terms[place - 1].end), phrase)
            continue
        if (of := wanted.term_of(term.normal)) is not None:
            yield Match(Mark(term.start, term.end), of)
        place += 1
