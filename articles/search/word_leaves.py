"""The leaves of a query: what stands for one of its words in the index, at the level of form that was chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articles.arabic.analysis import proclitic_forms
from articles.arabic.levels import Level, term_at, terms_for
from articles.arabic.tokens import words as words_of
from articles.search.engine.queries import Forms
from articles.search.lexicon import Lexicon
from articles.search.options import Options
from articles.search.schema import EXACT, SURFACE, VIEW_OF_LEVEL

# Words of queries, each of which is asked for several times in one and comes back in the next.
_MOST_REMEMBERED = 16384

_OF_BELONGING = ("ين", "ون", "ه")


@dataclass(frozen=True)
class Leaves:
    """`kinds`: the kinds of parts in which words are looked for, or all."""

    options: Options
    lexicon: Lexicon
    kinds: frozenset[int] | None = None

    @property
    def view(self) -> str:
        return VIEW_OF_LEVEL[self.options.level]

    def word(self, word: str) -> Forms:
        """A word at the level of the query; a stop word, which has no term there, as it is folded."""
        terms = self.terms(word)
        return self.of_terms(terms) if terms else self.surfaces([_surface(word)])

    def of_terms(self, terms: Iterable[str]) -> Forms:
        return Forms(self.view, tuple(terms), self.options.without, self.kinds)

    def surfaces(self, forms: Sequence[str]) -> Forms:
        """Any of these folded words."""
        return Forms(SURFACE, tuple(forms), self.options.without, self.kinds)

    def terms(self, word: str) -> Sequence[str]:
        """The terms of a word at the level, none for a stop word."""
        return _terms(self.options.level, word)

    def terms_of_folded(self, form: str) -> Sequence[str]:
        """The terms of all words that are folded to this form: a folded plural does not say which hamza it had."""
        if self.options.level is Level.FOLDED:
            return self.terms(form)
        return self.lexicon.terms_of(form, self.view) or self.terms(form)

    def forms_of_name(self, form: str) -> Sequence[str]:
        """The folded forms in which a name that was found by its sound may stand: itself, behind a clitic, and if it
        is one of belonging (الحوثي) its plural and feminine. Not all that share its stem: الرياضية is not of الرياض.
        """
        if self.options.level in (Level.EXACT, Level.FOLDED):
            return (form,)
        endings = ("", *_OF_BELONGING) if form.endswith("ي") else ("",)
        return [whole for ending in endings for whole in proclitic_forms(form + ending)]

    def place(self, word: str, *, with_clitics: bool) -> Forms:
        """A place of a phrase: the word as it is written; else folded, and the first with clitics and without."""
        if self.options.level is Level.EXACT:
            return Forms(EXACT, tuple(self.terms(word)), self.options.without, self.kinds)
        return self.surfaces(_place(word, with_clitics=with_clitics))


def marked_place(word: str, *, with_clitics: bool) -> frozenset[str]:
    """The surfaces at a place of a phrase that are marked in a text."""
    return frozenset(_place(word, with_clitics=with_clitics))


def _place(word: str, *, with_clitics: bool) -> Sequence[str]:
    return (proclitic_forms(word) if with_clitics else ()) or (_surface(word),)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _terms(level: Level, word: str) -> Sequence[str]:
    return terms_for(level, _normal(word))


def _normal(word: str) -> str:
    """What the tokenizer makes of a word that it has cut already; of several the first."""
    return next(iter(words_of(word)), word)


def _surface(word: str) -> str:
    return term_at(Level.FOLDED, _normal(word)) or ""
