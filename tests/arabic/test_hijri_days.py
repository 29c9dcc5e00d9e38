"""Gregorian days by the Umm al-Qura calendar."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.hijri_days import HijriDay, anniversary, days_in_all_years, hijri_day, months_between

KNOWN = st.dates(datetime.date(1924, 8, 1), datetime.date(2077, 11, 16))


def test_a_day_in_both_calendars():
    day = hijri_day(datetime.date(2025, 3, 1))
    assert day == HijriDay(1446, 9, 1)
    assert day.describe("ar") == "١ رمضان ١٤٤٦ هـ"
    assert anniversary(9, 1, "ar") == "١ رمضان"


@pytest.mark.parametrize("year", [1900, 2090])
def test_a_day_outside_the_table_has_no_hijri_day(year):
    assert hijri_day(datetime.date(year, 1, 1)) is None
    assert months_between(datetime.date(year, 1, 1), datetime.date(year, 1, 31), "ar") == ""


def test_the_hijri_months_of_a_month():
    assert months_between(datetime.date(2025, 3, 1), datetime.date(2025, 3, 31), "ar") == "رمضان – شوال ١٤٤٦ هـ"
    assert months_between(datetime.date(2025, 6, 1), datetime.date(2025, 6, 30), "ar").count("هـ") == 2
    assert months_between(datetime.date(2025, 3, 2), datetime.date(2025, 3, 9), "ar") == "رمضان ١٤٤٦ هـ"


@given(KNOWN)
def test_a_day_is_among_the_days_of_its_hijri_day(day):
    hijri = hijri_day(day)
    assert day in days_in_all_years(hijri.month, hijri.day)
