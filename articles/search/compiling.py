"""A query's tree as a query of the engine: each word at its level, names and months in all their forms.

How it is scored is said in `scoring`; what is said here is which articles match.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product
from math import ceil

from whoosh.query import And, Every, Not, NullQuery, Or, Query, Wildcard

from articles.arabic.analysis import proclitic_forms
from articles.arabic.levels import Level, term_at, terms_for
from articles.arabic.month_forms import expand_months
from articles.arabic.snippets import Wanted
from articles.arabic.tokens import words as words_of
from articles.search.documents import Kind
from articles.search.engine.queries import AtLeast, Between, Forms, Near, ValuesBetween
from articles.search.language import tree
from articles.search.language.judging import content_words, is_question, loose_part, loosened
from articles.search.lexicon import Lexicon
from articles.search.names import JoinedName, Names
from articles.search.options import Matching, Options
from articles.search.schema import NO_NUMBER, SURFACE, VIEW_OF_LEVEL
from articles.search.values import to_number

# Up to so many content words all must be there; of more, and of a question, this share.
FEW_WORDS = 4
MOST_SHARE = 0.25
_KINDS = {"title": frozenset({Kind.HEADLINE}), "text": frozenset(Kind) - {Kind.HEADLINE, Kind.TAG}}
_MOST_COMBINATIONS = 24
_ISO_ENDS = ("-01-01", "-01")


@dataclass(frozen=True)
class WordSought:
    """A word of the query and the leaf that stands for it."""

    typed: str
    leaf: Forms


@dataclass
class Compiled:
    """`words` are those that may match, in their order; `ignored` stop words that were passed over.

    `mode`: which words must be there, or None where that is no question; `other` is the query of the other mode.
    """

    query: Query = NullQuery
    words: list[WordSought] = field(default_factory=list)
    phrases: list[tuple[frozenset[str], ...]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    joined: list[JoinedName] = field(default_factory=list)
    mode: Matching | None = None
    other: Query | None = None


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
    compiled = _compile(node, options, names, lexicon, mode, is_long)
    if has_modes:
        compiled.mode = mode
        other = Matching.ALL if mode is Matching.MOST else Matching.MOST
        compiled.other = _compile(node, options, names, lexicon, other, is_long).query
    return compiled


def _compile(node, options: Options, names: Names, lexicon: Lexicon, mode: Matching, is_long: bool) -> Compiled:
    if mode is Matching.MOST and is_long:
        node = loosened(node)
    compiler = _Compiler(options, names, lexicon, mode)
    compiler.found.query = compiler.node(node)
    return compiler.found


class _Compiler:
    def __init__(self, options: Options, names: Names, lexicon: Lexicon, mode: Matching):
        self._options = options
        self._names = names
        self._lexicon = lexicon
        self._mode = mode
        self._kinds: frozenset[int] | None = None
        self._is_excluded = False
        self.found = Compiled()

    def node(self, node: tree.Node) -> Query:
        match node:
            case tree.Everything():
                return Every()
            case tree.Nothing():
                return NullQuery
            case tree.Words():
                return self._beside(node.items)
            case tree.Word() | tree.Phrase() | tree.Wildcard() | tree.Fuzzy():
                return self._beside((node,))
            case tree.And():
                return _all_of([self.node(item) for item in node.items])
            case tree.Or():
                return _any_of([self.node(item) for item in node.items])
            case tree.Not():
                return self._without(node.item)
            case tree.Field():
                return self._field(node)
            case tree.Dated():
                return _dated(node)
            case tree.Mentioned():
                return _mentioned(node)
        raise AssertionError(f"unknown node {node!r}")

    def _without(self, node: tree.Node) -> Query:
        outside, self._is_excluded = self._is_excluded, not self._is_excluded
        query = self.node(node)
        self._is_excluded = outside
        return Every() if query is NullQuery else Not(query)

    def _field(self, node: tree.Field) -> Query:
        if node.name in _KINDS:
            outside, self._kinds = self._kinds, _KINDS[node.name]
            query = self.node(node.item)
            self._kinds = outside
            return query
        return self._names.with_authority(node.name, node.item)

    # Words side by side

    def _beside(self, items: Sequence[tree.Plain]) -> Query:
        units, ignored = [], []
        for alternatives in self._spread(items):
            query, is_stop_word = self._unit(alternatives)
            (ignored if is_stop_word else units).append((alternatives, query))
        if not units:
            units, ignored = ignored, []
        if not self._is_excluded:
            self.found.ignored += [part.typed for part, _ in ignored]
            for part, _ in units:
                self._note(part)
        queries = [query for _, query in units]
        if not queries:
            return NullQuery
        if len(queries) > 1 and self._mode is Matching.MOST:
            return AtLeast(max(1, ceil(len(queries) * MOST_SHARE)), tuple(queries))
        return _all_of(queries)

    def _spread(self, items: Sequence[tree.Plain]) -> Iterable["_Unit"]:
        """The units of which some or all must be there: words, months and names of several words, phrases."""
        run: list[tree.Word] = []
        for item in items:
            if isinstance(item, tree.Word):
                run.append(item)
                continue
            yield from self._words(run)
            run = []
            yield _Unit(item=item, typed="")
        yield from self._words(run)

    def _words(self, run: Sequence[tree.Word]) -> Iterable["_Unit"]:
        """Words in a row; months and tags in them with their other names."""
        typed = [word.text for word in run]
        names = self._names.in_words(typed) if self._options.joins_names and typed else {}
        place = 0
        before: tuple[str, ...] = ()
        months = expand_months(typed) if typed else []
        starts = _starts(months, typed)
        while place < len(typed):
            if place in names:
                name = names[place]
                end = place + len(name.typed)
                if not self._is_excluded:
                    self.found.joined.append(name)
                yield _Unit(tuple(name.typed), " ".join(name.typed), other_forms=name.forms, is_name=True)
            elif place in starts and starts[place][0].is_month:
                month, end = starts[place]
                dated = tuple((*before, *form) for form in month.forms_in_dates) if before else ()
                yield _Unit(month.forms[0], " ".join(typed[place:end]), other_forms=(*month.forms[1:], *dated))
            else:
                end = place + 1
                yield _Unit((typed[place],), typed[place])
            before = (typed[place],) if typed[place].isdigit() else ()
            place = end

    def _unit(self, unit: "_Unit") -> tuple[Query, bool]:
        """A unit as a query, and whether it is a stop word."""
        if unit.item is not None:
            return self._plain(unit.item), False
        leaves = [self.leaf(word) for word in unit.words]
        if len(unit.words) == 1 and not unit.other_forms:
            return (leaves[0], False) if leaves[0] else (self.surface(unit.words[0]), True)
        single, several = self._alternatives(unit)
        own = [leaf for leaf in leaves if leaf] or [self.surface(unit.words[0])]
        if len(unit.words) == 1 and single:
            own = [replace(own[0], terms=tuple(dict.fromkeys((*own[0].terms, *single))))]
        elif single:
            several = [Forms(self._view(), tuple(single), self._options.without, self._kinds), *several]
        return _any_of([_all_of(own), *several]), False

    def _alternatives(self, unit: "_Unit") -> tuple[list[str], list[Query]]:
        """The terms of other names of one word, and queries for those of several."""
        single, several = [], []
        for form in unit.other_forms:
            if len(form) == 1:
                single += self._terms(form[0], is_folded=not unit.is_name)
            else:
                several.append(Near(tuple(self.surface(word) for word in form)))
                self._note_phrase(form)
        return single, several

    def _note(self, unit: "_Unit") -> None:
        """Remember what is to be marked, and of which forms the page tells."""
        if unit.item is not None:
            return
        for word in unit.words:
            if leaf := self.leaf(word) or self.surface(word):
                self.found.words.append(WordSought(word, leaf))
        single, _ = self._alternatives(unit)
        if single:
            self.found.words.append(WordSought(unit.typed, Forms(self._view(), tuple(single), self._options.without)))

    # Single items

    def _plain(self, item: tree.Plain) -> Query:
        match item:
            case tree.Phrase():
                return self._phrase(item)
            case tree.Wildcard():
                return self._expanded(item.pattern, self._lexicon.like_pattern(item.pattern))
            case tree.Fuzzy():
                return self._expanded(item.word.text, self._lexicon.within_an_edit(item.word.text))
        raise AssertionError(f"unknown item {item!r}")

    def _expanded(self, typed: str, forms: Sequence[str]) -> Query:
        if not forms:
            return NullQuery
        leaf = Forms(SURFACE, tuple(forms), self._options.without, self._kinds)
        if not self._is_excluded:
            self.found.words.append(WordSought(typed, leaf))
        return leaf

    def _phrase(self, phrase: tree.Phrase) -> Query:
        words = [normal for word in phrase.words for normal in words_of(word.text)]
        if not words:
            return NullQuery
        if phrase.slop:
            items = tuple(self._place(word, with_clitics=True) for word in words)
            if not self._is_excluded:
                self.found.words += [WordSought(word, item) for word, item in zip(words, items, strict=True)]
            return Near(items, phrase.slop + len(items) - 1, phrase.ordered)
        ways = islice(product(*(choice.forms for choice in expand_months(words))), _MOST_COMBINATIONS)
        return _any_of([self._row([word for form in way for word in form]) for way in ways])

    def _row(self, words: Sequence[str]) -> Query:
        items = tuple(self._place(word, with_clitics=not place) for place, word in enumerate(words))
        self._note_phrase(words)
        return items[0] if len(items) == 1 else Near(items)

    def _note_phrase(self, words: Sequence[str]) -> None:
        if not self._is_excluded:
            places = (self._place(word, with_clitics=not place) for place, word in enumerate(words))
            self.found.phrases.append(tuple(frozenset(item.terms) for item in places))

    def _place(self, word: str, *, with_clitics: bool) -> Forms:
        """A place of a phrase: the word as it is written, or folded; the first may carry clitics."""
        if self._options.level is Level.EXACT:
            return self.exact(word)
        forms = proclitic_forms(word) if with_clitics else ()
        return Forms(SURFACE, tuple(forms) or (_surface(word),), self._options.without, self._kinds)

    # Leaves

    def leaf(self, word: str) -> Forms | None:
        """A word at the level of the query, None for a stop word."""
        terms = self._terms(word)
        return Forms(self._view(), tuple(terms), self._options.without, self._kinds) if terms else None

    def surface(self, word: str) -> Forms:
        return Forms(SURFACE, (_surface(word),), self._options.without, self._kinds)

    def exact(self, word: str) -> Forms:
        level = Level.EXACT
        return Forms(VIEW_OF_LEVEL[level], terms_for(level, _normal(word)), self._options.without, self._kinds)

    def _terms(self, word: str, *, is_folded: bool = False) -> Sequence[str]:
        """The terms of a word at the level; of a folded form, those of the words that are folded so."""
        if is_folded and self._options.level is not Level.FOLDED:
            return self._lexicon.terms_of(word, self._view()) or terms_for(self._options.level, _normal(word))
        return terms_for(self._options.level, _normal(word))

    def _view(self) -> str:
        return VIEW_OF_LEVEL[self._options.level]


@dataclass(frozen=True)
class _Unit:
    """One thing that must be there: `words` in a row or one of the `other_forms` of them; or an item of the tree."""

    words: tuple[str, ...] = ()
    typed: str = ""
    other_forms: tuple[tuple[str, ...], ...] = ()
    item: tree.Plain | None = None
    is_name: bool = False


def _starts(months, typed: Sequence[str]) -> dict:
    """Where each of the alternatives of a row of words begins, and where it ends."""
    starts, place = {}, 0
    for alternatives in months:
        length = len(alternatives.forms[0]) if alternatives.is_month else 1
        starts[place] = alternatives, place + length
        place += length
    return starts if place == len(typed) else {}


def _normal(word: str) -> str:
    """What the tokenizer makes of a word that it has cut already; of several the first."""
    return next(iter(words_of(word)), word)


def _surface(word: str) -> str:
    return term_at(Level.FOLDED, _normal(word)) or ""


def filter_by_date(node: tree.Node) -> Query:
    """What a filter says as `date:` and `mentioned:` say it in a query; what is no date finds nothing."""
    match node:
        case tree.Dated():
            return _dated(node)
        case tree.Mentioned():
            return _mentioned(node)
    return NullQuery


def _dated(node: tree.Dated) -> Query:
    """Articles that may be of the range: their date begins before its end and ends after its beginning."""
    conditions = []
    if node.first:
        conditions.append(Between("published", to_number(node.first), None, NO_NUMBER))
    if node.last:
        conditions.append(Between("earliest", None, to_number(node.last), NO_NUMBER))
    return _all_of(conditions) if conditions else Every()


def _mentioned(node: tree.Mentioned) -> Query:
    if node.yearless:
        return Wildcard("mentioned", f"????{node.yearless.removeprefix('XXXX')}*")
    first = node.first.isoformat() if node.first else "0"
    for end in _ISO_ENDS:
        # A month that is named without a day sorts before its first day.
        if first.endswith(end):
            first = first.removesuffix(end)
            break
    return ValuesBetween("mentioned", first, node.last.isoformat() if node.last else "9999-12-31")


def _all_of(queries: Sequence[Query]) -> Query:
    if any(query is NullQuery for query in queries):
        return NullQuery
    return queries[0] if len(queries) == 1 else And(list(queries))


def _any_of(queries: Sequence[Query]) -> Query:
    queries = [query for query in queries if query is not NullQuery]
    if not queries:
        return NullQuery
    return queries[0] if len(queries) == 1 else Or(list(queries))
