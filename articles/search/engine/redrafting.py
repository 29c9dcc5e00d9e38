"""A segment as a draft again, without its deleted documents: how segments are merged, with nothing analysed anew."""

from collections.abc import Sequence

import numpy as np

from articles.search.engine.drafting import Draft, ValueColumn
from articles.search.engine.segments import OpenSegment, spans

_VIEW_END, _NUMBER, _VALUE = ".of", "number.", "value."


def draft_of(segment: OpenSegment) -> Draft:
    docs = segment.live_docs
    starts, ends = segment.doc_starts[docs], segment.doc_starts[docs + 1]
    places = spans(starts, ends)
    names = list(segment.file)
    views = [name.removesuffix(_VIEW_END) for name in names if name.endswith(_VIEW_END)]
    words, tokens = _used(list(segment.strings("word")), segment.tokens[places])
    return Draft(
        [word for _, word in words],
        {view: _terms(segment, view, [number for number, _ in words]) for view in views},
        tokens,
        segment.kinds[places],
        ends - starts,
        {name.removeprefix(_NUMBER): segment.file[name][docs] for name in names if name.startswith(_NUMBER)},
        {
            name.split(".")[1]: _values(segment, name.split(".")[1], docs)
            for name in names
            if name.startswith(_VALUE) and name.endswith(".ids")
        },
    )


def _used(words: Sequence[str], tokens: np.ndarray) -> tuple[list[tuple[int, str]], np.ndarray]:
    """The words that are left in the documents that are left, with their old numbers, and the tokens by new ones."""
    used = np.zeros(len(words), bool)
    used[tokens] = True
    used[:1] = True
    numbers = np.cumsum(used, dtype=np.int64) - 1
    return [(number, words[number]) for number in np.flatnonzero(used).tolist()], numbers[tokens].astype(np.uint32)


def _terms(segment: OpenSegment, view: str, words: Sequence[int]) -> list[str | None]:
    terms = list(segment.strings(view))
    of_word = segment.array(f"{view}.of").tolist()
    return [terms[of_word[word]] if of_word[word] >= 0 else None for word in words]


def _values(segment: OpenSegment, field: str, docs: np.ndarray) -> ValueColumn:
    all_starts = segment.array(f"value.{field}.starts")
    starts, ends = all_starts[docs], all_starts[docs + 1]
    ids = segment.array(f"value.{field}.ids")[spans(starts, ends)]
    return ValueColumn(
        list(segment.strings(f"value.{field}")), np.concatenate([[0], np.cumsum(ends - starts)]).astype(np.int64), ids
    )
