"""The parser gives the reference of every sample page: article by article, block by block, card by card."""

from dataclasses import asdict

import pytest

from articles.corpus.pages import read_page
from articles.corpus.records import CAPTION
from tests.samples.reference import SEEDS, expected_pages

PAGES = sorted(expected_pages())


def read(name):
    return read_page(name, (SEEDS / name).read_bytes())


def block_as_reference(block) -> dict:
    """A block in the words of the reference, where only a caption has a credit, though it be none."""
    return {key: value for key, value in asdict(block).items() if key != "credit" or block.kind == CAPTION}


def article_as_reference(article) -> dict:
    """An article in the words of the reference; a page knows nothing beyond what it shows."""
    shown = {key: value for key, value in asdict(article).items() if key != "known"}
    return {**shown, "blocks": [block_as_reference(block) for block in article.blocks]}


def card_as_reference(card) -> dict:
    """A card in the words of the reference, which has no mark of a film: that has a test of its own."""
    return {key: value for key, value in asdict(card).items() if key not in ("media", "known")}


def expected_cards(name) -> list[dict]:
    """The reference's cards, without the whole text of a card: that is for the importer to find."""
    return [
        {key: value for key, value in card.items() if key != "full_text_in_dump"}
        for card in expected_pages()[name]["cards"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_articles(name):
    articles = [article_as_reference(article) for article in read(name).articles]
    assert articles == expected_pages()[name]["articles"]


@pytest.mark.parametrize("name", PAGES)
def test_cards(name):
    assert [card_as_reference(card) for card in read(name).cards] == expected_cards(name)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_refused_or_marked_for_review(name):
    page = read(name)
    assert (page.rejections, page.needs_review) == ((), False)


def test_marks_of_films_are_kept_apart_from_captions():
    marked = {(name, card.headline) for name in PAGES for card in read(name).cards if card.media == "play-circle"}
    assert marked == {
        ("01_mosul_minaret.txt", "البابا فرنسيس يصلّي بين أطلال كنائس الموصل"),
        ("03_pkk_weapons.txt", "أوجلان في تسجيل مصوّر للمرة الأولى منذ ربع قرن"),
        ("06_gaza_exchange.txt", "ترمب أمام الكنيست: الحرب الطويلة انتهت"),
        ("07_gaza_exchange_second_outlet.txt", "ترامب يطلب من الرئيس الإسرائيلي العفو عن نتنياهو"),
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_line_belongs_to_something(name):
    """No words of a page are lost: each line stands in an article, in a card or among the furniture."""
    page = read(name)
    held = {line.line for line in page.furniture}
    for part in (*page.articles, *page.cards):
        held.update(range(part.first_line, part.last_line + 1))
    lines = (SEEDS / name).read_text(encoding="utf-8").splitlines()
    lost = [(number, line) for number, line in enumerate(lines, start=1) if line.strip() and number not in held]
    assert lost == []
