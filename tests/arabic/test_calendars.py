from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.calendars import bounds, describe, describe_hijri, digits, month_name

from .texts import texts


@pytest.mark.parametrize(
    ("edtf", "arabic", "english"),
    [
        ("2026-01-20", "٢٠ يناير (كانون الثاني) ٢٠٢٦", "20 January 2026"),
        ("2026-01", "يناير (كانون الثاني) ٢٠٢٦", "January 2026"),
        ("2026", "٢٠٢٦", "2026"),
        ("2025-11-10~", "نحو ١٠ نوفمبر (تشرين الثاني) ٢٠٢٥", "about 10 November 2025"),
        ("2025-05?", "ربما مايو (أيار) ٢٠٢٥", "possibly May 2025"),
        ("2025%", "ربما نحو ٢٠٢٥", "possibly about 2025"),
        ("2025-01/2025-03", "من يناير (كانون الثاني) ٢٠٢٥ إلى مارس (آذار) ٢٠٢٥", "January 2025 to March 2025"),
        ("2025/..", "منذ ٢٠٢٥", "since 2025"),
        ("../2025", "حتى ٢٠٢٥", "until 2025"),
        ("2025/", "من ٢٠٢٥ إلى تاريخ غير معروف", "2025 to an unknown date"),
        ("202X", "بين ٢٠٢٠ و٢٠٢٩", "between 2020 and 2029"),
        ("2025-22", "صيف ٢٠٢٥", "summer 2025"),
        ("2025-11-XX", "نوفمبر (تشرين الثاني) ٢٠٢٥", "November 2025"),
    ],
)
def test_dates_in_words(edtf, arabic, english):
    assert describe(edtf, "ar") == arabic
    assert describe(edtf, "en") == english


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-01-20~", date(2026, 1, 20), date(2026, 1, 20)),
        ("2025-03/2025-04", date(2025, 3, 1), date(2025, 4, 30)),
        ("2025-03/..", date(2025, 3, 1), date.max),
        ("/2025", date.min, date(2025, 12, 31)),
    ],
)
def test_bounds_are_the_days_a_date_may_mean(edtf, first, last):
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    ("edtf", "says"),
    [
        ("yesterday", "is no date"),
        ("", "is no date"),
        ("2025-13", "is no date"),
        ("٢٠٢٥", "is no date"),
        ("2025-02-30", "no calendar has"),
        ("2026/2025", "ends before it begins"),
        ("../..", "names no date"),
        ("2025/2026/2027", "is no date"),
    ],
)
def test_what_is_no_date_is_said(edtf, says):
    with pytest.raises(ValueError, match=says):
        bounds(edtf)


def test_a_day_of_the_hijri_calendar():
    assert describe_hijri(date(2026, 1, 20), "ar") == "١ شعبان ١٤٤٧ هـ"
    assert describe_hijri(date(2026, 1, 20), "en") == "1 Sha'ban 1447 AH"
    assert describe_hijri(date(1900, 1, 1), "ar") is None


def test_months_have_both_names_in_arabic():
    assert month_name(8, "ar") == "أغسطس (آب)"
    assert month_name(8, "en") == "August"


def test_digits_are_those_of_the_language():
    assert digits("12 من 30", "ar") == "١٢ من ٣٠"
    assert digits("12 of 30", "en") == "12 of 30"


@given(texts)
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        first, last = bounds(text)
    except ValueError:
        return
    assert first <= last


@given(st.dates())
def test_every_day_has_words_and_is_its_own_bounds(day):
    assert bounds(day.isoformat()) == (day, day)
    assert str(day.year) in describe(day.isoformat(), "en")
    describe_hijri(day, "ar")
