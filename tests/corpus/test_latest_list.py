"""The page that begins with a list of latest news."""

import pytest

from articles.corpus.records import PARAGRAPH, BlockRecord
from tests.corpus.builder import card, parts, read
from tests.corpus.texts import BRIDGE, COST, CROSSING, FIRST, SECOND

LATEST = [
    card("قطار الشرق السريع يعود إلى إسطنبول", kind="latest", teaser="يعود القطار الشهير إلى محطة سيركجي بعد غياب..."),
    card("“الطقس لن ينتظر”.. تحذير من سيول في الجنوب", kind="latest", teaser="حذرت الأنواء الجوية، اليوم الأحد،..."),
    card("لماذا ارتفع سعر القهوة؟", kind="latest", teaser="  يرى تجار أن الجفاف في البرازيل...".strip()),
]
HEADING, RELATED, SHARE = "اخر الاخبار", "ذات صلة", "شارك على مواقع التواصل"


def spaced(*lines):
    return [part for line in lines for part in (line, "")]


def listed(cards):
    return [line for record in cards for line in (record.headline, record.teaser) if line]


PAGE = spaced(HEADING, *listed(LATEST), RELATED, BRIDGE, SHARE, CROSSING.text, COST.text)


def check(lines, cards=LATEST, blocks=(CROSSING, COST)):
    page = read(lines)
    assert page.template == "latest list"
    assert parts(page)[1] == cards
    assert [(record.headline, record.blocks) for record in page.articles] == [(BRIDGE, blocks)]
    return page


def test_the_usual_page():
    page = check(PAGE)
    assert not page.needs_review
    assert [dropped.reason for dropped in page.furniture] == ["list heading", "list heading", "share line"]
    assert (page.articles[0].first_line, page.articles[0].last_line) == (17, 23)


def test_no_blank_lines():
    check([line for line in PAGE if line])


@pytest.mark.parametrize("missing", [RELATED, SHARE])
def test_heading_or_share_line_may_be_absent(missing):
    check([line for line in PAGE if line != missing])


def test_both_may_be_absent():
    check([line for line in PAGE if line not in (RELATED, SHARE)])


@pytest.mark.parametrize("heading", ["آخر الأخبار", "أحدث الأخبار:", "آخِر الأخبار"])
def test_other_wordings(heading):
    check([heading, *PAGE[1:]])


def test_a_teaser_may_be_absent():
    cards = [LATEST[0], card(LATEST[1].headline, kind="latest"), LATEST[2]]
    check(spaced(HEADING, *listed(cards), RELATED, BRIDGE, SHARE, CROSSING.text, COST.text), cards)


def test_a_teaser_may_be_a_whole_sentence():
    whole = card("متحف السكك يفتح أبوابه", kind="latest", teaser="يضم المتحف ثلاثين قاطرة من القرن الماضي.")
    check(
        spaced(HEADING, *listed([*LATEST, whole]), RELATED, BRIDGE, SHARE, CROSSING.text, COST.text), [*LATEST, whole]
    )


def test_related_cards_stand_above_the_headline():
    related = card("أول محطة لتحلية المياه في البصرة", teaser="تبدأ المحطة عملها مطلع الشهر...")
    lines = spaced(HEADING, *listed(LATEST), RELATED, *listed([related]), BRIDGE, SHARE, CROSSING.text, COST.text)
    check(lines, [*LATEST, related])


def test_related_cards_stand_below_the_article():
    related = card("أول محطة لتحلية المياه في البصرة", teaser="تبدأ المحطة عملها مطلع الشهر...")
    lines = spaced(HEADING, *listed(LATEST), BRIDGE, SHARE, CROSSING.text, COST.text, RELATED, *listed([related]))
    check(lines, [*LATEST, related])


def test_a_share_line_below_the_article():
    check(spaced(HEADING, *listed(LATEST), RELATED, BRIDGE, CROSSING.text, COST.text, SHARE))


def test_share_lines_around_the_article():
    page = check([*PAGE, SHARE, "", "طباعة"])
    assert [dropped.reason for dropped in page.furniture][-3:] == ["share line", "share line", "print line"]


def test_a_deck_between_headline_and_share_line():
    deck = "يختصر الطريق على سكان حيين قديمين"
    page = check(spaced(HEADING, *listed(LATEST), RELATED, BRIDGE, deck, SHARE, CROSSING.text, COST.text))
    assert page.articles[0].deck == deck


def test_a_page_with_one_paragraph():
    check(spaced(HEADING, *listed(LATEST), RELATED, BRIDGE, SHARE, CROSSING.text), blocks=(CROSSING,))


def test_a_short_headline_that_looks_like_a_name():
    cards = [LATEST[0], card("حريق في بيروت", kind="latest", teaser="اندلع حريق كبير في مستودع..."), LATEST[2]]
    check(spaced(HEADING, *listed(cards), RELATED, BRIDGE, SHARE, CROSSING.text, COST.text), cards)


def test_a_headline_with_brackets_at_its_end():
    cards = [LATEST[0], card("حريق في المرفأ (فيديو)", kind="latest", teaser="اندلع حريق كبير في مستودع...")]
    check(spaced(HEADING, *listed(cards), RELATED, BRIDGE, SHARE, CROSSING.text, COST.text), cards)


def test_a_list_without_article_is_reviewed():
    page = read(spaced(HEADING, *listed(LATEST)))
    assert page.articles == ()
    assert parts(page)[1] == LATEST
    assert page.needs_review


def test_dateline():
    dated = BlockRecord(PARAGRAPH, "بغداد - افتتحت البلدية جسراً للمشاة يصل حيين قديمين.")
    page = check(
        spaced(HEADING, *listed(LATEST), RELATED, BRIDGE, SHARE, dated.text, FIRST.text, SECOND.text),
        blocks=(dated, FIRST, SECOND),
    )
    assert page.articles[0].place == "بغداد"


def test_links_in_the_midst_of_the_text():
    link = card("مكتبة حلب تستعيد مخطوطاتها")
    lines = spaced(HEADING, *listed(LATEST), RELATED, BRIDGE, SHARE, CROSSING.text, "اقرأ أيضاً", link.headline)
    check([*lines, COST.text, SECOND.text], cards=[*LATEST, link], blocks=(CROSSING, COST, SECOND))
