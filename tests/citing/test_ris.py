"""RIS, as rispy reads it."""

from dataclasses import replace
from datetime import date

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from articles.citing.fields import one_line
from articles.citing.ris import ris
from tests.citing.articles import BARE, FULL, hostile_articles


def read(*articles, **options):
    return rispy.loads("".join(ris(articles, **options)))


def test_a_newspaper_article_has_its_paper_date_and_both_addresses():
    [record] = read(FULL, accessed=date(2026, 11, 22))
    assert record["type_of_reference"] == "NEWS"
    assert record["authors"] == ["ليلى الخطيب", "صحيفة المرفأ"]
    assert record["title"] == FULL.headline
    assert record["secondary_title"] == "صحيفة المرفأ"
    assert (record["year"], record["date"], record["access_date"]) == ("2026", "2026/01/20/", "2026/11/22/")
    assert record["keywords"] == ["سوريا", "دونالد ترمب"]
    assert record["urls"] == [FULL.address]
    assert record["file_attachments2"] == FULL.original
    assert "Dateline: دمشق" in record["notes"]


def test_what_is_not_known_is_left_out():
    [record] = read(BARE)
    assert not {"authors", "secondary_title", "date", "year", "notes"} & set(record)


@pytest.mark.parametrize(
    ("published", "written"),
    [("2026-01", "2026/01//"), ("2026~", "2026///approximate"), ("2026?", "2026///uncertain"), ("2026-21", "2026///")],
)
def test_a_date_says_how_well_it_is_known(published, written):
    [record] = read(replace(FULL, published=published))
    assert record["date"] == written


@given(st.lists(hostile_articles(), max_size=3))
def test_hostile_text_stays_in_its_field(articles):
    records = read(*articles)
    assert [record["type_of_reference"] for record in records] == ["NEWS"] * len(articles)
    for record, article in zip(records, articles, strict=True):
        assert record.get("title", "") == one_line(article.headline)
        assert record.get("authors", []) == [name for author in article.authors if (name := one_line(author.text))]
