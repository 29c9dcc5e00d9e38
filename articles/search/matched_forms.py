"""The forms in which the words of a query stand in the articles found."""

from dataclasses import dataclass, replace

import numpy as np

from articles.search.collecting import Found
from articles.search.compiling import Compiled
from articles.search.engine.leaves import leaf_words
from articles.search.engine.queries import Forms
from articles.search.engine.segments import OpenSegment

# Of each word of the query no more than so many forms, those that the archive has most often.
MOST_FORMS = 24


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
    for word in compiled.words:
        for form, count in _forms_of(found, replace(word.leaf, without=frozenset())):
            is_out = form in word.leaf.without
            if form not in forms and (count or is_out):
                forms[form] = MatchedForm(form, count, word.typed, is_out)
    return tuple(sorted(forms.values(), key=lambda form: -form.count))


def _forms_of(found: Found, leaf: Forms) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for segment, docs in zip(found.index.segments, found.index.parted(found.docs), strict=True):
        is_found = np.zeros(segment.count, bool)
        is_found[docs] = True
        starts, strings = segment.array("word.starts"), segment.strings("word")
        words = leaf_words(segment, leaf)
        frequent = words[np.argsort(starts[words] - starts[words + 1], kind="stable")][:MOST_FORMS]
        for word in frequent.tolist():
            form = strings[word]
            counts[form] = counts.get(form, 0) + int(is_found[_docs_of(segment, word)].sum())
    return sorted(counts.items(), key=lambda item: -item[1])[:MOST_FORMS]


def _docs_of(segment: OpenSegment, word: int) -> np.ndarray:
    """The documents of one word."""
    return segment.kept(("docs of word", word), lambda: segment.docs_of_word(word))
