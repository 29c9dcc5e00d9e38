"""The engine's answers worked out the slow way, from the documents alone: a document at a time, a word at a time."""

import fnmatch
from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from whoosh import query as whoosh_query

from articles.search.documents import WEIGHTS, Document
from articles.search.engine.queries import AtLeast, Between, Forms, Near, ValuesBetween
from articles.search.schema import ANALYSIS, BOOST, NO_NUMBER, RANKED, SURFACE

K1, B = 1.2, 0.75


class NaiveIndex:
    """Documents by what identifies them."""

    def __init__(self):
        self.documents: dict[str, Document] = {}

    def change(self, documents: Sequence[Document], gone: Sequence[str]) -> None:
        for identifier in gone:
            self.documents.pop(identifier, None)
        self.documents |= {document.fields["id"][0]: document for document in documents}

    def found(self, query) -> dict[str, float]:
        """What matches, with its score."""
        return {
            name: score * document.fields[BOOST]
            for name, document in self.documents.items()
            if (score := self.score(query, document)) is not None
        }

    def score(self, query, document: Document) -> float | None:
        """None where the document does not match."""
        return _SCORERS[type(query)](self, query, document)

    # Words

    def forms(self, query: Forms, document: Document) -> float | None:
        frequency = _frequency(query, document)
        if not frequency:
            return None
        view = query.view if query.view in RANKED else SURFACE
        lengths = [_length(view, other) for other in self.documents.values()]
        average = sum(lengths) / len(lengths) or 1.0
        norm = K1 * (1 - B + B * _length(view, document) / average)
        return query.boost * self._importance(query) * (K1 + 1) * frequency / (frequency + norm)

    def _importance(self, query: Forms) -> float:
        having = sum(_frequency(query, document) > 0 for document in self.documents.values())
        return log(1 + (len(self.documents) - having + 0.5) / (having + 0.5))

    def near(self, query: Near, document: Document) -> float | None:
        if not any(_is_passage(query, words, kind) for words, kind in _parts(document)):
            return None
        return query.boost * sum(self.forms(item, document) for item in query.items)

    # Of other queries

    def all_of(self, query, document: Document) -> float | None:
        scores = [self.score(child, document) for child in query.subqueries]
        return None if None in scores else query.boost * sum(scores)

    def at_least(self, query, document: Document) -> float | None:
        children = query.queries if isinstance(query, AtLeast) else query.subqueries
        count = max(1, query.count) if isinstance(query, AtLeast) else 1
        scores = [score for child in children if (score := self.score(child, document)) is not None]
        return query.boost * sum(scores) if len(scores) >= count else None

    def not_(self, query, document: Document) -> float | None:
        return 0.0 if self.score(query.query, document) is None else None

    def and_not(self, query, document: Document) -> float | None:
        return self.score(query.a, document) if self.score(query.b, document) is None else None

    def require(self, query, document: Document) -> float | None:
        return None if self.score(query.b, document) is None else self.score(query.a, document)

    def and_maybe(self, query, document: Document) -> float | None:
        score = self.score(query.a, document)
        return None if score is None else score + (self.score(query.b, document) or 0.0)


def _parts(document: Document) -> list[tuple[list[str], int]]:
    return [(list(ANALYSIS.words(text)), kind) for text, kind in document.parts]


def _term(view: str, word: str) -> str | None:
    return word if view == "word" else ANALYSIS.views[view](word)


def _stands(item: Forms, word: str, kind: int) -> bool:
    is_wanted = _term(item.view, word) in item.terms and word not in item.without
    return is_wanted and (item.kinds is None or kind in item.kinds)


def _frequency(query: Forms, document: Document) -> float:
    return sum(WEIGHTS[kind] for words, kind in _parts(document) for word in words if _stands(query, word, kind))


def _length(view: str, document: Document) -> float:
    return sum(WEIGHTS[kind] for words, kind in _parts(document) for word in words if _term(view, word) is not None)


def _is_passage(query: Near, words: Sequence[str], kind: int) -> bool:
    """Whether the words of a part have the items of the query near each other."""
    width = len(query.items) - 1 if query.ordered and not query.slop else query.slop
    for start in range(len(words)):
        window = [(place, words[place]) for place in range(start, min(start + width + 1, len(words)))]
        if query.ordered:
            if _has_row(query.items, window, kind):
                return True
        elif all(
            sum(_stands(item, word, kind) for _, word in window) >= count
            for item, count in Counter(query.items).items()
        ):
            return True
    return False


def _has_row(items: Sequence[Forms], window: Sequence[tuple[int, str]], kind: int) -> bool:
    """Some words of the window, in their order, are the items; every choice of words is tried."""
    if not items:
        return True
    return any(
        _stands(items[0], word, kind) and _has_row(items[1:], window[at + 1 :], kind)
        for at, (_, word) in enumerate(window)
    )


def _of_values(passes: Callable) -> Callable:
    def score(index: NaiveIndex, query, document: Document) -> float | None:
        return 0.0 if any(passes(query, value) for value in document.fields[query.fieldname]) else None

    return score


def _between(index: NaiveIndex, query: Between, document: Document) -> float | None:
    number = document.fields[query.fieldname]
    is_in = (query.first is None or number >= query.first) and (query.last is None or number <= query.last)
    return 0.0 if is_in and number != query.missing else None


_SCORERS = {
    Forms: NaiveIndex.forms,
    Near: NaiveIndex.near,
    AtLeast: NaiveIndex.at_least,
    whoosh_query.And: NaiveIndex.all_of,
    whoosh_query.Or: NaiveIndex.at_least,
    whoosh_query.Not: NaiveIndex.not_,
    whoosh_query.AndNot: NaiveIndex.and_not,
    whoosh_query.Require: NaiveIndex.require,
    whoosh_query.AndMaybe: NaiveIndex.and_maybe,
    whoosh_query.Every: lambda index, query, document: 0.0,
    type(whoosh_query.NullQuery): lambda index, query, document: None,
    whoosh_query.Term: _of_values(lambda query, value: value == query.text),
    whoosh_query.Prefix: _of_values(lambda query, value: value.startswith(query.text)),
    whoosh_query.Wildcard: _of_values(lambda query, value: fnmatch.fnmatchcase(value, query.text)),
    ValuesBetween: _of_values(
        lambda query, value: (
            value.encode() >= query.first.encode()
            and (value.encode() <= query.last.encode() or value.startswith(query.last))
        )
    ),
    Between: _between,
}


# Orders and counts


def in_order(documents: Sequence[Document], order: Sequence[str]) -> list[str]:
    """Sorted by one field after the other; without a value last, whichever way; ties by number, the highest first."""
    rows = sorted(documents, key=lambda document: -int(document.fields["django_id"][0]))
    for field in reversed(order):
        name, backwards = field.removeprefix("-"), field.startswith("-")
        having = [row for row in rows if _sortable(row, name) is not None]
        # Sorting keeps the order of equals, backwards too.
        having.sort(key=lambda row, name=name: _sortable(row, name), reverse=backwards)
        rows = having + [row for row in rows if _sortable(row, name) is None]
    return [row.fields["id"][0] for row in rows]


def _sortable(document: Document, name: str):
    value = document.fields[name]
    if isinstance(value, list):
        return (value or [""])[0] or None
    return None if value == NO_NUMBER else value


def facet(documents: Sequence[Document], name: str) -> list[tuple[object, int]]:
    counts = Counter()
    for document in documents:
        value = document.fields[name]
        counts.update(set(value) if isinstance(value, list) else [value] if value != NO_NUMBER else [])
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
