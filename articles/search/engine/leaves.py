"""The leaves of a query in one segment: the words that a `Forms` stands for, where they are, and in which documents."""

import numpy as np

from articles.search.engine.queries import Forms
from articles.search.engine.segments import OpenSegment, Postings


def postings(segment: OpenSegment, leaf: Forms) -> Postings:
    """The documents of a word, and what it weighs in each."""
    is_stored = len(leaf.terms) == 1 and not leaf.without and leaf.kinds is None
    if is_stored and f"{leaf.view}.post.starts" in segment.file:
        return segment.kept(("term", leaf.view, leaf.terms), lambda: segment.term(leaf.view, leaf.terms[0]))
    key = ("forms", leaf.view, leaf.terms, leaf.without, leaf.kinds)
    return segment.kept(key, lambda: segment.postings_at(leaf_places(segment, leaf)))


def leaf_places(segment: OpenSegment, leaf: Forms) -> np.ndarray:
    """Where the words of a leaf stand, in order."""
    places = segment.places(leaf_words(segment, leaf))
    if leaf.kinds is not None:
        places = places[np.isin(segment.kinds[places], np.array(sorted(leaf.kinds), np.uint8))]
    return places


def leaf_words(segment: OpenSegment, leaf: Forms) -> np.ndarray:
    words = segment.words_of(leaf.view, leaf.terms)
    if leaf.without:
        words = words[~np.isin(words, segment.words_of("word", leaf.without))]
    return words
