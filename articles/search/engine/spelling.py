"""The letters of the terms of a view: the runs of three that each has, its ends marked, as arrays of a segment.

VIEW.gram.codes         the runs, each as one number, sorted
VIEW.gram.starts, .terms      the terms that have each run
VIEW.gram.counts        how many different runs each term has
"""

from collections.abc import Sequence

import numpy as np

# Three code points of 21 bits each.
_BITS = 21
_START, _END = 1, 2
# Of longer terms only the beginning is compared.
_LONGEST = 24
# Terms cut into runs together, which takes about a kilobyte for each.
_AT_ONCE = 50_000


def gram_arrays(view: str, terms: Sequence[str]) -> dict[str, np.ndarray]:
    """For a segment of these terms, which are in order."""
    some = [grams(terms[start : start + _AT_ONCE], start) for start in range(0, len(terms), _AT_ONCE)] or [grams([])]
    codes, owners = (np.concatenate(parts) for parts in zip(*some, strict=True))
    order = np.argsort(codes, kind="stable")
    codes, owners = codes[order], owners[order]
    first = np.flatnonzero(np.diff(codes, prepend=np.uint64(0))) if len(codes) else np.zeros(0, np.int64)
    return {
        f"{view}.gram.codes": codes[first],
        f"{view}.gram.starts": np.append(first, len(codes)).astype(np.int64),
        f"{view}.gram.terms": owners.astype(np.int32),
        f"{view}.gram.counts": np.bincount(owners, minlength=len(terms)).astype(np.uint8),
    }


def grams(terms: Sequence[str], first: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """(run, number of the term) of all different runs of each term; the first has the number `first`."""
    if not len(terms):
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    lengths = np.array([min(len(term), _LONGEST) for term in terms])
    letters = np.zeros((len(terms), _LONGEST + 2), np.uint64)
    padded = np.array([term[:_LONGEST].ljust(_LONGEST, "\0") for term in terms], f"U{_LONGEST}")
    letters[:, 1:-1] = padded.view(np.uint32).reshape(len(terms), _LONGEST)
    letters[:, 0] = _START
    letters[np.arange(len(terms)), lengths + 1] = _END
    runs = (letters[:, :-2] << np.uint64(2 * _BITS)) | (letters[:, 1:-1] << np.uint64(_BITS)) | letters[:, 2:]
    is_run = np.arange(_LONGEST)[None, :] < lengths[:, None]
    owners = np.broadcast_to(np.arange(len(terms))[:, None], runs.shape)[is_run]
    codes = runs[is_run]
    order = np.lexsort([codes, owners])
    codes, owners = codes[order], owners[order]
    is_new = np.ones(len(codes), bool)
    is_new[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])
    return codes[is_new], owners[is_new].astype(np.int64) + first
