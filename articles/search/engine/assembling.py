"""Drafts put together and turned round: for each word its places, for each term of a ranked view its documents.

What a segment holds, by name (n documents, T tokens, V words):

    tokens [T]                      the number of the word at each place
    kinds [T]                       in which kind of part it stands
    kind.weights                    what a word weighs by kind, in quarters
    doc.starts [n + 1]              where each document begins
    word.bytes, word.offsets        the words, sorted; their order is that of their numbers
    word.starts [V + 1], word.places      the places of each word
    VIEW.bytes, VIEW.offsets        the terms of a view, sorted
    VIEW.of [V]                     the term of each word, -1 for none
    VIEW.starts, VIEW.members       the words of each term
    VIEW.post.starts, .docs, .weights     of ranked views: the documents of each term, its weight in each, in quarters
    VIEW.lengths [n]                of ranked views: what all terms of a document weigh together, in quarters
    number.NAME [n]                 a number for each document
    value.NAME.bytes, .offsets      the values of a field, sorted
    value.NAME.starts, .ids         the values of each document
    value.NAME.doc.starts, .docs    the documents of each value
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from articles.search.engine.drafting import BOUNDARY, Draft, Terms, ValueColumn
from articles.search.engine.spelling import gram_arrays
from articles.search.engine.strings import pack

# A place is 32 bits wide.
MOST_TOKENS = 2**32 - 1
_HIGHEST_WEIGHT = 2**16 - 1


def assemble(
    drafts: Sequence[Draft],
    analyse: Callable[[Sequence[str]], Iterable[Terms]],
    ranked: Iterable[str],
    weights: Sequence[float],
    spelt: Iterable[str] = (),
) -> dict[str, np.ndarray]:
    """The arrays of one segment of all documents of the drafts, in their order.

    `analyse` gives the terms of words that no draft has them of, some at a time in the order of the words; it is asked
    once, and may work while the places are put in order. Terms of the views `spelt` can be found by their spelling
    (`spelling`). `weights` says what a word weighs by the kind of part it stands in: multiples of a quarter.
    """
    words, numbers = _union([draft.words for draft in drafts], {BOUNDARY})
    terms = _Terms(words, numbers, drafts, analyse)
    tokens = _joined(
        [of[draft.tokens] for of, draft in zip(numbers, drafts, strict=True)] + [np.zeros(1, np.uint32)], np.uint32
    )
    if len(tokens) > MOST_TOKENS:
        raise OverflowError(f"A segment has room for {MOST_TOKENS:,} words; this one would have {len(tokens):,}.")
    kinds = _joined([draft.kinds for draft in drafts] + [np.zeros(1, np.uint8)], np.uint8)
    starts = _starts(_joined([draft.sizes for draft in drafts], np.int64))
    quarters = (np.array(weights) * 4).astype(np.int64)
    arrays = {"tokens": tokens, "kinds": kinds, "doc.starts": starts, "kind.weights": quarters}
    arrays |= _packed("word", words)
    arrays["word.places"], arrays["word.starts"] = _places(tokens, len(words))
    for name in drafts[0].numbers if drafts else ():
        arrays[f"number.{name}"] = np.concatenate([draft.numbers[name] for draft in drafts])
    for name in drafts[0].values if drafts else ():
        arrays |= _values(name, [draft.values[name] for draft in drafts])
    for view, of_words in terms.by_view().items():
        known, of_view = _view(view, of_words)
        arrays |= of_view
        if view in spelt:
            arrays |= gram_arrays(view, known)
    pairs = _pairs(arrays)
    for view in ranked:
        arrays |= _ranked(view, arrays, pairs)
    return arrays


class _Terms:
    """The terms of all words: of those that a draft knows them of, taken from there, of the others asked for."""

    def __init__(self, words, numbers: Sequence[np.ndarray], drafts: Sequence[Draft], analyse):
        self._count = len(words)
        self._known = [(of.tolist(), draft.terms) for of, draft in zip(numbers, drafts, strict=True) if draft.terms]
        is_known = np.zeros(len(words), bool)
        is_known[:1] = True
        for of, _ in self._known:
            is_known[of] = True
        self._asked = np.flatnonzero(~is_known).tolist()
        self._answers = analyse([words[number] for number in self._asked])

    def by_view(self) -> Terms:
        """Of each view the term of each word."""
        terms: dict[str, list[str | None]] = defaultdict(lambda: [None] * self._count)
        for of, known in self._known:
            for view, of_draft in known.items():
                of_words = terms[view]
                for number, term in zip(of, of_draft, strict=True):
                    of_words[number] = term
        done = 0
        for answer in self._answers:
            for view, some in answer.items():
                of_words, asked = terms[view], self._asked[done : done + len(some)]
                for number, term in zip(asked, some, strict=True):
                    of_words[number] = term
            done += len(asked)
        return terms


def _union(lists: Sequence[Sequence[str]], always: Iterable[str] = ()) -> tuple[list[str], list[np.ndarray]]:
    """All strings, sorted, and for each list the numbers that its strings have among all."""
    union = sorted(set(always).union(*lists))
    number_of = dict(zip(union, range(len(union)), strict=True))
    return union, [np.fromiter(map(number_of.__getitem__, one), np.uint32, len(one)) for one in lists]


def _packed(name: str, strings: Sequence[str]) -> dict[str, np.ndarray]:
    data, offsets = pack(strings)
    return {f"{name}.bytes": data, f"{name}.offsets": offsets}


def _places(tokens: np.ndarray, words: int) -> tuple[np.ndarray, np.ndarray]:
    """The places of each word in order, boundaries left out, and where those of each word begin."""
    places = _sorted_by(tokens, np.arange(len(tokens), dtype=np.uint64))
    counts = np.bincount(tokens, minlength=words)
    places = places[counts[0] :] if len(counts) else places
    counts[:1] = 0
    return places, _starts(counts)


def _sorted_by(keys: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Places by the keys that stand at them, and by their own order: one sort of both in one number."""
    both = keys.astype(np.uint64) << np.uint64(32)
    both |= places
    both.sort()
    return (both & np.uint64(2**32 - 1)).astype(np.uint32)


