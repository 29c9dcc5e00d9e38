"""Citations in words."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import gettext, override
from hypothesis import given

from articles.citing.hijri import ARITHMETICAL, UMM_AL_QURA, describe_hijri_day
from articles.citing.texts import cite, plain
from articles.citing.words import ARCHIVE_NAMES
from tests.citing.articles import BARE, FULL, hostile_articles

TODAY = date(2026, 11, 22)


def words(article, language):
    return "".join(piece.text for piece in cite(article, language, TODAY))


def test_in_arabic_with_both_names_of_the_month_and_the_hijri_day():
    assert words(FULL, "ar") == (
        "ليلى الخطيب، «لجنة مشتركة تبحث عودة المهجّرين من ‹داعش› إلى قرى الشمال»، صحيفة المرفأ، من دمشق، "
        "٢٠ يناير (كانون الثاني) ٢٠٢٦ (١ شعبان ١٤٤٧ هـ). أرشيف الأخبار العربية، المقال رقم ١٢: "
        "https://archive.example/articles/12/. العنوان الأصلي: https://example.org/news/1. "
        "تاريخ الاطلاع: ٢٢ نوفمبر (تشرين الثاني) ٢٠٢٦."
    )


def test_in_english_with_english_names_where_there_are_any():
    assert words(FULL, "en") == (
        "Layla al-Khatib. “لجنة مشتركة تبحث عودة المهجّرين من «داعش» إلى قرى الشمال”, Al-Marfa, from Damascus, "
        "20 January 2026 (1 Sha'ban 1447 AH). Arabic News Archive, article 12: "
        "https://archive.example/articles/12/. Original address: https://example.org/news/1. "
        "Accessed 22 November 2026."
    )


@pytest.mark.parametrize(
    ("language", "unknown"), [("ar", "صحيفة غير معروفة، بلا تاريخ"), ("en", "newspaper unknown, undated")]
)
def test_what_is_not_known_is_said(language, unknown):
    assert unknown in words(BARE, language)


@pytest.mark.parametrize(("language", "said"), [("ar", "(مقتطف)"), ("en", "(excerpt)")])
def test_an_excerpt_is_cited_as_one(language, said):
    assert said in words(replace(FULL, is_excerpt=True), language)


def test_a_doubtful_date_has_no_hijri_day():
    assert "نحو ٢٠ يناير (كانون الثاني) ٢٠٢٦. أرشيف" in words(replace(FULL, published="2026-01-20~"), "ar")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/عودة-قرى?a=ب", "https://example.org/عودة-قرى?a=ب"),
        ("https://example.org/%D8%B9%D9%88%D8%AF%D8%A9/%d9%82", "https://example.org/عودة/ق"),
        ("https://example.org/a b\u202e<%2F%E2%80%AE", "https://example.org/a%20b%E2%80%AE%3C%2F%E2%80%AE"),
        ("https://example.org/%D8%FF%D8", "https://example.org/%D8%FF%D8"),
    ],
)
def test_the_words_of_an_address_are_legible_and_nothing_else_of_it_is_decoded(address, written):
    assert f"العنوان الأصلي: {written}. " in words(replace(FULL, original=address), "ar")


def test_in_plain_text_an_address_keeps_its_direction():
    assert "\u2066https://archive.example/articles/12/\u2069" in plain(cite(FULL, "ar", TODAY))


@given(hostile_articles())
def test_any_article_is_one_line(article):
    for language in ("ar", "en"):
        assert len(plain(cite(article, language, TODAY)).splitlines()) == 1


def test_the_archive_has_the_name_of_its_pages():
    for language, name in ARCHIVE_NAMES.items():
        with override(language):
            assert gettext("Arabic News Archive") == name


def test_a_hijri_day_says_by_which_calendar():
    assert describe_hijri_day(date(2026, 1, 20), "ar").calendar == UMM_AL_QURA
    # The Treaty of Lausanne: 24 July 1923 was reckoned as 10 Dhu al-Hijja 1341, the day of the feast.
    reckoned = describe_hijri_day(date(1923, 7, 24), "en")
    assert (reckoned.words, reckoned.calendar) == ("10 Dhu al-Hijjah 1341 AH", ARITHMETICAL)
    assert describe_hijri_day(date(600, 1, 1), "ar") is None
