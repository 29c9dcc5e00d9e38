"""The second look adds to each hit what a plain reading of its text says."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.arabic.levels import Level, term_at
from articles.arabic.tokens import words
from articles.search.asking import ask
from articles.search.collecting import find
from articles.search.evaluation import indexed
from articles.search.options import Matching, Options
from articles.search.rescoring import rescore
from articles.search.schema import STEMS
from articles.search.scoring import LEAST_LIKENESS, PAIR_WEIGHT, SIMILAR_WEIGHT, SIMILARITY

# Stop words, forms of one word, words spelt alike that no stemmer joins, a month's two names, and a name that tashkeel
# tells from another.
_WRITTEN = """
في من جسر الجسور والجسر تكنولوجيا تكنلوجيا للتكنولوجية بيروقراطية بيرقراطي كهرباء كهربائيون يونيو حزيران عمان عمّان نهر
"""
WORDS = st.sampled_from(_WRITTEN.split())
TEXTS = st.lists(WORDS, max_size=9).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
@example([("جسر في النهر", "جسر نهر جسر"), ("نهر", "تكنلوجيا")], "جسر النهر تكنولوجيا")
@example([("تكنلوجيا يونيو", "حزيران جسر"), ("جسر", "")], "يونيو حزيران جسر تكنولوجيا جسر")
def test_the_gains_are_those_of_a_plain_reading(texts, query):
    with indexed((str(number), *text) for number, text in enumerate(texts)) as index:
        asked = ask(index, query, Options(matching=Matching.MOST), has_database=False)
        found = find(index, asked.query)
        if not len(found):
            return
        gains = rescore(found, asked).scores - found.scores
        leaves = [word.leaf for word in asked.compiled.words if word.leaf.view == STEMS]
        importances = [index.evaluation.importance(leaf) for leaf in leaves]
        norms = index.evaluation.norms(index.segments[0], STEMS) / 4
        expected = [
            plain_gain(texts[doc], [leaf.terms for leaf in leaves], importances, norms[doc])
            for doc in found.docs.tolist()
        ]
    assert gains == pytest.approx(np.array(expected), rel=1e-3, abs=1e-5)


def plain_gain(parts, sought, importances, norm) -> float:
    place_of = {term: place for place, terms in enumerate(sought) for term in terms}
    stems = [[stem for word in words(part) if (stem := term_at(Level.LIGHT, word))] for part in parts]
    pairs = [0] * len(sought)
    for part in stems:
        for one, other in pairwise(part):
            if one in place_of and place_of.get(other) == place_of[one] + 1:
                pairs[place_of[one]] += 1
    gain = sum(
        PAIR_WEIGHT * (importances[place] + importances[place + 1]) * saturated(count, norm)
        for place, count in enumerate(pairs[:-1])
    )
    present = {stem for part in stems for stem in part}
    for terms, place in {terms: place for place, terms in enumerate(sought)}.items():
        if present.isdisjoint(terms):
            like = [alike(terms[0], stem) for part in stems for stem in part]
            total = sum(likeness for likeness in like if likeness >= LEAST_LIKENESS)
            gain += SIMILAR_WEIGHT * importances[place] * saturated(total, norm)
    return gain


def saturated(frequency: float, norm: float) -> float:
    return frequency * (SIMILARITY.k1 + 1) / (frequency + norm)


def alike(one: str, other: str) -> float:
    first, second = ({f"^{word}$"[at : at + 3] for at in range(len(word))} for word in (one, other))
    return 2 * len(first & second) / (len(first) + len(second))
