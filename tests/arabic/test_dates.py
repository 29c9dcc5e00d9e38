from datetime import date

import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.calendars import bounds, describe, describe_hijri, digits, month_name
from articles.arabic.dates import latest_full_date, publication_date

from .texts import texts

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2026-01-20", "2026-01-20"),
        ("2026-01", "2026-01"),
        ("2026", "2026"),
        ("2025-11-10~", "2025-11-10~"),
        ("2025-11?", "2025-11?"),
        ("202X", "202X"),
        ("2025-11-01/2025-11-03", "2025-11-01/2025-11-03"),
        ("2026-03-02T10:00:00+03:00", "2026-03-02"),
        ("2026-03-02T23:30:00-0500", "2026-03-02"),
        ("2026-03-02T10:00:00.123Z", "2026-03-02"),
        ("2026-03-02 10:00:00 UTC", "2026-03-02"),
        ("20260302T100000Z", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("Mon, 02 Mar 2026 10:00:00 GMT", "2026-03-02"),
        ("Mon, 2 Mar 2026 10:00:00 +0300 (EEST)", "2026-03-02"),
        ("Mon Mar 02 10:00:00 +0000 2026", "2026-03-02"),
        ("1772445600", "2026-03-02"),
        ("1772445600000", "2026-03-02"),
        ("1772445600.25", "2026-03-02"),
        ("1772445600000000", "2026-03-02"),
        ("/Date(1772445600000+0300)/", "2026-03-02"),
        ("20260302100000", "2026-03-02"),
        ("2026-03-02+03:00", "2026-03-02"),
        ("2025-XX-XX", "2025-XX-XX"),
    ],
)
def test_what_programs_write(written, edtf):
    assert publication_date(written) == edtf


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2026/03/02", "2026-03-02"),
        ("2026/3/2", "2026-03-02"),
        ("02/03/2026", "2026-03-02"),
        ("2.3.2026", "2026-03-02"),
        ("2 / 3 / 2026", "2026-03-02"),
        ("03/25/2026", "2026-03-25"),
        ("25/03/2026", "2026-03-25"),
        ("03/2026", "2026-03"),
        ("2026/03", "2026-03"),
        ("٢٠٢٦/٠٣/٠٢", "2026-03-02"),
        ("۰۲/۰۳/۲۰۲۶", "2026-03-02"),
        ("20\u200f/01\u200f/2026", "2026-01-20"),
        ("2026م", "2026"),
    ],
)
def test_numbers_are_day_first_unless_that_is_no_date(written, edtf):
    assert publication_date(written) == edtf


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("20 يناير (كانون الثاني) 2026", "2026-01-20"),
        ("٢٠ كانون الثاني ٢٠٢٦", "2026-01-20"),
        ("نوفمبر/ تشرين الثاني 2025", "2025-11"),
        ("الثلاثاء 20 يناير/كانون الثاني 2026", "2026-01-20"),
        ("الثلاثاء، 20 يناير، 2026", "2026-01-20"),
        ("مارس 2، 2026", "2026-03-02"),
        ("20\u00a0يَنايِر\u00a02026", "2026-01-20"),
        ("\u200f20 ينـاير 2026\u200f م", "2026-01-20"),
        ("نُشر في: 20 يناير 2026، الساعة 10:30 م بتوقيت غرينتش", "2026-01-20"),
        ("الأول من آب 2024", "2024-08-01"),
        ("15 اب 2024", "2024-08-15"),
        ("العشرون من تموز عام 1969", "1969-07-20"),
        ("2 جانفي 2020", "2020-01-02"),
        ("فيفري 2020", "2020-02"),
        ("3 أفريل 2020", "2020-04-03"),
        ("4 جوان 2020", "2020-06-04"),
        ("5 جويلية 2020", "2020-07-05"),
        ("6 أوت 2020", "2020-08-06"),
        ("7 غشت 2020", "2020-08-07"),
        ("8 شتنبر 2020", "2020-09-08"),
        ("9 نونبر 2020", "2020-11-09"),
        ("10 دجنبر 2020", "2020-12-10"),
        ("11 يوليوز 2020", "2020-07-11"),
        ("12 يونيه 2020", "2020-06-12"),
        ("2 March 2026", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"),
        ("2nd of March, 2026", "2026-03-02"),
        ("Sept. 2026", "2026-09"),
        ("20 نوفمبر2025", "2025-11-20"),
        ("نوفمبر/تشرين الثاني2025", "2025-11"),
        ("3 أكتوبر 2024 - 14:20 بتوقيت الجزائر", "2024-10-03"),
        ("3 أكتوبر 2024 الساعة 14:20 بتوقيت مكة المكرمة", "2024-10-03"),
    ],
)
def test_names_of_months_in_every_style(written, edtf):
    assert publication_date(written) == edtf


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("15 رمضان 1446 هـ", "2025-03-15"),
        ("15 من شهر رمضان 1446هـ", "2025-03-15"),
        ("١٤٤٥/٩/١٥ هـ", "2024-03-25"),
        ("15/9/1445", "2024-03-25"),
        ("رمضان 1446", "2025-03-01/2025-03-29"),
        ("1446 هـ", "2024-07-07/2025-06-25"),
        ("1 ذو القعدة 1446", "2025-04-29"),
        ("1 ذي القعدة 1446", "2025-04-29"),
        ("1 جمادى الآخرة 1446", "2024-12-02"),
        ("1 جمادى الثانية 1446", "2024-12-02"),
        ("الخميس - 4 شهر رمضان 1446 هـ - 4 مارس 2025 م", "2025-03-04"),
        ("1447/8/1هـ - 2026/1/20م", "2026-01-20"),
        ("20 يناير 2026 الموافق 2 شعبان 1447", "2026-01-20"),
        ("30 صفر 1300 هـ", None),
        ("31 رمضان 1446", None),
        ("رمضان 2024", None),
        ("20 يناير 1446 هـ", None),
        ("1447-05-26", "2025-11-17"),
        ("1447-05", "2025-10-23/2025-11-21"),
        ("1447", "2025-06-26/2026-06-15"),
    ],
)
def test_hijri_dates_become_days_of_our_calendar(written, edtf):
    assert publication_date(written) == edtf


