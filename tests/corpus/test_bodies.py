"""Paragraphs, subheadings and captions of a body."""

import pytest

from articles.corpus.records import CAPTION, PARAGRAPH, SUBHEADING, BlockRecord
from tests.corpus.builder import article, article_lines, read
from tests.corpus.texts import FIRST, HARVEST, OLIVES, SECOND, THIRD


def block(line):
    """Read a line amid the paragraphs of an article."""
    lines = article_lines(article(HARVEST, OLIVES, FIRST, SECOND, BlockRecord(PARAGRAPH, line), THIRD))
    blocks = read(lines).articles[0].blocks
    assert blocks[:3] == (OLIVES, FIRST, SECOND)
    assert blocks[4:] == (THIRD,)
    return blocks[3]


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("جرّار في حقل قرب سخنين (رويترز)", "جرّار في حقل قرب سخنين", "رويترز"),
        ("أكياس الزيتون أمام المعصرة (أرشيفية - أ.ف.ب)", "أكياس الزيتون أمام المعصرة", "أرشيفية - أ.ف.ب"),
        ("وزير الزراعة خلال جولته (حساب الوزير في «إكس»)", "وزير الزراعة خلال جولته", "حساب الوزير في «إكس»"),
        ("عناصر من الدفاع المدني (دفم) يخمدون حريقاً (أ.ب)", "عناصر من الدفاع المدني (دفم) يخمدون حريقاً", "أ.ب"),
        (
            "لقاء المزارعين في البلدة... الأسبوع الماضي (البلدية)",
            "لقاء المزارعين في البلدة... الأسبوع الماضي",
            "البلدية",
        ),
        ("وفد المزارعين عند مدخل البرلمان (أ ف ب)", "وفد المزارعين عند مدخل البرلمان", "أ ف ب"),
        ("صفوف من الجرار الفخارية (رويترز) play-circle", "صفوف من الجرار الفخارية", "رويترز"),
        ("ثمار معروضة في «سوق الأحد» (رويترز)", "ثمار معروضة في «سوق الأحد»", "رويترز"),
    ],
)
def test_a_noun_phrase_with_a_credit_is_a_caption(line, text, credit):
    assert block(line) == BlockRecord(CAPTION, text, credit)


@pytest.mark.parametrize(
    "line",
    [
        "ودعت النقابة إلى دمج المزارعين في «اتحاد فلاحي الجليل» (افج).",
        "ودعت النقابة إلى دمج المزارعين في «اتحاد فلاحي الجليل» (افج)",
        "أعلنت النقابة رفضها قرار «اتحاد الفلاحين» (افج)",
        "وقالت المصادر إن الأمطار ستعود قبل نهاية الأسبوع (رويترز)",
        "هطلت أمطار غزيرة على البلدة. وغمرت المياه الطريق (رويترز)",
        "وكان الإنتاج قد تراجع منذ 7 أكتوبر (تشرين الأول)",
        "وخسر نصف المزارعين محصولهم (مقابل الثلث في العام الماضي)",
        "«سنعود إلى الحقول غداً».",
        "وهنا يبدأ الموسم.",
        "قال: نعم",
        "- القطاف باليد أفضل",
    ],
)
def test_sentences_are_paragraphs(line):
    assert block(line) == BlockRecord(PARAGRAPH, line)


@pytest.mark.parametrize(
    "line",
    [
        "أسعار مرتفعة",
        "وساطة عُمانية",
        "«زيت لكل بيت»",
        "ماذا بعد القطاف؟",
        "واشنطن والأسواق",
        "نقل المحصول بحراً",
        "خسائر المزارعين خلال أعوام الجفاف",
        "المرحلة 2",
    ],
)
def test_short_noun_phrases_are_subheadings(line):
    assert block(line) == BlockRecord(SUBHEADING, line)


@pytest.mark.parametrize(
    "line",
    [
        "مزارع من قرية الرامة يعرض محصوله على رصيف السوق القديم",
        "رئيس النقابة متحدثاً في افتتاح المعرض",
        "مقاتلو «حركة التحرير» (حتم) في أثناء تدريبات قرب الحدود الشرقية",
    ],
)
def test_longer_noun_phrases_are_captions_without_credit(line):
    assert block(line) == BlockRecord(CAPTION, line)


def test_a_name_explained_on_the_page_credits_no_picture():
    explained = BlockRecord(PARAGRAPH, "واتفق «اتحاد الفلاحين» (افج) مع أصحاب المعاصر على سعر واحد للموسم.")
    line = "اجتماع أعضاء اتحاد الفلاحين وأصحاب المعاصر في البلدة أمس (افج)"
    lines = article_lines(article(HARVEST, FIRST, explained, BlockRecord(PARAGRAPH, line), THIRD))
    assert read(lines).articles[0].blocks[2] == BlockRecord(CAPTION, line)


def test_the_last_line_is_no_subheading():
    lines = article_lines(article(HARVEST, OLIVES, FIRST, SECOND, BlockRecord(PARAGRAPH, "خدمة الزراعة")))
    assert read(lines).articles[0].blocks[-1] == BlockRecord(PARAGRAPH, "خدمة الزراعة")


def test_a_caption_may_be_last():
    lines = article_lines(article(HARVEST, OLIVES, FIRST, SECOND, BlockRecord(CAPTION, "غروب فوق الحقول", "رويترز")))
    assert read(lines).articles[0].blocks[-1] == BlockRecord(CAPTION, "غروب فوق الحقول", "رويترز")


def test_many_short_lines_in_a_row_are_a_list():
    items = [BlockRecord(PARAGRAPH, name) for name in ("زيتون نبالي", "زيتون صوري", "زيتون برنيع")]
    lines = article_lines(article(HARVEST, OLIVES, FIRST, *items, THIRD))
    assert read(lines).articles[0].blocks == (OLIVES, FIRST, *items, THIRD)


def test_where_paragraphs_have_no_full_stops_long_lines_are_paragraphs():
    texts = [
        "المزارعون في القرى الجبلية ينتظرون موسم القطاف بفارغ الصبر هذا العام أيضاً",
        "الأسعار في الأسواق المحلية هي الأعلى منذ خمسة أعوام على الأقل كما يقول التجار",
        "المعاصر القديمة في البلدة تعمل ليلاً ونهاراً لتلبية طلبات الزبائن من المدن",
    ]
    blocks = [BlockRecord(PARAGRAPH, text) for text in texts]
    assert read(article_lines(article(HARVEST, *blocks))).articles[0].blocks == tuple(blocks)


def test_paragraphs_need_no_blank_line_between():
    lines = [*article_lines(article(HARVEST, OLIVES, FIRST)), SECOND.text, THIRD.text]
    assert read(lines).articles[0].blocks == (OLIVES, FIRST, SECOND, THIRD)


def test_white_space_is_made_even_and_letters_stay():
    line = "\u00a0 \u00a0وتُباع\u00a0\u00a0العبوةُ  بــ12 دولاراً\tفي ﻟ«سوق الأحد»."
    assert block(line).text == "وتُباع العبوةُ بــ12 دولاراً في ﻟ«سوق الأحد»."


def test_the_headline_and_lead_caption_stand_nowhere_twice():
    lines = [*article_lines(article(HARVEST, OLIVES, FIRST)), HARVEST, f"{OLIVES.text} ({OLIVES.credit})", SECOND.text]
    assert read(lines).articles[0].blocks == (OLIVES, FIRST, SECOND)
