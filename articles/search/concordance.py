"""Every hit in every article found, by its words: sorted, grouped by form and counted from the index alone.

What is shown of a hit, its text with tashkeel and punctuation, is in the database: a `Line` says where.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from articles.search.engine.segments import OpenSegment
from articles.search.hit_places import HitPlaces, hit_places
from articles.search.kept_request import kept_request
from articles.search.readers import Snapshot, reading
from articles.search.schema import SURFACE
from articles.search.searching import NEWEST, OLDEST, SORTS, SOURCE, Answer, SearchRequest, answer
from articles.search.worked_out import worked_out

BEFORE, AFTER = ("before1", "before2", "before3"), ("after1", "after2", "after3")
FORM = "form"
ORDERS = (*BEFORE, *AFTER, FORM, NEWEST, OLDEST, SOURCE)
"""Words are sorted by their folded letters. `before1` is the word next to the hit. What is equal stands in the order
of the words beside it, then in that of the index."""
# Where no word of the same part stands.
_NOTHING = 2**31 - 1
_CONTEXT = 8
_FIRST_LETTER = "ء"


@dataclass(frozen=True)
class Form:
    """A form of the hits, without tashkeel, and how many hits have it."""

    text: str
    count: int


@dataclass(frozen=True)
class Line:
    """A hit: its article, in which of the parts that have text (headline, deck, blocks), which word of it, from 0, and
    how many words. `before` and `after` are words of the index, to show where the text has been changed since."""

    article_id: int
    part: int
    word: int
    length: int
    form: str
    before: str
    after: str


@dataclass(frozen=True, eq=False)
class Concordance:
    """All hits in the order of the index. `segments` holds for each the numbers of its documents and its places.

    `form_of` is the number of each hit's form in `forms`, the most frequent first. It never changes.
    """

    index: Snapshot
    docs: np.ndarray
    hits: tuple[HitPlaces, ...]
    forms: tuple[Form, ...]
    form_of: np.ndarray
    _orders: dict[str, np.ndarray] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.docs)

    @cached_property
    def article_count(self) -> int:
        """How many articles have a hit."""
        return int(np.count_nonzero(np.diff(self.docs, prepend=-1)))

    def lines(self, order: str, start: int, end: int) -> list[Line]:
        """The lines from one place of an order (one of `ORDERS`) up to another."""
        with reading(self.index):
            return [self._line(number) for number in self._sorted(order)[start:end].tolist()]

    def of_form(self, text: str) -> "Concordance":
        """The hits of one form; none where there is no such form."""
        number = next((number for number, form in enumerate(self.forms) if form.text == text), -1)
        kept = self.form_of == number
        bounds, hits = self._bounds, []
        for at, (places, lengths) in enumerate(self.hits):
            mask = kept[bounds[at] : bounds[at + 1]]
            hits.append(HitPlaces(places[mask], lengths[mask]))
        return replace(self, docs=self.docs[kept], hits=tuple(hits), form_of=self.form_of[kept], _orders={})

    @cached_property
    def _bounds(self) -> list[int]:
        return np.cumsum([0, *(len(hits.places) for hits in self.hits)]).tolist()

    def _sorted(self, order: str) -> np.ndarray:
        if order not in self._orders:
            self._orders[order] = np.lexsort(self._keys(order)[::-1]).astype(np.int32)
        return self._orders[order]

    def _keys(self, order: str) -> list[np.ndarray]:
        """What lines are sorted by, the first key first."""
        if order in SORTS:
            return [self.index.rank(SORTS[order])[self.docs]]
        if order == FORM:
            return [self.form_of, *(self._beside(number) for number in (1, 2, 3))]
        side = -1 if order in BEFORE else 1
        chosen = int(order[-1])
        numbers = [chosen, *(number for number in (1, 2, 3) if number != chosen)]
        return [self._beside(side * number) for number in numbers]

    def _beside(self, distance: int) -> np.ndarray:
        """The rank of the word so far behind each hit, or before it where the distance is less than 0."""
        columns = []
        for segment, (places, lengths) in zip(self.index.segments, self.hits, strict=True):
            step = 1 if distance > 0 else -1
            at = places + (lengths - 1 if distance > 0 else 0)
            inside = np.ones(len(at), bool)
            for _ in range(abs(distance)):
                at = at + step
                words = segment.tokens.take(at, mode="clip")
                inside &= words != 0
            columns.append(np.where(inside, segment.array(f"{SURFACE}.of")[words], _NOTHING) if len(at) else at)
        return _arabic_first(self.index.segments[0], columns[0]) if len(columns) == 1 else self._ranked(columns)

    def _ranked(self, columns: Sequence[np.ndarray]) -> np.ndarray:
        """Terms of several segments by one order of their letters."""
        used = [np.unique(column[column != _NOTHING]) for column in columns]
        strings = [segment.strings(SURFACE) for segment in self.index.segments]
        texts = [[names[number] for number in numbers.tolist()] for names, numbers in zip(strings, used, strict=True)]
        in_order = sorted(set().union(*texts), key=lambda text: (text < _FIRST_LETTER, text))
        order = {text: rank for rank, text in enumerate(in_order)}
        ranks = []
        for column, numbers, names in zip(columns, used, texts, strict=True):
            of_number = np.array([*(order[name] for name in names), _NOTHING], np.int64)
            at = np.where(column == _NOTHING, len(numbers), np.searchsorted(numbers, column))
            ranks.append(of_number[at])
        return np.concatenate(ranks) if ranks else np.zeros(0, np.int64)

    def _line(self, number: int) -> Line:
        at = int(np.searchsorted(self._bounds, number, "right")) - 1
        segment, hits = self.index.segments[at], self.hits[at]
        place = int(hits.places[number - self._bounds[at]])
        length = int(hits.lengths[number - self._bounds[at]])
        doc = int(self.docs[number])
        start, end = segment.doc_starts[doc - int(self.index.offsets[at]) :][:2].tolist()
        tokens = segment.tokens[start:end]
        [boundaries] = np.nonzero(tokens == 0)
        part = int(np.searchsorted(boundaries, place - start, "right")) - 1
        first = int(boundaries[part]) + 1
        last = int(boundaries[part + 1]) if part + 1 < len(boundaries) else len(tokens)
        here, strings = place - start, segment.strings("word")

        def words(some: np.ndarray) -> str:
            return " ".join(strings[word] for word in some.tolist())

        return Line(
            article_id=int(self.index.keys[doc]),
            part=part,
            word=here - first,
            length=length,
            form=self.forms[int(self.form_of[number])].text,
            before=words(tokens[max(first, here - _CONTEXT) : here]),
            after=words(tokens[here + length : min(last, here + length + _CONTEXT)]),
        )


def concordance(request: SearchRequest) -> Concordance:
    """All hits of a request, whatever page and order of articles it asks for. Raises IndexUnavailable."""
    found = answer(kept_request(request))
    return worked_out(found.index, ("concordance", found.request), lambda: _make(found))


def _make(found: Answer) -> Concordance:
    index, query = found.index, found.asked.compiled.query
    with reading(index):
        parts = index.parted(found.found.docs)
        hits = tuple(hit_places(segment, query, docs) for segment, docs in zip(index.segments, parts, strict=True))
        docs = [segment.docs_at(places) for segment, (places, _) in zip(index.segments, hits, strict=True)]
        forms, form_of = _forms(index, hits)
        return Concordance(index, index.joined(docs), hits, forms, form_of)


def _arabic_first(segment: OpenSegment, terms: np.ndarray) -> np.ndarray:
    """Numbers of folded terms, which are in the order of their letters, with digits and Latin behind the Arabic."""
    strings = segment.strings(SURFACE)
    first = strings.with_prefix(_FIRST_LETTER).start
    return np.where(terms < first, terms + len(strings), terms)


def _forms(index: Snapshot, hits: Sequence[HitPlaces]) -> tuple[tuple[Form, ...], np.ndarray]:
    """The forms of all hits, the most frequent first, and the number of that of each hit."""
    number_of: dict[str, int] = {}
    columns = []
    for segment, (places, lengths) in zip(index.segments, hits, strict=True):
        longest = int(lengths.max()) if len(lengths) else 1
        words = segment.tokens.take(places[:, None] + np.arange(longest), mode="clip")
        words[np.arange(longest) >= lengths[:, None]] = 0
        unique, inverse = np.unique(words, axis=0, return_inverse=True)
        strings = segment.strings("word")
        texts = [" ".join(strings[word] for word in row if word) for row in unique.tolist()]
        numbers = np.array([number_of.setdefault(text, len(number_of)) for text in texts], np.int32)
        columns.append(numbers[inverse.reshape(-1)] if len(texts) else np.zeros(0, np.int32))
    all_numbers = np.concatenate(columns) if columns else np.zeros(0, np.int32)
    counts = np.bincount(all_numbers, minlength=len(number_of))
    texts = list(number_of)
    order = sorted(range(len(texts)), key=lambda number: (-counts[number], texts[number]))
    rank = np.empty(len(texts), np.int32)
    rank[order] = np.arange(len(texts))
    return tuple(Form(texts[number], int(counts[number])) for number in order), rank[all_numbers]