@pytest.mark.parametrize(
    "written",
    [
        "",
        "أمس",
        "منذ ثلاثة أيام",
        "قبل 20 يناير 2026",
        "نحو عشرين",
        "20 يناير",
        "يناير",
        "20/1",
        "20/1/26",
        "31 شباط 2026",
        "29 فبراير 2025",
        "يناير (شباط) 2026",
        "2025-13-01",
        "2025-02-30",
        "32/1/2026",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "2026-01-20T10:99",
        "20 يناير 2026 و21 يناير 2026",
        "4 - 6 أغسطس 2015",
        "20 يناير 2026؟",
        "12",
        "9999999999",
        "20 يناير 2026 " + "." * 300,
        "3 أكتوبر بتوقيت الجزائر",
        "1447-13-01",
        "نوفمبر20251",
    ],
)
def test_nothing_is_invented(written):
    assert publication_date(written) is None


def test_the_latest_full_day_of_a_text():
    text = "وُقّع الاتفاق في 5 أيار 2019 وعُدّل في ٣ شباط ٢٠٢١، ثم أُلغي في يونيو 2024 قبل 9 ديسمبر، في 15 رمضان 1446 هـ."
    assert latest_full_date(text) == "2021-02-03"
    assert latest_full_date("وقّع الاتفاق عام 2019") is None


@given(texts | st.text(st.sampled_from("0123456789/-: TZ.٠٣مهـ"), max_size=30))
def test_any_text_is_a_date_that_has_bounds_or_none(text):
    edtf = publication_date(text)
    if edtf is not None:
        first, last = bounds(edtf)
        assert first <= last


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from(["ar", "en"]))
def test_every_spelling_of_a_day_is_that_day(day, language):
    iso = day.isoformat()
    egyptian, syrian = month_name(day.month, "ar").rstrip(")").split(" (")
    for written in (
        describe(iso, language),
        f"{day.day} {egyptian} {day.year}",
        f"{day.day} من {syrian} عام {day.year}م",
        f"{syrian}/{egyptian} {day.day}، {day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.year}/{day.month}/{day.day} 08:15",
        digits(f"{day.day}-{egyptian}-{day.year}", "ar"),
        iso.translate(PERSIAN),
        day.strftime("%a, %d %b %Y 23:59:59 +0200"),
    ):
        assert publication_date(written) == iso, written


@given(st.dates(date(1924, 8, 1), date(2077, 11, 16)))
def test_every_hijri_day_is_its_day(day):
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    assert publication_date(describe_hijri(day, "ar")) == day.isoformat()
    assert publication_date(f"{hijri.day}/{hijri.month}/{hijri.year}هـ") == day.isoformat()


@given(st.dates(date(1501, 1, 1), date(9999, 12, 31)), st.sampled_from(["", "~", "?", "%"]))
def test_edtf_is_kept_as_it_is(day, doubt):
    for edtf in (f"{day.isoformat()}{doubt}", f"{day.year:04}-{day.month:02}{doubt}", f"{day.year:04}{doubt}"):
        assert publication_date(edtf) == edtf
