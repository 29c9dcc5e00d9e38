"""Cards of related articles, whatever part of them is missing."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.corpus.builder import RELATED_HEADING, article_lines, card, page_lines, parts, read
from tests.corpus.texts import CARDS, FERRY_CARD, MAIN_ARTICLE, MATCH_CARD, WELL_CARD

ABSENT = {
    "caption": {"caption": None, "credit": None},
    "section and caption": {"section": None, "caption": None, "credit": None},
    "section": {"section": None},
    "credit": {"credit": None},
    "section and credit": {"section": None, "credit": None},
    "teaser": {"teaser": None},
    "byline": {"byline": None, "place": None},
    "place": {"place": None},
    "teaser and byline": {"teaser": None, "byline": None, "place": None},
    "caption and teaser": {"caption": None, "credit": None, "teaser": None},
    "all but the headline": dict.fromkeys(("section", "caption", "credit", "teaser", "byline", "place")),
}


def cards_of(*lines):
    """Read cards below an article: the lines of a list as a page has them."""
    page = read([*article_lines(MAIN_ARTICLE), "", RELATED_HEADING, "", *lines])
    assert parts(page)[0] == [MAIN_ARTICLE]
    return page


def listed(cards):
    return parts(read(page_lines([MAIN_ARTICLE], cards)))[1]


@pytest.mark.parametrize("absent", ABSENT.values(), ids=ABSENT)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_any_part_of_any_card_may_be_absent(place, absent):
    cards = [replace(card, **absent) if number == place else card for number, card in enumerate(CARDS)]
    assert listed(cards) == cards


@pytest.mark.parametrize("absent", [part for name, part in ABSENT.items() if name != "all but the headline"])
def test_a_part_may_be_absent_from_all_cards(absent):
    cards = [replace(card, **absent) for card in CARDS]
    assert listed(cards) == cards


def test_lines_of_cards_do_not_overlap():
    page = read(page_lines([MAIN_ARTICLE], CARDS))
    assert all(above.last_line < below.first_line for above, below in pairwise(page.cards))
    assert page.cards[0].last_line - page.cards[0].first_line == 8
    assert page.cards[1].first_line == page.cards[0].last_line + 1


def test_a_section_alone_stands_before_the_headline():
    assert listed([FERRY_CARD, replace(WELL_CARD, caption=None, credit=None)])[1].section == "شمال افريقيا"


def test_a_section_is_known_in_other_spelling_and_kept_as_written():
    assert listed([FERRY_CARD, replace(WELL_CARD, section="شمال أفريقيا")])[1].section == "شمال أفريقيا"


def test_the_longest_section_wins():
    assert [card.section for card in listed(CARDS)] == ["المشرق العربي", "شمال افريقيا", "رياضة سعودية"]


def test_a_section_unknown_to_the_table_stays_with_the_caption():
    lines = ["منوعات فنان يوقّع لوحاته في ساحة القرية (غيتي)", "", WELL_CARD.headline, "", WELL_CARD.teaser]
    (found,) = parts(cards_of(*lines))[1]
    assert (found.section, found.caption, found.credit) == (None, "منوعات فنان يوقّع لوحاته في ساحة القرية", "غيتي")


def test_a_headline_may_begin_with_the_name_of_a_section():
    cards = [
        FERRY_CARD,
        card("أوروبا تفتح أسواقها لزيت الزيتون التونسي", teaser="قررت المفوضية رفع الحصة المعفاة من الرسوم."),
    ]
    assert listed(cards) == cards


@pytest.mark.parametrize(
    "headline", ["من يروي حقول القرية؟", "موسم ينتهي وآخر يبدأ...", "«زيت لكل بيت»", "عودة الطيور!"]
)
def test_headlines_end_in_any_way(headline):
    cards = [replace(FERRY_CARD, headline=headline), replace(WELL_CARD, headline=headline + " ثانية"), MATCH_CARD]
    assert listed(cards) == cards


def test_a_media_mark_is_kept():
    cards = [replace(FERRY_CARD, media="play-circle"), replace(WELL_CARD, media="play-circle"), MATCH_CARD]
    assert listed(cards) == cards


def test_a_media_mark_may_have_a_line_of_its_own():
    lines = ["الخليج ميناء الصيادين في مسقط (العمانية)", "play-circle", "", WELL_CARD.headline, "", WELL_CARD.teaser]
    (found,) = parts(cards_of(*lines))[1]
    assert (found.caption, found.credit, found.media) == ("ميناء الصيادين في مسقط", "العمانية", "play-circle")


def test_brackets_within_a_caption_are_no_credit():
    caption = "مقاتلون من حركة التحرير (حتم) عند مدخل البلدة"
    cards = [FERRY_CARD, replace(WELL_CARD, caption=caption, credit=None)]
    assert listed(cards) == cards


def test_brackets_within_a_caption_and_a_credit():
    cards = [FERRY_CARD, replace(WELL_CARD, caption="ناقلة تابعة لشركة الملاحة (ملتيم) في عرض البحر")]
    assert listed(cards) == cards


def test_nested_brackets_are_one_credit():
    cards = [FERRY_CARD, replace(WELL_CARD, credit="حساب الوزارة على «إكس» (تويتر سابقاً)")]
    assert listed(cards) == cards


def test_the_other_name_of_a_month_is_no_credit():
    cards = [FERRY_CARD, replace(WELL_CARD, caption="افتتاح المعرض يوم 12 أيلول (سبتمبر)", credit=None)]
    assert listed(cards) == cards


def test_a_caption_may_be_a_sentence():
    cards = [
        FERRY_CARD,
        replace(WELL_CARD, caption="استخدمت فرق الإنقاذ قوارب مطاطية صغيرة للوصول", credit="خفر السواحل"),
    ]
    assert listed(cards) == cards


@pytest.mark.parametrize(
    ("lines", "byline", "place"),
    [
        (["سلمى حداد (عمّان)", "رامي خوري (بيروت)"], "سلمى حداد، رامي خوري", "عمّان، بيروت"),
        (["سلمى حداد (عمّان) رامي خوري (بيروت)"], "سلمى حداد، رامي خوري", "عمّان، بيروت"),
        (["سلمى حداد (عمّان)", "رامي خوري (عمّان)"], "سلمى حداد، رامي خوري", "عمّان"),
        (["«الشرق الأوسط»"], "«الشرق الأوسط»", None),
        (["سلمى حداد"], "سلمى حداد", None),
        (["«الشرق الأوسط» (لندن - الرياض)"], "«الشرق الأوسط»", "لندن - الرياض"),
        (["(عمّان)"], None, "عمّان"),
    ],
)
def test_bylines(lines, byline, place):
    first = [FERRY_CARD.headline, "", FERRY_CARD.teaser, "", *lines]
    found = parts(cards_of(*first, "الخليج ميناء الصيادين (العمانية)", "", WELL_CARD.headline, "", WELL_CARD.teaser))[1]
    assert (found[0].byline, found[0].place) == (byline, place)
    assert found[1].section == "الخليج"


def test_a_caption_without_headline_is_dropped_and_reviewed():
    page = cards_of("الخليج ميناء الصيادين في مسقط (العمانية)")
    assert page.cards == ()
    assert page.furniture[-1].reason == "card without a headline"
    assert page.needs_review


def test_a_list_of_headlines_alone():
    cards = [card("أول قطار كهربائي يصل إلى وهران"), card("سوق السمك ينتقل إلى مبنى جديد قرب المرفأ")]
    lines = [line for record in cards for line in (record.headline, "")]
    assert parts(cards_of(*lines))[1] == cards


def test_cards_without_blank_lines():
    lines = [line for line in page_lines([MAIN_ARTICLE], CARDS) if line]
    assert parts(read(lines)) == ([MAIN_ARTICLE], CARDS)


@pytest.mark.parametrize("heading", ["مواضيع ذات صلة", "اقرأ أيضاً", "اقرأ أيضا:", "ذات صلة"])
def test_other_headings_of_the_list(heading):
    lines = [heading if line == RELATED_HEADING else line for line in page_lines([MAIN_ARTICLE], CARDS)]
    page = read(lines)
    assert parts(page) == ([MAIN_ARTICLE], CARDS)
    assert [dropped.text for dropped in page.furniture if dropped.reason == "list heading"] == [heading]
