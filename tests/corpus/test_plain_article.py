"""The plain article, known by its dateline."""

import pytest

from articles.corpus.pages.datelines import dateline_place
from articles.corpus.records import PARAGRAPH, BlockRecord
from tests.corpus.builder import parts, read
from tests.corpus.texts import BRIDGE, FIRST, HARVEST, HARVEST_DECK, LIBRARY, OLIVES, PRICES, SECOND, THIRD

DATED = BlockRecord(
    PARAGRAPH, "حيفا - بدأ مئات المزارعين قطف ثمار الزيتون في حقول الجليل، قبل أسبوعين من موعده المعتاد."
)
CLOSED_DECK = "المزارعون يتوقعون محصولاً وفيراً، والتجار يخشون أن تهبط الأسعار."


def test_headline_deck_dateline_paragraphs():
    page = read([HARVEST, "", CLOSED_DECK, "", DATED.text, "", SECOND.text, THIRD.text])
    (record,) = page.articles
    assert page.template == "plain article"
    assert not page.needs_review
    assert (record.headline, record.deck, record.place) == (HARVEST, CLOSED_DECK, "حيفا")
    assert record.blocks == (DATED, SECOND, THIRD)
    assert (record.first_line, record.last_line) == (1, 8)


@pytest.mark.parametrize("deck", [None, HARVEST_DECK, CLOSED_DECK])
def test_the_deck_is_optional_and_ends_in_any_way(deck):
    record = read([line for line in (HARVEST, deck, DATED.text, SECOND.text) if line]).articles[0]
    assert (record.deck, record.blocks) == (deck, (DATED, SECOND))


def test_a_picture_above_the_dateline():
    record = read(
        [HARVEST, "", CLOSED_DECK, "", f"{OLIVES.text} ({OLIVES.credit})", "", DATED.text, SECOND.text]
    ).articles[0]
    assert (record.deck, record.blocks, record.place) == (CLOSED_DECK, (OLIVES, DATED, SECOND), "حيفا")


def test_subheadings_and_share_lines():
    page = read([HARVEST, "شارك", CLOSED_DECK, DATED.text, PRICES.text, SECOND.text, "نسخ الرابط"])
    assert page.articles[0].blocks == (DATED, PRICES, SECOND)
    assert [dropped.reason for dropped in page.furniture] == ["share line", "share line"]


def test_related_articles_below():
    page = read([HARVEST, DATED.text, SECOND.text, "", "مواضيع ذات صلة", "أول قطار كهربائي يصل إلى وهران"])
    assert page.articles[0].blocks == (DATED, SECOND)
    assert [(card.kind, card.headline) for card in parts(page)[1]] == [("related", "أول قطار كهربائي يصل إلى وهران")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("إسطنبول - رحب التحالف الذي تشكل قبل أعوام بالقرار.", "إسطنبول"),
        ("رام الله – أعلن محافظ المدينة إغلاق الطريق الشمالي.", "رام الله"),
        ("بيروت- قال وزير الأشغال إن الطريق سيفتح غداً.", "بيروت"),
        ("القاهرة (رويترز) - ارتفعت أسعار القمح في المعاملات المبكرة.", "القاهرة"),
        ("كييف - تصاعد التوتر الروسي - الأوكراني في البحر الأسود.", "كييف"),
        ("ريو دي جانيرو - أعلنت الشرطة القبض على ثلاثة رجال.", "ريو دي جانيرو"),
        ("دُبي ـ بدأت أعمال مؤتمر المناخ في مدينة إكسبو.", "دُبي"),
        ("الوزير - الذي حضر الاجتماع - قال إن القرار نهائي.", None),
        ("محمد سعيد - طبيب القرية - زار المرضى في بيوتهم.", None),
        ("المواجهات التركية - الكردية تتجدد شمال البلاد كل صيف.", None),
        ("واس - الرياض: استقبل وزير المياه وفداً من المزارعين.", None),
        ("وقال - بعد صمت طويل - إنه لن يعود إلى القرية.", None),
        ("في الحقول - كما في البيوت - ينتظر الناس المطر هذا العام.", None),
        ("اتفقت 12 دولة على خفض الرسوم - لا إلغائها - العام المقبل.", None),
        ("حيفا - نص قصير", None),
    ],
)
def test_datelines(text, place):
    assert dateline_place(text) == place


def test_only_the_first_paragraph_has_a_dateline():
    second = BlockRecord(PARAGRAPH, "عكا - نقل مراسلون عن صيادين قولهم إن البحر هائج منذ يومين.")
    assert read([HARVEST, DATED.text, FIRST.text, second.text]).articles[0].place == "حيفا"


LINKS = ["اقرأ أيضاً", BRIDGE, LIBRARY]


def test_a_list_in_the_midst_of_the_text_ends_no_article():
    page = read([HARVEST, DATED.text, *LINKS, SECOND.text, THIRD.text])
    assert page.articles[0].blocks == (DATED, SECOND, THIRD)
    assert [card.headline for card in page.cards] == [BRIDGE, LIBRARY]


def test_a_last_paragraph_below_links_is_of_the_text_if_it_begins_with_and():
    assert read([HARVEST, DATED.text, *LINKS, SECOND.text]).articles[0].blocks == (DATED, SECOND)
    (_, card) = read([HARVEST, DATED.text, *LINKS, FIRST.text]).cards
    assert (card.headline, card.teaser) == (LIBRARY, FIRST.text)


def test_a_subheading_below_links_is_none():
    page = read([HARVEST, DATED.text, *LINKS, PRICES.text, SECOND.text, THIRD.text])
    assert page.articles[0].blocks == (DATED, PRICES, SECOND, THIRD)


def test_a_link_in_one_line_with_its_heading():
    page = read([HARVEST, DATED.text, f"اقرأ أيضاً: {BRIDGE}", SECOND.text])
    assert page.articles[0].blocks == (DATED, SECOND)
    assert [card.headline for card in page.cards] == [BRIDGE]


def test_tags_below_the_text():
    page = read([HARVEST, DATED.text, SECOND.text, "كلمات مفتاحية", "زيتون", "#موسم_القطاف", "الأكثر قراءة", BRIDGE])
    assert page.articles[0].blocks == (DATED, SECOND)
    assert page.articles[0].known.tags == ("زيتون", "موسم القطاف")
    assert [(card.kind, card.headline) for card in page.cards] == [("latest", BRIDGE)]


@pytest.mark.parametrize("section", ["أخبار عربية", "محليات", "المشرق العربي"])
def test_sections_on_the_way_from_the_home_page_are_no_headline(section):
    page = read(["الرئيسية", section, HARVEST, DATED.text, SECOND.text])
    assert page.articles[0].headline == HARVEST
    assert [line.reason for line in page.furniture] == ["page line", "menu line"]
    assert read([section, HARVEST, DATED.text]).articles[0].headline == section
