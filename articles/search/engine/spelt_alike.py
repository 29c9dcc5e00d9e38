"""Which terms of a view are spelt alike: by the runs of three letters that they share."""

import numpy as np

from articles.search.engine.segments import OpenSegment
from articles.search.engine.spelling import grams


def similar_terms(segment: OpenSegment, view: str, term: str, least: float) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the terms spelt like one, itself left out, and how like: Dice's coefficient, `least` or more."""
    codes, starts = segment.array(f"{view}.gram.codes"), segment.array(f"{view}.gram.starts")
    wanted, _ = grams([term])
    at = np.searchsorted(codes, wanted)
    at = at[at < len(codes)]
    at = at[np.isin(codes[at], wanted)]
    owners = segment.array(f"{view}.gram.terms")
    lists = [owners[starts[one] : starts[one + 1]] for one in at.tolist()]
    if not lists:
        return np.zeros(0, np.int64), np.zeros(0)
    shared = np.bincount(np.concatenate(lists))
    some = np.flatnonzero(shared)
    likeness = 2 * shared[some] / (segment.array(f"{view}.gram.counts")[some] + len(wanted))
    kept = (likeness >= least) & (some != segment.strings(view).find(term))
    return some[kept], likeness[kept]
