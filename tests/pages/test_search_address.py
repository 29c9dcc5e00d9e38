"""The address of a search: every state has one, and every address is a state."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.levels import Level
from articles.search.options import Matching
from articles.search.searching import Filter
from articles.views.date_ranges import describe_range, join_range
from articles.views.search_address import SearchAddress


def read(address: str) -> SearchAddress:
    return SearchAddress.read(QueryDict(address))


def test_every_setting_has_a_short_name():
    address = read(
        "q=لبنان&source=5&source=-7&month=2025-03&date=2025-01..2026-02&mentioned=2011&level=exact&match=most"
        "&not=لبناني&not=لبنانيون&names=off&sort=oldest&view=compact&passages=4&length=long&page=3"
    )
    assert address.query == "لبنان"
    assert address.filters == (
        Filter("source", "5"),
        Filter("source", "7", is_excluded=True),
        Filter("month", "2025-03"),
        Filter("date", "2025-01..2026-02"),
        Filter("mentioned", "2011"),
    )
    assert address.options.level is Level.EXACT
    assert address.options.matching is Matching.MOST
    assert address.options.without == {"لبناني", "لبنانيون"}
    assert not address.options.joins_names
    assert (address.order, address.view, address.passages, address.length) == ("oldest", "compact", 4, "long")
    assert address.notices == ()
    assert SearchAddress.read(QueryDict(address.querystring()[1:])) == address


def test_what_is_usual_is_left_out():
    usual = read("q=ab&level=light&view=list&passages=2&length=medium&names=on&page=1")
    assert usual.querystring() == "?q=ab"
    assert usual.sorted_by("relevance").querystring() == "?q=ab"
    assert read("").sorted_by("newest").querystring() == "?"


def test_the_same_filters_have_one_address_in_whatever_order_they_were_chosen():
    tag, source = Filter("tag", "3"), Filter("source", "5")
    assert SearchAddress().adding(tag).adding(source) == SearchAddress().adding(source).adding(tag)


def test_a_value_is_either_wanted_or_excluded():
    excluded = SearchAddress(page=4).adding(Filter("tag", "3")).adding(Filter("tag", "3", is_excluded=True))
    assert excluded.querystring() == "?tag=-3"
    assert excluded.dropping(Filter("tag", "3", is_excluded=True)) == SearchAddress()


def test_another_query_keeps_filters_and_level_but_not_what_belonged_to_the_words():
    address = read("q=ab&source=5&level=root&match=all&not=abc&page=2").asking("cd")
    assert address.querystring() == "?q=cd&source=5&level=root"


def test_the_request_has_all_that_decides_what_is_found():
    request = read("q=ab&tag=-3&level=folded&view=compact&page=2").request(facets=())
    assert request.filters == (Filter("tag", "3", is_excluded=True),)
    assert request.options.level is Level.FOLDED
    assert (request.offset, request.limit, request.facets) == (25, 25, ())


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2025-01", "2026-02", "2025-01..2026-02"),
        ("٢٠٢٥", "", "2025.."),
        ("", "مايو 2025", "..2025-05"),
        ("١٤٤٦ هـ", "١٤٤٦ هـ", "2024-07-07..2025-06-25"),
        ("2026", "2024", "2024..2026"),
        ("غداً", "2026", None),
        ("", "", None),
    ],
)
def test_two_dates_in_either_calendar_make_a_range(first, last, written):
    assert join_range("date", first, last) == written


def test_a_range_is_said_in_words():
    assert describe_range("date", "2025-01..2026-02") == "من يناير (كانون الثاني) ٢٠٢٥ إلى فبراير (شباط) ٢٠٢٦"
    assert describe_range("date", "..2025") == "حتى ٢٠٢٥"
    assert describe_range("mentioned", "12 مايو") == "12 من مايو"


names = st.sampled_from(
    ["q", "source", "tag", "year", "month", "date", "mentioned", "level", "not", "sort", "view", "page"]
)
texts = st.one_of(st.text(max_size=30), st.sampled_from(["5", "-5", "2025", "undated", "2025-01..", "exact", "7" * 30]))


@given(st.lists(st.tuples(names, texts), max_size=8))
def test_any_parameters_make_an_address_that_reads_to_itself(pairs):
    params = QueryDict(mutable=True)
    for name, text in pairs:
        params.appendlist(name, text)
    address = SearchAddress.read(params)
    again = SearchAddress.read(QueryDict(address.querystring()[1:]))
    assert again.with_(page=1, notices=()) == address.with_(page=1, notices=())
