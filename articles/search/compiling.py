"""A query's tree as a query of the engine: each word at its level, names and months in all their forms.

How it is scored is said in `scoring`; what is said here is which articles match.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product
from math import ceil

from whoosh.query import Every, Not, NullQuery, Query

from articles.arabic.levels import Level
from articles.arabic.snippets import Wanted
from articles.arabic.tokens import words as words_of
from articles.search.combining import all_of, any_of
from articles.search.compiling_dates import dated, mentioned
from articles.search.documents import Kind
from articles.search.engine.queries import AtLeast, Forms, Near
from articles.search.language import tree
from articles.search.language.judging import content_words, is_question, loose_part, loosened
from articles.search.lexicon import Lexicon
from articles.search.names import JoinedName, Names
from articles.search.options import Matching, Options
from articles.search.schema import VIEW_OF_LEVEL
from articles.search.units import Unit, phrase_forms, rows, units_of
from articles.search.word_leaves import Leaves, marked_place

# Up to so many content words all must be there; of more, and of a question, this share.
FEW_WORDS = 4
MOST_SHARE = 0.25
_KINDS = {"title": frozenset({Kind.HEADLINE}), "text": frozenset(Kind) - {Kind.HEADLINE, Kind.TAG}}
# A phrase with several months has no more spellings.
_MOST_COMBINATIONS = 24


@dataclass(frozen=True)
class WordSought:
    """A word of the query and the leaf that stands for it."""

    typed: str
    leaf: Forms


@dataclass
class Compiled:
    """`words` are those that may match, in their order; `ignored` stop words that were passed over.

    `mode`: which words must be there, or None where that is no question; `other` gives the query of the other mode.
    """

    query: Query = NullQuery
    words: list[WordSought] = field(default_factory=list)
    phrases: list[tuple[frozenset[str], ...]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    joined: list[JoinedName] = field(default_factory=list)
    mode: Matching | None = None
    other: Callable[[], Query] | None = None


def wanted_of(compiled: Compiled, without: frozenset[str] = frozenset()) -> Wanted:
    """What is marked in texts."""
    levels = {view: level for level, view in VIEW_OF_LEVEL.items()}
    terms = {(levels[word.leaf.view], term) for word in compiled.words for term in word.leaf.terms}
    return Wanted(frozenset(terms), tuple(compiled.phrases), without)


def compile_query(text: str, node: tree.Node, options: Options, names: Names, lexicon: Lexicon) -> Compiled:
    """`text` is what was typed, by which a question is known."""
    count = len(content_words(node))
    is_long = count > FEW_WORDS or (count > 1 and is_question(text))
    mode = options.matching if options.matching is not Matching.AUTO else (Matching.MOST if is_long else Matching.ALL)
    has_modes = count > 1 and (loose_part(node) is not None or loosened(node) != node)

    def compiled_as(mode: Matching) -> Compiled:
        asked = loosened(node) if mode is Matching.MOST and is_long else node
        compiler = _Compiler(Leaves(options, lexicon), names, loose_part(asked) if mode is Matching.MOST else None)
        compiler.found.query = compiler.node(asked)
        return compiler.found

    compiled = compiled_as(mode)
    if has_modes:
        compiled.mode = mode
        compiled.other = lambda: compiled_as(Matching.ALL if mode is Matching.MOST else Matching.MOST).query
    return compiled


class _Compiler:
    """`loose` are the words of which only most must be there."""

    def __init__(self, leaves: Leaves, names: Names, loose: tree.Words | None):
        self._leaves = leaves
        self._names = names
        self._loose = loose
        self._is_excluded = False
        self.found = Compiled()

    def node(self, node: tree.Node) -> Query:
        match node:
            case tree.Everything():
                return Every()
            case tree.Nothing():
                return NullQuery
            case tree.Words():
                return self._beside(node.items, share=MOST_SHARE if node is self._loose else 1)
            case tree.Word() | tree.Phrase() | tree.Wildcard() | tree.Fuzzy():
                return self._beside((node,))
            case tree.And():
                return all_of([self.node(item) for item in node.items])
            case tree.Or():
                return any_of([self.node(item) for item in node.items])
            case tree.Not():
                return self._without(node.item)
            case tree.Field():
                return self._field(node)
            case tree.Dated():
                return dated(node)
            case tree.Mentioned():
                return mentioned(node)
        raise AssertionError(f"unknown node {node!r}")

    def _without(self, node: tree.Node) -> Query:
        outside, self._is_excluded = self._is_excluded, not self._is_excluded
        query = self.node(node)
        self._is_excluded = outside
        return Every() if query is NullQuery else Not(query)

    def _field(self, node: tree.Field) -> Query:
        if node.name not in _KINDS:
            return self._names.with_authority(node.name, node.item)
        outside, self._leaves = self._leaves, replace(self._leaves, kinds=_KINDS[node.name])
        query = self.node(node.item)
        self._leaves = outside
        return query

    def _beside(self, items: Sequence[tree.Plain], share: float = 1) -> Query:
        units = [unit for row in rows(items) for unit in self._units(row)]
        sought = [unit for unit in units if not self._is_stop_word(unit)] or units
        if not self._is_excluded:
            self.found.ignored += [unit.words[0] for unit in units if unit not in sought]
        queries = [self._unit(unit) for unit in sought]
        if len(queries) > 1 and share < 1:
            return AtLeast(ceil(len(queries) * share), tuple(queries))
        return all_of(queries)

    def _units(self, row: list[str] | tree.Plain) -> list[Unit]:
        if not isinstance(row, list):
            return [Unit(item=row)]
        options = self._leaves.options
        names = self._names.in_words(row) if options.joins_names else {}
        return list(units_of(row, names, has_months=options.level is not Level.EXACT))

    def _is_stop_word(self, unit: Unit) -> bool:
        return len(unit.words) == 1 and not unit.forms and not self._leaves.terms(unit.words[0])

    # One unit

    def _unit(self, unit: Unit) -> Query:
        if unit.item is not None:
            return self._item(unit.item)
        if unit.name and not self._is_excluded:
            self.found.joined.append(unit.name)
        terms, several = self._forms(unit)
        own = [(word, self._leaves.word(word)) for word in unit.words if self._says(unit, word)]
        if len(own) == 1 and own[0][1].view == self._leaves.view and not unit.is_by_sound:
            [(word, leaf)] = own
            own, terms = [(word, self._leaves.of_terms(dict.fromkeys((*leaf.terms, *terms))))], ()
        queries = [all_of([self._sought(word, leaf) for word, leaf in own])]
        if terms:
            leaf = self._leaves.surfaces(terms) if unit.is_by_sound else self._leaves.of_terms(terms)
            queries.append(self._sought(" ".join(unit.words), leaf))
        return any_of([*queries, *several])

    def _says(self, unit: Unit, word: str) -> bool:
        """Not a stop word, unless there is nothing else: the في of a name in three words may be anywhere."""
        return bool(self._leaves.terms(word)) or not any(map(self._leaves.terms, unit.words))

    def _forms(self, unit: Unit) -> tuple[Sequence[str], list[Query]]:
        """The terms of the other forms of one word, or what they are folded to; and rows for those of several."""
        terms_of = self._leaves.terms_of_folded if unit.are_folded else self._leaves.terms
        terms_of = self._leaves.forms_of_name if unit.is_by_sound else terms_of
        terms = [term for form in unit.forms if len(form) == 1 for term in terms_of(form[0])]
        return tuple(dict.fromkeys(terms)), [
            self._row([(word,) for word in form]) for form in unit.forms if len(form) > 1
        ]

    def _sought(self, typed: str, leaf: Forms) -> Forms:
        """The leaf, remembered for marks and for the list of forms."""
        if not self._is_excluded:
            self.found.words.append(WordSought(typed, leaf))
        return leaf

    def _item(self, item: tree.Plain) -> Query:
        match item:
            case tree.Phrase():
                return self._phrase(item)
            case tree.Wildcard():
                return self._expanded(item.pattern, self._leaves.lexicon.like_pattern(item.pattern))
            case tree.Fuzzy():
                return self._expanded(item.word.text, self._leaves.lexicon.within_an_edit(item.word.text))
        raise AssertionError(f"unknown item {item!r}")

    def _expanded(self, typed: str, forms: Sequence[str]) -> Query:
        return self._sought(typed, self._leaves.surfaces(forms)) if forms else NullQuery

    # Phrases

    def _phrase(self, phrase: tree.Phrase) -> Query:
        words = [normal for word in phrase.words for normal in words_of(word.text)]
        if not words:
            return NullQuery
        is_exact = self._leaves.options.level is Level.EXACT
        choices = [((word,),) for word in words] if is_exact else phrase_forms(words)
        return any_of([self._row(way, phrase) for way in _ways(choices)])

    def _row(self, places: Sequence[tuple[str, ...]], phrase: tree.Phrase | None = None) -> Query:
        """Words side by side, or as near as the phrase says; any of several in each place."""
        is_near = phrase is not None and phrase.slop > 0
        items = [self._place(words, with_clitics=is_near or not number) for number, words in enumerate(places)]
        if is_near:
            for words, item in zip(places, items, strict=True):
                self._sought(words[0], item)
            return Near(tuple(items), phrase.slop + len(items) - 1, phrase.ordered)
        if not self._is_excluded:
            self.found.phrases.append(
                tuple(
                    frozenset().union(*(marked_place(word, with_clitics=not number) for word in words))
                    for number, words in enumerate(places)
                )
            )
        return items[0] if len(items) == 1 else Near(tuple(items))

    def _place(self, words: Sequence[str], *, with_clitics: bool) -> Forms:
        leaves = [self._leaves.place(word, with_clitics=with_clitics) for word in words]
        terms = (term for leaf in leaves for term in leaf.terms)
        return replace(leaves[0], terms=tuple(dict.fromkeys(terms)))


def _ways(choices: Sequence[Sequence[tuple[str, ...]]]) -> list[list[tuple[str, ...]]]:
    """The rows of places that a phrase may stand as; forms of one word share a row."""
    alternatives = []
    for forms in choices:
        single = tuple(form[0] for form in forms if len(form) == 1)
        several = [[(word,) for word in form] for form in forms if len(form) > 1]
        alternatives.append([[single], *several] if single else several)
    ways = islice(product(*alternatives), _MOST_COMBINATIONS)
    return [[place for part in way for place in part] for way in ways]
