"""When two names are one, and which bylines are desks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.authorities import is_latin, name_key, tidy
from articles.authorities.bylines import names_a_desk


@pytest.mark.parametrize(("one", "other"), [("أنقرة", "انقرة"), ("«رويترز»", "رويترز"), ("TRUMP", "Trump")])
def test_spellings_of_one_name(one, other):
    assert name_key(one) == name_key(other)


def test_a_name_of_signs_only_is_its_own_key():
    assert name_key("؟؟") == "؟؟"


def test_white_space_and_control_characters_go():
    assert tidy(" مكتب\t بيروت\x00\n") == "مكتب بيروت"


@pytest.mark.parametrize("name", ["", "  ", "\x00"])
def test_an_empty_name_is_refused(name):
    with pytest.raises(ValueError, match="empty"):
        tidy(name)


@given(st.text(min_size=1))
def test_no_name_is_longer_than_its_column(name):
    try:
        tidied = tidy(name * 50)
    except ValueError:
        return
    assert 0 < len(tidied) <= 200
    assert 0 < len(name_key(tidied)) <= 200
    assert tidy(tidied) == tidied


@pytest.mark.parametrize(
    "byline", ["«الشرق الأوسط»", '"النهار"', "وكالات", "قسم التحقق", "هيئة التحرير", "Sports desk"]
)
def test_desks(byline):
    assert names_a_desk(byline)


@pytest.mark.parametrize("byline", ["ليلى منصور", "الشيخ محمد", "خالد «أبو ليلى» حداد", "Jane Doe"])
def test_persons(byline):
    assert not names_a_desk(byline)


@pytest.mark.parametrize(
    ("name", "expected"), [("Trump", True), ("ترامب", False), ("2024", False), ("طائرة F16", False), ("Ｇ20", True)]
)
def test_latin_names(name, expected):
    assert is_latin(name) is expected
