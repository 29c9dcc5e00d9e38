"""The order of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.collation import OTHER, initial, sort_key


def in_order(*names: str) -> list[str]:
    return sorted(names, key=sort_key)


def test_the_article_plays_no_part():
    assert in_order("المغرب", "السودان", "لبنان", "العراق") == ["السودان", "العراق", "لبنان", "المغرب"]


def test_nor_does_the_article_of_a_later_word():
    assert in_order("أبو العلاء", "أبو ظبي", "أبو غريب") == ["أبو ظبي", "أبو العلاء", "أبو غريب"]


def test_nor_do_hamza_marks_and_tatweel():
    expected = ["إدلب", "آدم", "الأردن", "أردوغان", "إسماعيل", "اسماعيل", "أُسَـيد"]
    assert in_order(*reversed(expected)) == expected
    assert sort_key("اسماعيل")[1] == sort_key("إسماعيل")[1]
    assert sort_key("مُحَمَّـــد")[1] == sort_key("محمد")[1]


def test_letters_stand_in_the_order_of_the_alphabet():
    names = ["باسم", "تامر", "ثابت", "جميل", "نبيل", "هاني", "وليد", "ياسر"]
    assert in_order(*reversed(names)) == names


def test_a_hamza_by_itself_is_sorted_as_an_alef():
    assert in_order("سماح", "سماء") == ["سماء", "سماح"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("السودان", "س"),
        ("«الأهرام»", "ا"),
        ("الله", "ا"),
        ("ألمانيا", "ا"),
        ("المانيا", "ا"),
        ("إلهام", "ا"),
        ("آل سعود", "ا"),
        ("ال", "ا"),
        ("القس", "ق"),
        ("پرويز", "ب"),
        ("Erdoğan", "E"),
        ("Çelik", "C"),
        ("٧ أكتوبر", OTHER),
        ("2030", OTHER),
        ("Ἀθήνα", OTHER),
        ("", OTHER),
        ("!?", OTHER),
    ],
)
def test_each_name_stands_under_its_letter(name, letter):
    assert initial(name) == letter


def test_arabic_comes_first_then_latin_then_the_rest():
    assert in_order("2030", "zeta", "ياسر", "Москва", "Alpha", "أحمد") == [
        "أحمد",
        "ياسر",
        "Alpha",
        "zeta",
        "2030",
        "Москва",
    ]


@given(st.lists(st.text(), max_size=8))
def test_names_of_one_letter_stand_together(names):
    """Whatever the names are: else a heading of the index would come twice."""
    letters = [initial(name) for name in in_order(*names)]
    runs = [letter for place, letter in enumerate(letters) if not place or letter != letters[place - 1]]
    assert len(runs) == len(set(runs))


@given(st.text())
def test_different_names_have_different_keys(name):
    assert sort_key(name)[-1] == name
