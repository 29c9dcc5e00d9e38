import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic.keyboards import other_layouts

from .texts import texts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hgpv;m", "الحركة"),
        ("gfkhk", "لبنان"),
        ("tgs'dk", "فلسطين"),
        (";jhf", "كتاب"),
        ("`;v", "ذكر"),
        ("\\;v", "ذكر"),
        ("shgl", "سالم"),
        ("b.", "لاز"),
        ("hgs,]hk", "السودان"),
        ("hgphglm hgf.dm", "الحالمة البزية"),
        ("sk 2026", "سن 2026"),
    ],
)
def test_arabic_typed_on_a_latin_keyboard_is_read_with_the_windows_layout(typed, meant):
    assert other_layouts(typed)[0] == meant


def test_lam_alef_is_one_key_of_windows():
    assert "سلام" in other_layouts("sbl")


def test_letters_written_with_shift_are_read():
    assert "الأمم" in other_layouts("hgHll")
    assert "إيران" in other_layouts("Ydvhk")


def test_capitals_of_a_caps_lock_are_no_shifted_letters():
    assert "الحركة" in other_layouts("HGPV;M")


@pytest.mark.parametrize(("typed", "meant"), [("hgpn;]", "الحركة"), ("hgsmvhk", "السودان"), ("xhgf", "طالب")])
def test_arabic_typed_for_apples_layout_is_read(typed, meant):
    assert meant in other_layouts(typed)


def test_arabic_typed_on_a_french_keyboard_is_read():
    assert "الحركة" in other_layouts("hgpvm,")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ىثصس", "news"),
        ("اثممخ", "hello"),
        ("حقثسهيثىف", "president"),
        ("بخخفلاشمم", "football"),
        ("مهلافس", "lights"),
        ("خلاشةش", "obama"),
        ("هى فاث ىثصس", "in the news"),
    ],
)
def test_latin_typed_on_an_arabic_keyboard_is_read(typed, meant):
    assert meant in other_layouts(typed)


@pytest.mark.parametrize("text", ["", " ", "2026", "؟", "مجلس UN", "ppp", "قفلب", "!!", "Москва"])
def test_what_would_be_no_word_has_no_other_reading(text):
    assert other_layouts(text) == []


@given(st.one_of(texts, st.text(st.sampled_from("hgpv;m[]'`لالأضصثقفغعه bنم ى"), max_size=60)))
@example("لا" * 100)
def test_any_text_has_few_readings_or_none(text):
    readings = other_layouts(text)
    assert len(readings) <= 6
    assert text not in readings
    assert len(set(readings)) == len(readings)


@pytest.mark.parametrize("text", ["h" * 100_000, "لا" * 50_000, "'" * 100_000])
def test_long_text_is_not_read(text):
    assert other_layouts(text) == []
