"""Nothing that can be typed is an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search.language.mistakes import MOST_WORDS
from articles.search.searching import SORTS
from tests.search.archive import add_and_index, ask

pytestmark = pytest.mark.django_db

HOSTILE = [
    "\x00",
    "\ud800 خبر \udfff",
    "(" * 1000,
    '"' * 999,
    "«" * 5000,
    '"«“' * 3000,
    "- - -",
    "-",
    "NOT",
    "NOT NOT خبر",
    "خبر AND OR NOT",
    "*:*",
    "خبر*",
    "text:خبر",
    'x") OR (*:*',
    "\\" * 100,
    "؟،؛٪",
    "خ" * 100_000,
    "خبر " * 30_000,
    "".join(f"كلمة{n} " for n in range(20_000)),
    "ﷺ ﷽ ﻻ",
    "\u202e\u200f\ufeff",
    "َُِّ" * 1000,
]


@pytest.fixture
def one_article():
    return add_and_index("خبر من البحر", "نص قصير جدا")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("sort", SORTS)
def test_a_hostile_query_has_an_answer(one_article, query, sort):
    page = ask(query, sort=sort)
    assert page.total in (0, 1)
    assert len(page.hits) == page.total


@pytest.mark.parametrize("query", ["؟،؛ ()", '"', "-", "***", "[]{}", "«»"])
def test_a_query_of_marks_alone_finds_nothing_and_the_page_says_so(one_article, query):
    page = ask(query)
    assert page.total == 0
    assert page.is_empty_question


@pytest.mark.parametrize("query", ["", " \n", "خبر", "من", "-خبر", "غائب"])
def test_no_question_at_all_or_one_with_a_word_is_not_empty(one_article, query):
    assert not ask(query).is_empty_question


def test_words_beyond_the_limit_are_not_searched_and_the_page_says_so(one_article):
    page = ask("خبر " * (MOST_WORDS - 1) + "بحر " + "غائب")
    assert page.is_cut
    assert page.total == 1
    assert not ask("خبر بحر").is_cut


PIECES = st.sampled_from(
    [
        "خبر",
        "البحر",
        '"',
        "«",
        "»",
        "“",
        "”",
        "-",
        "NOT ",
        " ",
        "(",
        ")",
        "*",
        ":",
        "على",
        "81",
        "ـ",
        "\u064e",
        "\u200f",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join)))
def test_any_query_has_an_answer(one_article, query):
    page = ask(query)
    assert len(page.hits) == page.total <= 1
