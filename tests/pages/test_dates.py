"""Browsing by date."""

import datetime

import pytest

from articles.models import Article
from tests.pages.reading import headlines, words
from tests.pages.rows import make_article


def make_period(headline: str, edtf: str, first: str, last: str) -> Article:
    return make_article(
        headline,
        published=edtf,
        published_from=datetime.date.fromisoformat(first),
        published_to=datetime.date.fromisoformat(last),
    )


@pytest.fixture
def dated(db):
    make_article("خبر اليوم", day="2026-01-20")
    make_article("خبر الأمس", day="2026-01-19")
    make_period("خبر الشهر", "2026-01", "2026-01-01", "2026-01-31")
    make_period("خبر السنة", "2026", "2026-01-01", "2026-12-31")
    make_period("خبر الليلة الأخيرة", "2025-12-31/2026-01-01", "2025-12-31", "2026-01-01")
    make_article("خبر قديم", day="1998-07-05")
    make_article("خبر بلا تاريخ")


def test_years_lead_to_months(client, dated):
    html = client.get("/dates/").content.decode()
    for address in ("/dates/2026/", "/dates/2026/01/", "/dates/1998/", "/dates/1998/07/", "/dates/undated/"):
        assert f'href="{address}"' in html
    assert html.index('href="/dates/2026/"') < html.index('href="/dates/1998/"')


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/dates/2026/", ["خبر السنة", "خبر الشهر", "خبر اليوم", "خبر الأمس", "خبر الليلة الأخيرة"]),
        ("/dates/2025/", ["خبر الليلة الأخيرة"]),
        ("/dates/2026/01/", ["خبر الشهر", "خبر اليوم", "خبر الأمس"]),
        ("/dates/2026/01/20/", ["خبر اليوم"]),
        ("/dates/2026/02/", []),
        ("/dates/undated/", ["خبر بلا تاريخ"]),
    ],
)
def test_a_period_lists_what_is_of_it(client, dated, address, found):
    assert headlines(client.get(address)) == found


def test_a_withdrawn_article_is_in_no_period(client, dated):
    Article.objects.update(status="withdrawn")
    for address in ("/dates/", "/dates/2026/", "/dates/2026/01/20/", "/dates/undated/"):
        assert "خبر" not in words(client.get(address))


@pytest.mark.parametrize("address", ["/dates/2026/13/", "/dates/2026/02/30/", "/dates/0000/", "/dates/26/"])
def test_a_day_that_never_was_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/dates/9999/", "/dates/2019/", "/dates/2026/02/", "/dates/2026/01/21/"])
def test_a_period_without_articles_is_no_page(client, archive, address):
    assert client.get(address).status_code == 404
