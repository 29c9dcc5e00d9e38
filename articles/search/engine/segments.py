"""One segment, open: its words, terms, postings, places and columns, of the documents that are not deleted."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from whoosh.query import Query

from articles.search.engine.arrays import ArrayFile
from articles.search.engine.strings import Strings

# What was worked out from a segment and may be asked for again, in bytes.
_KEPT_BYTES = 24 * 2**20


class Postings(NamedTuple):
    """Documents in order, and what a term weighs in each, in quarters."""

    docs: np.ndarray
    weights: np.ndarray


class OpenSegment:
    """Raises DamagedFile where its file is not what was written."""

    def __init__(self, path: Path, deleted: Iterable[int] = (), known: "OpenSegment | None" = None):
        """`known`: the same segment with other deletions, whose open file is used."""
        self.file = known.file if known else ArrayFile(path)
        self._quarters = self.file["kind.weights"]
        self.tokens = self.file["tokens"]
        self.kinds = self.file["kinds"]
        self.doc_starts = self.file["doc.starts"]
        self.count = len(self.doc_starts) - 1
        self.deleted = np.array(sorted(deleted), np.int64)
        self._strings: dict[str, Strings] = known._strings if known else {}
        self._kept = _Kept(_KEPT_BYTES)

    @cached_property
    def live(self) -> np.ndarray | None:
        """Which documents are not deleted; None for all."""
        if not len(self.deleted):
            return None
        live = np.ones(self.count, bool)
        live[self.deleted] = False
        return live

    @property
    def live_count(self) -> int:
        return self.count - len(self.deleted)

    @cached_property
    def live_docs(self) -> np.ndarray:
        docs = np.arange(self.count, dtype=np.int32)
        return docs if self.live is None else docs[self.live]

    def array(self, name: str) -> np.ndarray:
        """An array of the file; an empty one where it has none of this name."""
        return self.file.get(name, EMPTY.docs)

    def strings(self, name: str) -> Strings:
        """Sorted strings of the file; none where it has none of this name: other code may have written it."""
        if name not in self._strings:
            self._strings[name] = Strings(self.file, name)
        return self._strings[name]

    # Words

    def words_of(self, view: str, terms: Iterable[str]) -> np.ndarray:
        """The numbers of all words that a view counts for any of these terms."""
        if view == "word":
            numbers = [self.strings("word").find(term) for term in terms]
            return np.array([number for number in numbers if number > 0], np.int32)
        starts, members, strings = self.array(f"{view}.starts"), self.array(f"{view}.members"), self.strings(view)
        found = [number for term in terms if (number := strings.find(term)) >= 0]
        return np.concatenate([members[starts[n] : starts[n + 1]] for n in found]) if found else np.zeros(0, np.int32)

    def places(self, words: np.ndarray) -> np.ndarray:
        """All places of any of these words, in order."""
        starts, places = self.array("word.starts"), self.array("word.places")
        lists = [places[starts[word] : starts[word + 1]] for word in words.tolist()]
        if len(lists) == 1:
            return lists[0].astype(np.int64)
        found = np.concatenate(lists).astype(np.int64) if lists else np.zeros(0, np.int64)
        found.sort()
        return found

    def docs_at(self, places: np.ndarray) -> np.ndarray:
        starts = self._doc_starts_as_places if places.dtype == self._doc_starts_as_places.dtype else self.doc_starts
        return (starts.searchsorted(places, "right") - 1).astype(np.int32)

    @cached_property
    def _doc_starts_as_places(self) -> np.ndarray:
        """In the type of stored places: to look up numbers among those of another type, all are copied first."""
        return self.doc_starts.astype(self.array("word.places").dtype)

    def docs_of_word(self, word: int) -> np.ndarray:
        """The documents that have a word, in order, deleted ones among them."""
        starts, places = self.array("word.starts"), self.array("word.places")
        docs = self.docs_at(places[starts[word] : starts[word + 1]])
        return docs[_is_first(docs)] if len(docs) else docs

    # Postings

    def term(self, view: str, term: str) -> Postings:
        """As they are stored; `view` is a ranked one."""
        number = self.strings(view).find(term)
        if number < 0:
            return EMPTY
        starts = self.array(f"{view}.post.starts")
        part = slice(int(starts[number]), int(starts[number + 1]))
        postings = Postings(self.array(f"{view}.post.docs")[part], self.array(f"{view}.post.weights")[part])
        if self.live is None:
            return postings
        kept = self.live[postings.docs]
        return Postings(postings.docs[kept], postings.weights[kept])

    def postings_at(self, places: np.ndarray) -> Postings:
        """The documents of places, which are in order, and what the places of each weigh."""
        docs = self.docs_at(places)
        if self.live is not None:
            kept = self.live[docs]
            docs, places = docs[kept], places[kept]
        if not len(docs):
            return EMPTY
        first = np.flatnonzero(_is_first(docs))
        return Postings(docs[first], np.add.reduceat(self._quarters[self.kinds[places]], first))

    def kept(self, key: object, make: Callable):
        """What `make` makes, kept for the next who asks with this key while there is room."""
        return self._kept.get(key, make)

    # Columns

    def number(self, name: str) -> np.ndarray:
        return self.array(f"number.{name}")

    def docs_with(self, field: str, value: str) -> np.ndarray:
        """The documents with a value, in order."""
        number = self.strings(f"value.{field}").find(value)
        return self.docs_with_numbers(field, range(number, number + 1)) if number >= 0 else EMPTY.docs

    def docs_with_numbers(self, field: str, numbers: range) -> np.ndarray:
        """The documents with any of the values of these numbers."""
        starts = self.array(f"value.{field}.doc.starts")
        if not len(numbers) or len(starts) < 2:
            return EMPTY.docs
        docs = self.array(f"value.{field}.docs")[starts[numbers.start] : starts[numbers.stop]]
        if len(numbers) > 1:
            docs = np.unique(docs)
        return docs if self.live is None else docs[self.live[docs]]

    def values_of(self, field: str, doc: int) -> list[str]:
        starts = self.array(f"value.{field}.starts")
        if len(starts) < 2:
            return []
        strings = self.strings(f"value.{field}")
        return [strings[number] for number in self.array(f"value.{field}.ids")[starts[doc] : starts[doc + 1]].tolist()]

    def count_values(self, field: str, docs: np.ndarray | None) -> np.ndarray:
        """How many of the documents have each value of a field; None for all."""
        ids, starts = self.array(f"value.{field}.ids"), self.array(f"value.{field}.starts")
        values = len(self.array(f"value.{field}.doc.starts")) - 1
        if values < 1:
            return np.zeros(0, np.int64)
        if docs is None and self.live is None:
            return np.diff(self.array(f"value.{field}.doc.starts"))
        docs = self.live_docs if docs is None else docs
        column = self.kept(("single values", field), lambda: _single(ids, starts, values))
        if len(column):
            return np.bincount(column[docs], minlength=values + 1)[:values]
        return np.bincount(ids[spans(starts[docs], starts[docs + 1])], minlength=values)


def _is_first(docs: np.ndarray) -> np.ndarray:
    """Which are not the same as the one before; what np.diff with a prepended value says, in a third of its time."""
    is_first = np.ones(len(docs), bool)
    np.not_equal(docs[1:], docs[:-1], out=is_first[1:])
    return is_first


EMPTY = Postings(np.zeros(0, np.int32), np.zeros(0, np.uint16))


def _single(ids: np.ndarray, starts: np.ndarray, none: int) -> np.ndarray:
    """The value of each document, `none` for none; empty where a document has several."""
    amounts = np.diff(starts)
    if amounts.max(initial=0) > 1:
        return np.zeros(0, np.int32)
    column = np.full(len(amounts), none, np.int32)
    column[amounts == 1] = ids
    return column


def spans(starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """All numbers of all stretches from a start up to its end, one stretch after the other."""
    lengths = ends - starts
    if len(lengths) and lengths.min() == lengths.max() == 1:
        return starts
    total = int(lengths.sum())
    # Where a stretch begins in the result, what is added there turns the running count into its start.
    shift = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return shift + np.arange(total)


class _Kept:
    """The most recent of what was worked out, up to so many bytes; what it is asked for by counts too."""

    def __init__(self, most_bytes: int):
        self._most = most_bytes
        self._bytes = 0
        self._things: OrderedDict[object, tuple[object, int]] = OrderedDict()
        self._adding = threading.Lock()

    def get(self, key: object, make: Callable):
        try:
            thing, _ = self._things[key]
            self._things.move_to_end(key)
        except KeyError:
            thing = make()
            self._add(key, thing)
        return thing

    def _add(self, key: object, thing: object) -> None:
        size = _owned_bytes(thing) + _owned_bytes(key)
        if size > self._most // 4:
            return
        with self._adding:
            # Two threads may have worked out the same.
            _, replaced = self._things.pop(key, (None, 0))
            self._things[key] = thing, size
            self._bytes += size - replaced
            while self._bytes > self._most:
                _, (_, oldest) = self._things.popitem(last=False)
                self._bytes -= oldest


def _owned_bytes(thing: object) -> int:
    """About what it takes; of arrays those that are no views of the mapped file."""
    if isinstance(thing, np.ndarray):
        return thing.nbytes if thing.base is None else 200
    if isinstance(thing, str):
        return 50 + 2 * len(thing)
    if isinstance(thing, (tuple, frozenset)):
        return 64 + sum(map(_owned_bytes, thing))
    if isinstance(thing, Query):
        return 200 + sum(map(_owned_bytes, vars(thing).values()))
    return 64