def _view(view: str, terms: Sequence[str | None]) -> tuple[list[str], dict[str, np.ndarray]]:
    """The terms of a view, sorted, and the arrays that tie them to words."""
    number_of: dict[str | None, int] = dict.fromkeys(terms, -1)
    number_of.pop(None, None)
    # In the order of their words they are nearly sorted.
    known = sorted(number_of)
    number_of |= zip([None, *known], range(-1, len(known)), strict=True)
    of_word = np.fromiter(map(number_of.__getitem__, terms), np.int32, len(terms))
    members = np.argsort(of_word, kind="stable").astype(np.int32)
    members = members[np.count_nonzero(of_word < 0) :]
    counts = np.bincount(of_word[of_word >= 0], minlength=len(known))
    return known, _packed(view, known) | {
        f"{view}.of": of_word,
        f"{view}.members": members,
        f"{view}.starts": _starts(counts),
    }


@dataclass(frozen=True)
class _Pairs:
    """Each word with each document it stands in, by words and then by documents, and what it weighs there."""

    counts: np.ndarray
    docs: np.ndarray
    weights: np.ndarray


def _pairs(arrays: Mapping[str, np.ndarray]) -> _Pairs:
    places, starts, doc_starts = arrays["word.places"], arrays["word.starts"], arrays["doc.starts"]
    doc_of = np.repeat(np.arange(len(doc_starts) - 1, dtype=np.int32), np.diff(doc_starts))
    docs = doc_of[places]
    is_first = np.ones(len(docs), bool)
    is_first[1:] = docs[1:] != docs[:-1]
    is_first[starts[:-1][np.diff(starts) > 0]] = True
    first = np.flatnonzero(is_first)
    weights = arrays["kind.weights"].astype(np.uint16)[arrays["kinds"][places]]
    summed = np.add.reduceat(weights, first, dtype=np.int64) if len(first) else np.zeros(0, np.int64)
    return _Pairs(np.diff(np.searchsorted(first, starts)), docs[first], summed)


def _ranked(view: str, arrays: Mapping[str, np.ndarray], pairs: _Pairs) -> dict[str, np.ndarray]:
    """One posting for each term and document: the sum of what the term's words weigh in it."""
    count, documents = len(arrays[f"{view}.starts"]) - 1, len(arrays["doc.starts"]) - 1
    terms = np.repeat(arrays[f"{view}.of"], pairs.counts)
    kept = np.flatnonzero(terms >= 0)
    docs, weights = pairs.docs[kept], pairs.weights[kept]
    keys = terms[kept].astype(np.int64) << 32 | docs
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    summed = np.add.reduceat(weights[order], first) if len(first) else weights
    keys = keys[first]
    return {
        f"{view}.post.starts": _starts(np.bincount(keys >> 32, minlength=count)),
        f"{view}.post.docs": (keys & (2**32 - 1)).astype(np.int32),
        f"{view}.post.weights": np.minimum(summed, _HIGHEST_WEIGHT).astype(np.uint16),
        f"{view}.lengths": np.bincount(docs, weights=weights, minlength=documents).astype(np.int64),
    }


def _values(name: str, columns: Sequence[ValueColumn]) -> dict[str, np.ndarray]:
    terms, numbers = _union([column.terms for column in columns])
    ids = _joined([of[column.ids] for of, column in zip(numbers, columns, strict=True)], np.int32)
    counts = _joined([np.diff(column.starts) for column in columns], np.int64)
    document_of = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    # A merge may leave values that no document has any more.
    used = np.bincount(ids, minlength=len(terms))
    kept = np.cumsum(used > 0) - 1
    terms = [term for term, count in zip(terms, used.tolist(), strict=True) if count]
    ids = kept[ids].astype(np.int32) if len(ids) else ids
    return _packed(f"value.{name}", terms) | {
        f"value.{name}.starts": _starts(counts),
        f"value.{name}.ids": ids,
        f"value.{name}.docs": document_of[np.argsort(ids, kind="stable")],
        f"value.{name}.doc.starts": _starts(used[used > 0]),
    }


def _starts(counts: np.ndarray) -> np.ndarray:
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _joined(arrays: Sequence[np.ndarray], dtype) -> np.ndarray:
    return np.concatenate([array.astype(dtype, copy=False) for array in arrays]) if arrays else np.zeros(0, dtype)
