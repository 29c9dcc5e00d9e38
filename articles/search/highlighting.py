"""Haystack's `highlight()`: passages of the texts in the database, with marks around what the query looked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from haystack.models import SearchResult
from whoosh.query import AndMaybe, AndNot, Query, Require

from articles.arabic.snippets import Passage, Wanted, passages
from articles.search.documents import Part
from articles.search.engine.queries import Forms, Near
from articles.search.schema import VIEW_OF_LEVEL

_LEVELS = {view: level for level, view in VIEW_OF_LEVEL.items()}


@dataclass(frozen=True)
class Markup:
    """What stands around a word that was found. The texts are HTML: what in them means something there is escaped."""

    before: str = "<em>"
    after: str = "</em>"
    passages: int = 2
    length: int = 240

    @classmethod
    def of(cls, options: Mapping | bool) -> "Markup":
        """What is given to `highlight()`, by the names that Elasticsearch has for it; others are passed over."""
        options = options if isinstance(options, Mapping) else {}
        return cls(
            _first(options.get("pre_tags", cls.before)),
            _first(options.get("post_tags", cls.after)),
            int(options.get("number_of_fragments", cls.passages)) or 1,
            int(options.get("fragment_size", cls.length)),
        )

    def mark(self, passage: Passage) -> str:
        pieces, end = [], 0
        for mark in passage.marks:
            marked = escape(passage.text[mark.start : mark.end])
            pieces += [escape(passage.text[end : mark.start]), self.before, marked, self.after]
            end = mark.end
        return "".join([*pieces, escape(passage.text[end:])])


class Highlighted(Sequence):
    """Results that get `highlighted`, {name of the text field: [passages]}, when they are looked at.

    `texts_of` gives the parts of the texts of any number of results.
    """

    def __init__(self, results: Sequence[SearchResult], query: Query, field: str, texts_of: Callable, markup: Markup):
        self._results = results
        self._wanted = wanted_of(query)
        self._field = field
        self._texts_of = texts_of
        self._markup = markup

    def __len__(self):
        return len(self._results)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return self._marked(self._results[place])
        return self._marked([self._results[place]])[0]

    def __reduce__(self):
        return list, (list(self),)

    def _marked(self, results: list[SearchResult]) -> list[SearchResult]:
        texts = self._texts_of([result.pk for result in results])
        for result in results:
            found = passages(texts.get(result.pk, ()), self._wanted, self._markup.passages, self._markup.length)
            result.highlighted = {self._field: [self._markup.mark(passage) for passage in found]}
        return results


def plain_texts(text: str | Sequence[Part]) -> list[str]:
    return [text] if isinstance(text, str) else [part.text for part in text]


def wanted_of(query: Query) -> Wanted:
    """What of a query is marked: each word and each row of words that it looks for."""
    terms, phrases, without = set(), [], set()
    for leaf in _leaves(query):
        if isinstance(leaf, Near):
            phrases.append(tuple(frozenset(item.terms) for item in leaf.items))
        elif leaf.view in _LEVELS:
            terms |= {(_LEVELS[leaf.view], term) for term in leaf.terms}
            without |= leaf.without
    return Wanted(frozenset(terms), tuple(phrases), frozenset(without))


def _leaves(query: Query) -> Iterator[Forms | Near]:
    """The words and rows of words; what is excluded is not among them."""
    if isinstance(query, Near) and (query.slop or not query.ordered):
        yield from query.items
    elif isinstance(query, (Forms, Near)):
        yield query
    elif isinstance(query, (AndNot, Require)):
        yield from _leaves(query.a)
    elif isinstance(query, AndMaybe):
        yield from _leaves(query.a)
        yield from _leaves(query.b)
    else:
        for child in getattr(query, "subqueries", None) or getattr(query, "queries", ()):
            yield from _leaves(child)


def _first(tag: str | Sequence[str]) -> str:
    return tag if isinstance(tag, str) else tag[0]
