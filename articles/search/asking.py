"""From what is typed to a query of the engine that matches and scores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whoosh.query import AndMaybe, NullQuery, Or, Query

from articles.arabic.levels import Level, term_at
from articles.arabic.tokens import tokenize, words
from articles.search.compiling import Compiled, compile_query
from articles.search.documents import clean
from articles.search.engine.queries import Forms
from articles.search.language import tree
from articles.search.language.joining import beside
from articles.search.language.reading import Reading, read
from articles.search.lexicon import Lexicon
from articles.search.names import Names
from articles.search.options import Options
from articles.search.readers import Snapshot
from articles.search.schema import SURFACE, VIEW_OF_LEVEL
from articles.search.scoring import SURFACE_WEIGHT

MOST_WORDS = 64


@dataclass(frozen=True)
class Asked:
    """A query as it was read and what became of it; `query` also scores, `compiled.query` only matches."""

    reading: Reading
    compiled: Compiled
    query: Query

    @property
    def is_empty(self) -> bool:
        """Something was typed, and nothing in it can be searched."""
        return isinstance(self.reading.tree, tree.Nothing)


def ask(index: Snapshot | None, text: str, options: Options | None = None, *, has_database: bool = True) -> Asked:
    """`has_database`: names of authorities are looked up too."""
    return _asked(index, text, read(clean(text)), options or Options(), has_database)


def sought(index: Snapshot, node: tree.Node) -> Query:
    """The query of a tree alone."""
    return _asked(index, "", Reading(node), Options(joins_names=False), True).query


def all_words(text: str) -> tree.Node:
    """Every word of a text, whatever marks stand between them."""
    return beside(_words(text)) or tree.Nothing()


def one_phrase(text: str) -> tree.Node:
    words = _words(text)
    return tree.Phrase(words) if words else tree.Nothing()


def any_form(forms: Sequence[str]) -> Query:
    return Forms(SURFACE, tuple(forms)) if forms else NullQuery


def _words(text: str) -> tuple[tree.Word, ...]:
    return tuple(tree.Word(token.normal) for token in tokenize(clean(text))[:MOST_WORDS])


def _asked(index: Snapshot | None, text: str, reading: Reading, options: Options, has_database: bool) -> Asked:
    lexicon = Lexicon(index)
    compiled = compile_query(text, reading.tree, options, Names(lexicon, has_database=has_database), lexicon)
    return Asked(reading, compiled, scored(compiled, options.level))


def scored(compiled: Compiled, level: Level) -> Query:
    """Words that stand as they were typed count more than those that share a stem with them."""
    query = compiled.query
    if query is NullQuery or level in (Level.EXACT, Level.FOLDED):
        return query
    view = VIEW_OF_LEVEL[level]
    surfaces = dict.fromkeys(_as_typed(word.typed, word.leaf) for word in compiled.words if word.leaf.view == view)
    return AndMaybe(query, Or(list(surfaces))) if surfaces else query


def _as_typed(typed: str, leaf: Forms) -> Forms:
    normal = next(iter(words(typed)), typed)
    return replace(leaf, view=SURFACE, terms=(term_at(Level.FOLDED, normal) or "",), boost=SURFACE_WEIGHT)
