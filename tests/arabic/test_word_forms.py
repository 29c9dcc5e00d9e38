"""The figures that the light level was made for, on pairs of real forms which are not part of the repository."""

from collections import Counter

import pytest

from articles.arabic.levels import Level, term_at
from articles.arabic.tokens import words
from tests.paths import SHARED

PAIRS = SHARED / "corpora" / "forms" / "pairs.tsv"


def light(word):
    return [term_at(Level.LIGHT, normal) or normal for normal in words(word)]


@pytest.mark.skipif(not PAIRS.exists(), reason="the shared word pairs are not here")
def test_forms_of_one_word_join_and_near_words_stay_apart():
    joined, seen = Counter(), Counter()
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        kind, first, second = line.split("\t")
        seen[kind] += 1
        joined[kind] += light(first) == light(second)
    assert joined["sound"] >= 0.97 * seen["sound"]
    assert joined["clitic"] >= 0.95 * seen["clitic"]
    assert joined["broken"] >= 0.8 * seen["broken"]
    assert joined["differ"] <= 0.015 * seen["differ"]
