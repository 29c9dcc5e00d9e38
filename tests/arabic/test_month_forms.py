import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.month_forms import Alternatives, expand_months, month_forms

from .texts import texts


def all_forms(query):
    return [{" ".join(form) for form in one.forms + one.forms_in_dates} for one in expand_months(query.split())]


def test_a_month_has_its_names_of_all_countries():
    assert month_forms("أيار") == (("ايار",), ("مايو",), ("ماي",), ("مايس",))


@pytest.mark.parametrize("name", ["يناير", "كانون الثاني", "كانون ثاني", "جانفي", "January"])
def test_each_name_of_a_month_leads_to_the_others(name):
    assert {("يناير",), ("كانون", "الثاني"), ("جانفي",)} <= set(month_forms(name))


def test_the_name_that_was_asked_for_comes_first():
    assert month_forms("تشرين الأول")[0] == ("تشرين", "الاول")


def test_hijri_months_are_apart_from_others():
    assert ("ذي", "القعده") in month_forms("ذو القعدة")
    assert month_forms("رمضان") == (("رمضان",),)
    assert not {("رجب",), ("يوليو",)} & set(month_forms("شوال"))


@pytest.mark.parametrize("word", ["", "كانون", "الثاني", "وزير", "2025", "بمايو"])
def test_what_is_no_months_name_has_no_forms(word):
    assert month_forms(word) == ()


def test_a_month_of_a_query_is_found_by_its_other_names():
    twelve, may = expand_months(["12", "أيار"])
    assert twelve == Alternatives((("12",),))
    assert may.is_month
    assert may.forms[0] == ("ايار",)
    assert {("مايو",), ("مايو", "ايار"), ("ايار", "مايو")} <= set(may.forms)
    assert may.forms_in_dates == (("ماي",),)


def test_names_of_two_words_are_one_month():
    found = expand_months(["اجتماع", "كانون", "الثاني", "في", "باريس"])
    assert [one.forms[0] for one in found] == [("اجتماع",), ("كانون", "الثاني"), ("في",), ("باريس",)]
    assert ("يناير",) in found[1].forms


@pytest.mark.parametrize(
    "query",
    [
        "12 مايو أيار",
        "12 مايو ( أيار )",
        "12 مايو (أيار)",
        "12 مايو / أيار",
        "12 أيار مايو",
        "12 مايو [ أيار ]",
    ],
)
def test_both_styles_at_once_are_one_month(query):
    twelve, may = expand_months(query.split())
    assert twelve.forms == (("12",),)
    assert len(may.forms[0]) == 2
    assert {("مايو",), ("ايار",)} <= set(may.forms)


def test_both_styles_of_names_of_two_words_are_one_month():
    day, month, year = expand_months(["20", "يناير", "(", "كانون", "الثاني", ")", "2026"])
    assert month.forms[0] == ("يناير", "كانون", "الثاني")
    assert ("كانون", "الثاني") in month.forms
    assert (day.forms, year.forms) == ((("20",),), (("2026",),))


def test_two_months_in_a_row_stay_two():
    found = expand_months(["يونيو", "يوليو"])
    assert [one.forms[0] for one in found] == [("يونيو",), ("يوليو",)]


def test_a_clitic_stays_on_what_was_written():
    (month,) = expand_months(["بمايو"])
    assert month.forms[0] == ("بمايو",)
    assert ("ايار",) in month.forms


@pytest.mark.parametrize("query", ["مارس الضغط", "أب لطفلين", "رجب طيب", "صفر مشاكل", "باب", "May resigns"])
def test_an_ordinary_word_is_no_month(query):
    assert not any(one.is_month for one in expand_months(query.split()))


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("8 مارس", "اذار"),
        ("مارس 2025", "اذار"),
        ("في مارس", "اذار"),
        ("4 آب", "اغسطس"),
        ("٤ آب ٢٠٢٠", "اغسطس"),
        ("شهر آب", "اغسطس"),
        ("مارس آذار", "اذار"),
        ("May 2025", "ايار"),
    ],
)
def test_a_name_that_is_another_word_is_the_month_in_a_date(query, other):
    assert any(other in forms for forms in all_forms(query))


def test_a_name_that_is_another_word_is_offered_for_dates_only():
    (month,) = expand_months(["أغسطس"])
    assert ("اب",) not in month.forms
    assert ("اب",) in month.forms_in_dates
    assert ("اغسطس", "اب") in month.forms


@given(st.lists(texts | st.sampled_from(["مايو", "أيار", "(", ")", "/", "كانون", "الثاني", "12", "بآب"]), max_size=12))
def test_no_word_of_a_query_is_lost(words):
    found = expand_months(words)
    left = iter(words)
    assert all(one.forms[0][0] in left for one in found if not one.is_month)
    assert len(found) <= len(words)
    assert all(one.forms for one in found)


def test_a_very_long_query_is_read():
    assert len(expand_months(["مايو", "("] * 50_000)) == 100_000
    assert month_forms("مايو " * 20_000) == ()
