"""Texts of no known shape: one article, marked for review."""

import pytest

from tests.corpus.builder import read
from tests.corpus.texts import FIRST, HARVEST, HARVEST_DECK, SECOND


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
