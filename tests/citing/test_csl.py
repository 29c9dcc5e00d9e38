"""CSL-JSON."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.csl import csl
from articles.citing.fields import one_line
from tests.citing.articles import BARE, FULL, hostile_articles


def read(*articles, **options):
    return json.loads("".join(csl(articles, **options)))


def test_a_newspaper_article_has_its_paper_date_and_both_addresses():
    [item] = read(FULL, accessed=date(2026, 11, 22))
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"literal": "ليلى الخطيب"}, {"literal": "صحيفة المرفأ"}]
    assert item["container-title"] == "صحيفة المرفأ"
    assert item["issued"] == {"date-parts": [[2026, 1, 20]]}
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}
    assert item["URL"] == FULL.address
    assert FULL.original in item["note"]


def test_no_article_is_an_empty_array():
    assert read() == []


def test_what_is_not_known_is_left_out():
    [item] = read(BARE)
    assert set(item) == {"id", "type", "title", "archive", "archive_location", "URL"}


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2026-01", {"date-parts": [[2026, 1]]}),
        ("2026~", {"date-parts": [[2026]], "circa": True}),
        ("2026-24", {"date-parts": [[2026]], "season": 4}),
        ("202X", {"date-parts": [[2020], [2029]]}),
        ("2026-01-20/2026-02", {"date-parts": [[2026, 1, 20], [2026, 2]]}),
        ("2026/..", {"literal": "since 2026"}),
        ("some day", {"literal": "some day"}),
    ],
)
def test_a_date_says_how_well_it_is_known(published, issued):
    [item] = read(replace(FULL, published=published))
    assert item["issued"] == issued


@given(st.lists(hostile_articles(), max_size=3))
def test_any_articles_are_one_array(articles):
    assert [item.get("title", "") for item in read(*articles)] == [one_line(article.headline) for article in articles]
