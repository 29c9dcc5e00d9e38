"""Any slice of any result is exact, and so is its order."""

from datetime import date

import pytest

from articles.search.outbox import apply_changes
from tests.search.archive import add, ask, found, headlines


@pytest.fixture
def forty(db):
    for number in range(40):
        add(f"عدد {number}", "ماء " * (number % 5 + 1))
    apply_changes()


@pytest.mark.parametrize("query", ["", "ماء"])
@pytest.mark.parametrize(
    ("offset", "limit"), [(0, 10), (15, 10), (3, 7), (39, 10), (35, 10), (40, 5), (900, 5), (0, 0), (10, 0)]
)
def test_a_slice_is_that_part_of_the_whole(forty, query, offset, limit):
    whole = found(query, limit=100)
    page = ask(query, offset=offset, limit=limit)
    assert [hit.article_id for hit in page.hits] == whole[offset : offset + limit]
    assert page.total == 40


def test_scores_fall(forty):
    scores = [hit.score for hit in ask("ماء").hits]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1] > 0


@pytest.fixture
def dated(db):
    add("أول بلا تاريخ", "خبر")
    add("القديم", "خبر", day=date(2019, 5, 1))
    add("الحديث", "خبر خبر خبر", day=date(2025, 2, 1))
    add("ثان بلا تاريخ", "خبر خبر")
    add("الأوسط", "خبر", day=date(2021, 7, 9))
    apply_changes()


@pytest.mark.parametrize("query", ["", "خبر"])
def test_newest_first_the_undated_last_and_of_these_the_last_added_first(dated, query):
    order = ["الحديث", "الأوسط", "القديم", "ثان بلا تاريخ", "أول بلا تاريخ"]
    assert headlines(query, sort="newest") == order


@pytest.mark.parametrize("query", ["", "خبر"])
def test_oldest_first_the_undated_last(dated, query):
    assert headlines(query, sort="oldest")[:3] == ["القديم", "الأوسط", "الحديث"]


def test_everything_comes_newest_first(dated):
    assert headlines("") == headlines("", sort="newest")
    assert headlines("  \n") == headlines("", sort="newest")
