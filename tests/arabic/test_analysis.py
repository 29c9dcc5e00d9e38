import pytest
from hypothesis import given

from articles.arabic.analysis import LONGEST_TERM, analyze, proclitic_forms

from .texts import texts


def test_a_term_has_its_form_its_stem_and_its_place():
    text = "العملُ بقانونِ قيصر"
    terms = analyze(text)
    assert [(term.surface, term.stem) for term in terms] == [
        ("العمل", "عمل"),
        ("بقانون", "قانون"),
        ("قيصر", "قيصر"),
    ]
    assert text[terms[1].start : terms[1].end] == "بقانونِ"
    assert [term.position for term in terms] == [0, 1, 2]


def test_a_name_never_meets_the_stop_word_it_folds_to():
    name, preposition = analyze("علي على")
    assert (name.surface, name.stem) == ("علي", "علي")
    assert (preposition.surface, preposition.stem) == ("على", None)


def test_stop_words_keep_their_position():
    assert [(term.stem, term.position) for term in analyze("الحرب على غزة")] == [("حرب", 0), (None, 1), ("غزه", 2)]


@pytest.mark.parametrize(("query", "text"), [("١٥٣", "153"), ("81", "الـ81"), ("داعش", "ﻟ«داعش»"), ("إيران", "لايران")])
def test_what_is_typed_and_what_is_printed_have_one_stem(query, text):
    assert analyze(query)[0].stem == analyze(text)[0].stem


def test_a_very_long_word_makes_a_term_of_bounded_length():
    (term,) = analyze("ش" * 10_000)
    assert len(term.surface) == len(term.stem) == LONGEST_TERM
    assert term.end == 10_000


def test_a_word_with_its_proclitics():
    assert {"قانون", "بقانون", "ولقانون", "وقانون"} <= set(proclitic_forms("قانون"))
    assert {"القانون", "بالقانون", "للقانون", "وللقانون"} <= set(proclitic_forms("القانون"))
    assert "للجنه" in proclitic_forms("اللجنة")
    assert "وعلى" in proclitic_forms("على")
    assert proclitic_forms("!") == []


def test_the_article_is_no_proclitic_of_a_phrase():
    assert "القانون" not in proclitic_forms("قانون")


@given(texts)
def test_any_text_can_be_analyzed(text):
    terms = analyze(text)
    assert [term.position for term in terms] == list(range(len(terms)))
    assert all(term.surface and term.stem != "" for term in terms)
