"""Which terms of a view are spelt alike: by the runs of three letters that they share."""

from collections.abc import Sequence

import numpy as np

from articles.search.engine.segments import OpenSegment, spans
from articles.search.engine.spelling import grams


def similar_terms(
    segment: OpenSegment, view: str, terms: Sequence[str], least: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(place of one of `terms`, number of a term of the view spelt like it, how like) of all such, itself among them.

    How like is Dice's coefficient, `least` or more.
    """
    codes, starts = segment.array(f"{view}.gram.codes"), segment.array(f"{view}.gram.starts")
    wanted, places = grams(terms)
    if not len(codes) or not len(wanted):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    at = np.minimum(np.searchsorted(codes, wanted), len(codes) - 1)
    is_known = codes[at] == wanted
    at, of = at[is_known], places[is_known]
    others = segment.array(f"{view}.gram.terms")[spans(starts[at], starts[at + 1])]
    count = len(segment.strings(view))
    # One number for both, so that what a term shares with one of `terms` stands together.
    pairs = np.repeat(of, starts[at + 1] - starts[at]) * count + others
    pairs.sort()
    first = np.flatnonzero(np.diff(pairs, prepend=-1))
    shared = np.diff(first, append=len(pairs))
    of, others = np.divmod(pairs[first], count)
    lengths = np.bincount(places, minlength=len(terms))
    likeness = 2 * shared / (lengths[of] + segment.array(f"{view}.gram.counts")[others])
    kept = likeness >= least
    return of[kept], others[kept], likeness[kept]
