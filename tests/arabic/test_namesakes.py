import pytest
from hypothesis import given

from articles.arabic.analysis import analyze
from articles.arabic.levels import Level, term_at, terms_for
from articles.arabic.tokens import tokenize, words

from .texts import texts


def light(word):
    return term_at(Level.LIGHT, words(word)[0])


@pytest.mark.parametrize("written", ["عمّان", "عَمّان", "عَمَّان", "وعمّان", "بعمّان", "عمَّـــان", "العمّانية", "عمّانيين"])
def test_shadda_tells_the_city(written):
    assert light(written) == "عمّان"


@pytest.mark.parametrize("written", ["عُمان", "وعُمَان", "لعُمان", "العُماني", "عُمانيون"])
def test_damma_tells_the_sultanate(written):
    assert light(written) == "عُمان"


@pytest.mark.parametrize("written", ["عمان", "العماني", "عَمان", "بعمان"])
def test_a_name_without_the_sign_is_neither(written):
    assert light(written) == "عمان"


def test_a_query_for_one_finds_the_bare_name_but_not_the_other():
    (city,), (sultanate,), (bare,) = words("عمّان"), words("عُمان"), words("عمان")
    assert terms_for(Level.LIGHT, city) == ("عمّان", "عمان")
    assert terms_for(Level.LIGHT, sultanate) == ("عُمان", "عمان")
    assert set(terms_for(Level.LIGHT, bare)) == {"عمان", "عمّان", "عُمان"}
    assert terms_for(Level.LIGHT, "مجالس") == ("مجلس",)
    assert terms_for(Level.LIGHT, "على") == ()


@pytest.mark.parametrize("level", [Level.EXACT, Level.FOLDED])
def test_levels_of_writing_forget_the_sign(level):
    assert {term_at(level, words(word)[0]) for word in ("عمّان", "عُمان", "عمان")} == {"عمان"}


def test_places_and_surfaces_are_as_ever():
    assert [(term.surface, term.start, term.end) for term in analyze("في عَمَّان اليوم")] == [
        ("في", 0, 2),
        ("عمان", 3, 10),
        ("اليوم", 11, 16),
    ]


@pytest.mark.parametrize("written", ["مُحمّد", "يُعمّان", "زُعُمان", "عُمّال"])
def test_other_words_lose_their_tashkeel(written):
    assert words(written)[0].isalpha()


@given(texts)
def test_no_other_sign_stays_in_a_normal_form(text):
    for token in tokenize(text):
        assert "عم" in token.normal or not {"\u0651", "\u064f"} & set(token.normal)
