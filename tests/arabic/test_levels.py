import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic.analysis import forms
from articles.arabic.levels import DEFAULT, Level, term_at, terms_at_all
from articles.arabic.tokens import words

from .texts import texts


def terms(level, text):
    return {term_at(level, word) for word in words(text)}


@pytest.mark.parametrize(
    ("level", "joined", "apart"),
    [
        (Level.EXACT, "مُحَمَّد محمد محمـــد", "إدارة ادارة"),
        (Level.EXACT, "Trump TRUMP", "على علي"),
        (Level.FOLDED, "إدارة ادارة الإدارة".removesuffix(" الإدارة"), "إدارة الإدارة"),
        (Level.FOLDED, "مدرسة مدرسه ﻣﺪﺭﺳﺔ", "مدرسة مدارس"),
        (Level.FOLDED, "مسؤول مسئول", "مسؤول مسؤولين"),
        (Level.FOLDED, "٢٠٢٥ 2025 ۲۰۲۵", "علي على"),
        (Level.LIGHT, "مدرسة المدرسة مدارس بالمدارس مدارسهم", "مدرسة دراسة"),
        (Level.LIGHT, "إسرائيل اسرائيل لإسرائيل والإسرائيلي", "لبنان لبن"),
        (Level.LIGHT, "كاتب الكاتبة كاتبون", "كاتب كتاب"),
    ],
)
def test_what_a_level_joins_and_what_it_leaves_apart(level, joined, apart):
    assert len(terms(level, joined)) == 1
    assert len(terms(level, apart)) == 2


@pytest.mark.parametrize("names", ["لبنان لبن", "كان كانون", "البحرين بحر", "سليمان سليم", "علي عليا", "بابل بل"])
def test_names_keep_what_looks_like_an_ending(names):
    assert len(terms(Level.LIGHT, names)) == 2


@pytest.mark.parametrize("level", [Level.LIGHT, Level.ROOT])
def test_a_stop_word_has_no_term_above_the_folded_level(level):
    assert term_at(level, "على") is None
    assert term_at(level, "علي")
    assert term_at(Level.EXACT, "على") == "على"
    assert term_at(Level.FOLDED, "على") == forms("على")[0]


def test_the_default_is_light():
    assert DEFAULT is Level.LIGHT
    assert Level("light") is DEFAULT


@given(texts, st.sampled_from(Level))
def test_every_word_has_a_term_or_is_a_stop_word(text, level):
    for word in words(text):
        term = term_at(level, word)
        assert term is None or len(term) > 0


@given(texts)
@example("عَمّان والعُمانية على علي مدارسهم والكتّاب Trump ٢٠٢٥")
def test_all_levels_at_once_say_what_each_says(text):
    for word in words(text):
        assert terms_at_all(word) == tuple(term_at(level, word) for level in Level)


@pytest.mark.parametrize("level", Level)
def test_a_long_word_costs_no_more_than_its_beginning(level):
    began = time.process_time()
    assert len(term_at(level, "ال" * 50_000 + "هما" * 50_000)) <= 64
    assert time.process_time() - began < 1
