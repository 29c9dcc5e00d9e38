"""Texts of no known shape: one article, marked for review."""

import pytest

from tests.corpus.builder import read
from tests.corpus.texts import BRIDGE, FIRST, HARVEST, HARVEST_DECK, LIBRARY, SECOND, THIRD


def unknown(lines):
    page = read(lines)
    assert page.template == "unknown"
    assert page.needs_review
    assert page.cards == ()
    (record,) = page.articles
    return record, page


def test_first_line_is_the_headline_and_the_rest_paragraphs():
    record, page = unknown([HARVEST, "", HARVEST_DECK, "", FIRST.text, "", "أسعار مرتفعة", "", SECOND.text])
    assert (record.role, record.headline, record.deck, record.place) == ("main", HARVEST, None, None)
    assert [block.text for block in record.blocks] == [HARVEST_DECK, FIRST.text, "أسعار مرتفعة", SECOND.text]
    assert {block.kind for block in record.blocks} == {"paragraph"}
    assert page.furniture == ()


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_headline_alone(end):
    record, _ = unknown([HARVEST + end])
    assert (record.headline, record.blocks, record.first_line, record.last_line) == (HARVEST, (), 1, 1)


def test_a_whole_text_on_one_line():
    text = " ".join([FIRST.text, SECOND.text] * 5)
    record, _ = unknown([text])
    assert text.startswith(record.headline.removesuffix("…"))
    assert len(record.headline) <= 251
    assert [block.text for block in record.blocks] == [text]


def test_share_lines_are_dropped():
    record, page = unknown(["شارك", HARVEST, FIRST.text, "طباعة", SECOND.text])
    assert [block.text for block in record.blocks] == [FIRST.text, SECOND.text]
    assert [(dropped.line, dropped.reason) for dropped in page.furniture] == [(1, "share line"), (4, "print line")]


def test_a_poem_that_opens_with_its_title():
    record, page = unknown(["يا جارة الوادي", "", "يا جارة الوادي", "طربت وعادني", "ما يشبه الأحلام"])
    assert [block.text for block in record.blocks] == ["طربت وعادني", "ما يشبه الأحلام"]
    assert [dropped.reason for dropped in page.furniture] == ["repeated headline"]


def test_nothing_but_furniture():
    page = read(["شارك", "TT"])
    assert (page.articles, page.cards, page.needs_review) == ((), (), True)
    assert [dropped.text for dropped in page.furniture] == ["شارك", "TT"]


def test_another_script():
    record, _ = unknown(["Olive harvest begins", "", "Farmers in Galilee began picking olives on Monday."])
    assert record.headline == "Olive harvest begins"


def test_a_list_and_tags_at_the_foot_are_none_of_the_text():
    page = read([HARVEST, FIRST.text, SECOND.text, "الوسوم", "زيتون", "مواضيع ذات صلة", BRIDGE, LIBRARY])
    assert (page.template, [block.text for block in page.articles[0].blocks]) == ("unknown", [FIRST.text, SECOND.text])
    assert page.articles[0].known.tags == ("زيتون",)
    assert [card.headline for card in page.cards] == [BRIDGE, LIBRARY]


def test_what_may_go_on_below_a_list_is_kept_as_text():
    record, _ = unknown([HARVEST, FIRST.text, "مواضيع ذات صلة", SECOND.text, BRIDGE, LIBRARY, HARVEST_DECK, THIRD.text])
    assert record.blocks[-1].text == THIRD.text


def test_what_a_page_sets_below_everything_is_no_text():
    record, page = unknown([HARVEST, FIRST.text, SECOND.text, "من نحن", "جميع الحقوق محفوظة © 2026"])
    assert [block.text for block in record.blocks] == [FIRST.text, SECOND.text]
    assert [line.reason for line in page.furniture] == ["page line", "page line"]


def test_a_menu_of_sections_is_no_headline():
    record, _ = unknown(["القائمة", "بحث", "سياسة", "اقتصاد", "عاجل", HARVEST, FIRST.text, SECOND.text])
    assert record.headline == HARVEST


def test_links_in_the_midst_are_cards():
    page = read([HARVEST, FIRST.text, "اقرأ أيضاً", BRIDGE, SECOND.text, THIRD.text])
    assert [block.text for block in page.articles[0].blocks] == [FIRST.text, SECOND.text, THIRD.text]
    assert [card.headline for card in page.cards] == [BRIDGE]
