"""The forms in which the words of a query stand in the articles found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from articles.arabic.snippets import Wanted
from articles.search.collecting import Found
from articles.search.compiling import Compiled
from articles.search.engine.leaves import leaf_words
from articles.search.engine.queries import Forms
from articles.search.engine.segments import OpenSegment, spans
from articles.search.readers import Snapshot
from articles.search.schema import VIEW_OF_LEVEL

# Where more terms than this are looked for, each word of a text is sooner asked for its own.
MOST_TERMS = 400
# Words of a text that stand in so few places are counted together.
FEW_PLACES = 400
# Of each word of the query no more than so many forms, those that the archive has most often; of a long query fewer of
# each, so that the list can be read.
MOST_FORMS, FEWEST_FORMS, MOST_IN_ALL = 24, 8, 96


@dataclass(frozen=True)
class MatchedForm:
    """`form` as it is written, without tashkeel; `typed` is the query's word. `count`: articles found that have it.

    `is_out`: the visitor does not want it, and `count` is of articles found for other reasons.
    """

    form: str
    count: int
    typed: str
    is_out: bool = False


def matched_forms(found: Found, compiled: Compiled) -> tuple[MatchedForm, ...]:
    forms: dict[str, MatchedForm] = {}
    parts = zip(found.index.segments, found.index.parted(found.docs), strict=True)
    counting = [_Counting(segment, docs) for segment, docs in parts]
    # A phrase of many words stands in many ways, and each of its words in all of them.
    words = dict.fromkeys(compiled.words)
    most = min(MOST_FORMS, max(FEWEST_FORMS, MOST_IN_ALL // max(1, len(words))))
    for word in words:
        out = word.leaf.without
        leaf = replace(word.leaf, without=frozenset()) if out else word.leaf
        for form, count in _forms_of(counting, leaf, out, most):
            is_out = form in out
            if form not in forms and (count or is_out):
                forms[form] = MatchedForm(form, count, word.typed, is_out)
    return tuple(sorted(forms.values(), key=lambda form: (-form.count, form.form)))


def with_words(index: Snapshot, wanted: Wanted) -> Wanted:
    """The same with all words of the archive that it marks: so a page need not ask each of its words for a term."""
    if len(wanted.terms) > MOST_TERMS:
        return wanted
    words: set[str] = set()
    for segment in index.segments:
        strings = segment.strings("word")
        for level, term in wanted.terms:
            words.update(strings.some(segment.words_of(VIEW_OF_LEVEL[level], [term]).tolist()))
    return replace(wanted, words=frozenset(words))


def _forms_of(counting: Sequence["_Counting"], leaf: Forms, out: frozenset[str], most: int) -> list[tuple[str, int]]:
    """The forms of a word and the articles found that have each; those that are `out` however rare they are."""
    places: Counter[str] = Counter()
    numbers: list[dict[str, int]] = []
    for segment in (part.segment for part in counting):
        words, strings, starts = leaf_words(segment, leaf), segment.strings("word"), segment.array("word.starts")
        amounts = starts[words + 1] - starts[words]
        if len(counting) == 1 and not out and len(words) > most:
            # There are no more of those that are rarer anywhere, and their letters need not be read.
            is_frequent = amounts >= np.partition(amounts, -most)[-most]
            words, amounts = words[is_frequent], amounts[is_frequent]
        numbers.append(dict(zip(strings.some(words.tolist()), words.tolist(), strict=True)))
        places.update(dict(zip(numbers[-1], amounts.tolist(), strict=True)))
    # Chosen over all segments, so that what is counted in one is counted in each.
    counts = dict.fromkeys(sorted(places, key=lambda form: (-places[form], form))[:most], 0)
    counts |= dict.fromkeys(out.intersection(places), 0)
    for part, known in zip(counting, numbers, strict=True):
        shared = [form for form in counts if form in known]
        for form, count in zip(shared, part.counts([known[form] for form in shared]), strict=True):
            counts[form] += count
    return list(counts.items())


class _Counting:
    """The documents found in one segment, to be asked how many of them have a word."""

    def __init__(self, segment: OpenSegment, docs: np.ndarray):
        self.segment = segment
        self._docs = docs
        self._starts, self._places = segment.array("word.starts"), segment.array("word.places")

    def counts(self, words: Sequence[int]) -> list[int]:
        """Of each word. Those with few places are looked up together: most have so few that to begin takes longest."""
        numbers = np.array(words, np.int64)
        amounts = self._starts[numbers + 1] - self._starts[numbers]
        are_few = amounts <= FEW_PLACES
        result = np.zeros(len(words), np.int64)
        result[are_few] = self._counts_of_few(numbers[are_few], amounts[are_few])
        for place in np.flatnonzero(~are_few).tolist():
            result[place] = self._count(words[place])
        return result.tolist()

    def _counts_of_few(self, words: np.ndarray, amounts: np.ndarray) -> np.ndarray:
        places = self._places[spans(self._starts[words], self._starts[words + 1])]
        owners, docs = np.repeat(np.arange(len(words)), amounts), self.segment.docs_at(places)
        is_counted = self._is_found[docs]
        is_counted[1:] &= (docs[1:] != docs[:-1]) | (owners[1:] != owners[:-1])
        return np.bincount(owners[is_counted], minlength=len(words))

    def _count(self, word: int) -> int:
        """Looked up from whichever are fewer: the documents, or the places of the word."""
        places = self._places[self._starts[word] : self._starts[word + 1]]
        if len(self._docs) < len(places):
            first, end = self._bounds
            # Behind the last place there is none: the last is taken for it, which is before the document.
            at = places.take(places.searchsorted(first), mode="clip")
            return int(np.count_nonzero((at >= first) & (at < end)))
        docs = self.segment.kept(("docs of word", word), lambda: self.segment.docs_of_word(word))
        return int(np.count_nonzero(self._is_found[docs]))

    @cached_property
    def _bounds(self) -> tuple[np.ndarray, np.ndarray]:
        starts = self.segment.doc_starts
        return starts[self._docs].astype(self._places.dtype), starts[self._docs + 1].astype(self._places.dtype)

    @cached_property
    def _is_found(self) -> np.ndarray:
        is_found = np.zeros(self.segment.count, bool)
        is_found[self._docs] = True
        return is_found
