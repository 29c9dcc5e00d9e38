from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.dates import DateMention, date_mentions, latest_full_date, publication_date

from .texts import texts

WORDS = "عام سنة من شهر في و م هـ يناير (كانون الثاني) مارس آذار/ رمضان ذي القعدة الأول والعشرين March"
SIGNS = ["20", "31", "2026", "١٤٤٦", "½", "/", "-", ".", "،", "\u200f", "ـَ", "\n"]
PIECES = st.sampled_from(WORDS.split() + SIGNS)


def found(text):
    return [(mention.text, mention.edtf) for mention in date_mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سافر في 20 يناير/كانون الثاني 2026 إلى روما", [("20 يناير/كانون الثاني 2026", "2026-01-20")]),
        ("وعاد في 30 ديسمبر (كانون الأول) 2025.", [("30 ديسمبر (كانون الأول) 2025", "2025-12-30")]),
        ("منذ 9 مارس (آذار) الماضي", [("9 مارس (آذار)", "XXXX-03-09")]),
        ("افتتح يوم20 يوليو تموز", [("20 يوليو تموز", "XXXX-07-20")]),
        ("ستقام في مايو (أيار)", [("مايو (أيار)", "XXXX-05")]),
        ("ووصل فبراير (شباط) 2022 إلى نهايته", [("فبراير (شباط) 2022", "2022-02")]),
        ("بدأ في يونيو من العام 2014", [("يونيو من العام 2014", "2014-06")]),
        ("ولد في 7/ نوفمبر / 1962 بصيدا", [("7/ نوفمبر / 1962", "1962-11-07")]),
        ("بيعت في الـ24 من تموز", [("24 من تموز", "XXXX-07-24")]),
        ("بين ديسمبر 2015 وفبراير 2016", [("ديسمبر 2015", "2015-12"), ("فبراير 2016", "2016-02")]),
        ("يناير/فبراير 2026", [("فبراير 2026", "2026-02")]),
        ("في 3/25/2026 و25/3/2026", [("3/25/2026", "2026-03-25"), ("25/3/2026", "2026-03-25")]),
        ("صدر عام 2013 ثم في العام ٢٠١٤", [("عام 2013", "2013"), ("العام ٢٠١٤", "2014")]),
        ("في عامي 2014 و2015", [("عامي 2014", "2014"), ("2015", "2015")]),
        ("في الحادي والعشرين من آذار 2011", [("الحادي والعشرين من آذار 2011", "2011-03-21")]),
        ("في السادس من يونيو", [("السادس من يونيو", "XXXX-06-06")]),
        ("يوم الأربعاء العشرين من شوال 1446", [("العشرين من شوال 1446", "2025-04-18")]),
        ("signed on March 2, 2026 in Rome", [("March 2, 2026", "2026-03-02")]),
    ],
)
def test_dates_in_sentences(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يوم 15 رمضان 1446 هـ الموافق 15 مارس 2025", [("15 رمضان 1446 هـ", "2025-03-15", "hijri")]),
        ("في رجب 1446", [("رجب 1446", "2025-01-01/2025-01-30", "hijri")]),
        ("لموسم حج العام 1436هـ", [("العام 1436هـ", "2014-10-25/2015-10-13", "hijri")]),
        ("حتى 5 من شهر ذي القعدة", [("5 من شهر ذي القعدة", "XXXX-11-05", "hijri")]),
        ("خلال شهر رمضان المبارك", [("رمضان", "XXXX-09", "hijri")]),
    ],
)
def test_hijri_dates_say_their_calendar(text, expected):
    mentions = [mention for mention in date_mentions(text) if mention.calendar == "hijri"]
    assert [(mention.text, mention.edtf, mention.calendar) for mention in mentions] == expected


@pytest.mark.parametrize(
    "text", ["في مارس", "خلال آب", "أواخر أيار", "مطلع شهر نيسان", "يوليو الماضي", "منذ يونيو", "لأغسطس"]
)
def test_a_bare_month_with_a_word_that_says_so_is_a_date(text):
    assert len(date_mentions(text)) == 1


def test_months_in_a_row_are_all_dates():
    assert [edtf for _, edtf in found("توقعات لشهري أغسطس وسبتمبر")] == ["XXXX-08", "XXXX-09"]
    assert [edtf for _, edtf in found("درجات الحرارة في يونيو ويوليو وآب")] == ["XXXX-06", "XXXX-07", "XXXX-08"]


@pytest.mark.parametrize(
    "text",
    [
        "مارس الضغط على الوزير",
        "من مارس المهنة عشر سنوات",
        "آب إلى داره",
        "عاد أب وابنه، وفي أب واحد سرّ",
        "فتح باب 2015 للتسجيل",
        "فاز الفريق 3 صفر",
        "انتهت 2 / صفر في الشوط",
        "التقى رمضان قديروف",
        "زار رجب طيب أنقرة",
        "نيسان تطلق سيارة",
        "31 شباط 2026",
        "31/2/2026",
        "2026-13-01",
        "الفقرة 1.2.3.2026",
        "عام 1453",
        "عام 2500 شخص",
        "بلغ 2013 مشاركاً",
        "من 2015 إلى 2017",
        "20 رمضان 656 هـ",
        "you may 5 times",
        "201½",
    ],
)
def test_what_is_no_date(text):
    assert date_mentions(text) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("الأسبوع الثاني من يونيو 2014", "2014-06"),
        ("النصف الأول من شهر يونيو", "XXXX-06"),
        ("الأسبوعان الأول والثاني من يونيو", "XXXX-06"),
        ("الليلة الثالثة والعشرين من رمضان 1446", "2025-03-01/2025-03-29"),
        ("بزيادة 45 يناير 2026", "2026-01"),
        ("بقيمة 3.20 يناير 2026", "2026-01"),
    ],
)
def test_a_number_of_something_else_is_not_the_day(text, edtf):
    assert [mention.edtf for mention in date_mentions(text)] == [edtf]


def test_a_number_of_something_else_is_not_the_year():
    assert found("وصل في يناير، 2000 لاجئ") == [("يناير", "XXXX-01")]
    assert found("وصل في يناير\n2026 لاجئ") == [("يناير", "XXXX-01")]
    assert found("في 20 يناير 300 جريح") == [("20 يناير", "XXXX-01-20")]


def test_places_are_of_the_original_with_all_its_marks():
    text = "«في \u202b٢٠ كانونِ الثّاني ٢٠٢٦\u202c» أو ١ شعبان ١٤٤٧ هـ"
    first, second = date_mentions(text)
    written = "٢٠ كانونِ الثّاني ٢٠٢٦"
    start = text.index(written)
    assert first == DateMention(start, start + len(written), "2026-01-20", "gregorian", written)
    assert (second.text, second.end) == ("١ شعبان ١٤٤٧ هـ", len(text))


@given(texts | st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=14).map("".join))
def test_mentions_stand_in_the_text_one_after_another(text):
    done = 0
    for mention in date_mentions(text):
        assert done <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        done = mention.end
    latest_full_date(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1/",
        "1.1.",
        "٣",
        "يناير ",
        "يناير",
        "كانون الثاني/",
        "يناير (",
        "((",
        "عام 2013 و",
        "الأول من ",
        "20 من شهر ",
        " ",
        "يَ",
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece):
    text = f"20 يناير {piece * (100_000 // len(piece))}"
    began = process_time()
    date_mentions(text)
    publication_date(text)
    latest_full_date(text)
    # A hundredth of what quadratic time would be, and ten times what it takes.
    assert process_time() - began < 5
