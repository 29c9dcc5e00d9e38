"""Parts of words and words nearly alike: right by a naive comparison, and never slow."""

import time
from fnmatch import fnmatchcase

from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.analysis import LONGEST_TERM
from articles.search.patterns import folded_pattern, like_pattern, within_an_edit

LETTERS = st.text("ابن", min_size=1, max_size=7)


def is_an_edit_away(one: str, other: str) -> bool:
    """Of words that begin alike."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[same + 1 :], other[same + 1 :]), (one[same + 1 :], other[same:]), (one[same:], other[same + 1 :])
    return one == other or any(a == b for a, b in rests)


@given(LETTERS, LETTERS)
def test_words_within_an_edit(one, other):
    assert bool(within_an_edit(one).fullmatch(other)) == is_an_edit_away(one, other)


@given(st.text("ابن*?", min_size=1, max_size=8), LETTERS)
def test_patterns(pattern, word):
    assert bool(like_pattern(pattern).fullmatch(word)) == fnmatchcase(word, pattern)


def test_letters_of_a_pattern_are_folded_and_its_signs_stay():
    assert folded_pattern("أ*ة?ى") == "ا*ه?ي"


def test_no_pattern_is_slow():
    start = time.process_time()
    word = "ا" * LONGEST_TERM
    assert not like_pattern("ا*" * 30 + "ب").fullmatch(word)
    assert not within_an_edit("ا" * (LONGEST_TERM - 1) + "بب").fullmatch(word)
    assert not within_an_edit("ا" * 100_000).fullmatch(word)
    assert not like_pattern("ا*" * 100_000).fullmatch(word)
    assert time.process_time() - start < 1
