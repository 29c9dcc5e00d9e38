"""Nothing that can be typed is an error: not to the search, and not to the page that shows its answer.

HYPOTHESIS_PROFILE=thorough tries twenty times as many random queries as `make test` does.
"""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.arabic.characters import BIDI_CONTROLS, INVISIBLE, TASHKEEL
from articles.search.language.fields import NAMES
from articles.search.language.mistakes import MOST_WILDCARDS, MOST_WORDS
from articles.search.searching import SORTS
from tests.effort import examples
from tests.search.archive import add_and_index, ask

pytestmark = pytest.mark.django_db


HOSTILE = [
    "\x00",
    "خ\x00بر",
    "\ud800 خبر \udfff",
    "(" * 1000,
    "(" * 1000 + "خبر" + ")" * 1000,
    ")" * 1000 + "(" * 1000,
    "-(" * 500 + "خبر" + ")" * 500,
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
    "*" * 5000,
    "خ*" * 3000,
    "خ* " * 3000,
    "خ" + "*ب" * 1000,
    "خ?" * 3000,
    "خ~ " * 2000,
    "خ" * 9000 + "~",
    "text:خبر",
    "عنوان:" * 1000 + "خبر",
    "تاريخ:" + "9" * 5000,
    "تاريخ:.. مذكور:.. date:9999-99-99..0000-00-00",
    "مذكور:12 مايو (" * 300,
    '"خبر نص"~' + "9" * 3000,
    '"' + "خبر " * 64 + '"~100',
    'x") OR (*:*',
    "\\" * 100,
    "؟،؛٪",
    string.punctuation * 200,
    "<script>alert(1)</script> {{ x }} {% load %} %s %d ${x}",
    "خ" * 100_000,
    "خبر " * 30_000,
    "".join(f"كلمة{n} " for n in range(20_000)),
    "ﷺ ﷽ ﻻ",
    "".join(BIDI_CONTROLS) * 100,
    "\u202eخبر\u202c -\u2066بحر\u2069",
    "َُِّ" * 1000,
    "خ" + "\u0301" * 5000,
    "👩‍👩‍👧‍👦 中文 \U0010ffff \ufffe",
]


@pytest.fixture
def one_article():
    return add_and_index("خبر من البحر", "نص قصير جدا")


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_has_an_answer_in_any_order(one_article, query):
    for sort in SORTS:
        page = ask(query, sort=sort)
        assert page.total in (0, 1)
        assert len(page.hits) == page.total


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_has_a_page(one_article, client, query):
    assert client.get("/search/", {"q": query.encode("utf-8", "surrogatepass")}, follow=True).status_code == 200


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


def test_no_more_words_are_compared_with_all_of_the_index_than_is_said(one_article):
    assert ask("خبز~").total == 1
    assert ask("خبر~ " * MOST_WILDCARDS + "-خبز~").total == 1
    assert len(ask("خبر~ " * (MOST_WILDCARDS + 1)).mistakes) == 1
    assert len(ask('"خبر البحر"~5 ' * (MOST_WILDCARDS + 2)).mistakes) == 2


WORDS = [
    "خبر",
    "البحر",
    "على",
    "من",
    "81",
    "٢٠٢٥",
    "مايو",
    "كانون الثاني",
    "Trump",
    "al jazeera",
    "a",
    "OR",
    "AND",
    "NOT",
    "أو",
]
MARKS = [*string.punctuation, *"«»‹›“”„؟،؛…–", "~>5", "~3", " -", " ", "\n", "\u00a0", "\x00", "ـ", "\u064e", "\ufeff"]
FIELDS = [f"{name}:" for name in NAMES]
HIDDEN = [*BIDI_CONTROLS, *INVISIBLE, *TASHKEEL]
PIECES = st.one_of(
    st.sampled_from(WORDS).map("{} ".format),
    st.sampled_from(WORDS),
    st.sampled_from(MARKS),
    st.sampled_from(FIELDS),
    st.sampled_from(HIDDEN),
    st.integers(1, 1000).map(lambda count: "(" * count),
    st.characters(),
)
LEVELS = st.sampled_from(["", "exact", "folded", "light", "root", "none"])


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join)), LEVELS)
def test_any_query_has_a_page(one_article, client, query, level):
    answer = client.get("/search/", {"q": query.encode("utf-8", "surrogatepass"), "level": level}, follow=True)
    assert answer.status_code == 200
