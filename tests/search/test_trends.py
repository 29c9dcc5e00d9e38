"""Articles over time, absolute and of each thousand."""

from datetime import date

import pytest

from articles.models import Source
from articles.search import outbox
from articles.search.searching import Filter, SearchRequest
from articles.search.trends import trends
from tests.search.archive import add

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def news():
    add("قمح", "وصل القمح", day=date(2024, 3, 1), source="الميناء")
    add("قمح", "وصل قمح آخر", day=date(2025, 5, 2), source="الميناء")
    add("شعير", "وصل الشعير", day=date(2025, 5, 9), source="الميناء")
    add("قمح", "غاب القمح", day=date(2025, 7, 9), source="السوق")
    add("قمح", "قمح بلا تاريخ")
    between = add("قمح", "قمح بين عامين")
    between.published_from, between.published_to = date(2024, 12, 1), date(2025, 1, 31)
    between.save()
    outbox.rebuild()


def test_articles_of_each_year_and_month():
    by_year, by_month = (trends([SearchRequest("قمح")], by)[0] for by in ("year", "month"))
    assert by_year.counts == {"2024": 2, "2025": 3}
    assert by_year.totals == {"2024": 2, "2025": 4}
    assert list(by_month.counts.items())[:2] == [("2024-03", 1), ("2024-12", 1)]
    assert (by_year.found, by_year.unplaced) == (5, 1)


def test_the_share_is_of_the_articles_of_the_same_period_and_source():
    source = str(Source.objects.get(name="الميناء").pk)
    everywhere, there = trends([SearchRequest("قمح"), SearchRequest("قمح", (Filter("source", source),))], "month")
    assert everywhere.share("2025-05") == 500
    assert there.share("2025-05") == 500
    assert there.share("2025-07") is None
    assert everywhere.share("2025-07") == 1000


def test_a_filter_by_year_holds_of_the_years_too():
    [trend] = trends([SearchRequest("قمح", (Filter("year", "2025"),))], "year")
    assert trend.found == 3
    assert trend.counts["2025"] == 3
