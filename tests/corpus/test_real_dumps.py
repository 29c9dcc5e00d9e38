"""The five real dumps, against their exact parse."""

import json
from dataclasses import asdict

import pytest

from articles.corpus.pages import read_page
from articles.corpus.records import CAPTION
from tests.paths import SHARED

EXPECTED = SHARED / "expected" / "seeds.json"
CASES = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.exists() else []

pytestmark = pytest.mark.skipif(not CASES, reason=f"the reference parse is not here: {EXPECTED.name}")


@pytest.fixture(params=CASES, ids=lambda case: case["dump"][:3])
def case(request):
    return request.param


@pytest.fixture
def page(case):
    return read_page(case["dump"], (SHARED / "seeds" / case["dump"]).read_bytes())


def test_articles_are_the_expected_ones(case, page):
    assert [_article(record) for record in page.articles] == case["articles"]


def test_cards_are_the_expected_ones(case, page):
    expected = [{name: value for name, value in card.items() if name != "full_text_in_dump"} for card in case["cards"]]
    assert [_without(asdict(card), "media", "known") for card in page.cards] == expected


def test_the_shape_is_known(page):
    assert not page.needs_review
    assert page.template != "unknown"


def test_films_are_marked():
    pages = [read_page(case["dump"], (SHARED / "seeds" / case["dump"]).read_bytes()) for case in CASES]
    assert [card.media for page in pages for card in page.cards if card.media] == ["play-circle"] * 2


def _article(record):
    blocks = [_block(asdict(block)) for block in record.blocks]
    return {"role": record.role, "headline": record.headline, "deck": record.deck, "blocks": blocks} | {
        "place": record.place,
        "first_line": record.first_line,
        "last_line": record.last_line,
    }


def _block(block):
    return block if block["kind"] == CAPTION else _without(block, "credit")


def _without(fields, *names):
    return {key: value for key, value in fields.items() if key not in names}
