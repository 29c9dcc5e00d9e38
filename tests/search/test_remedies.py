"""The ways out of a search that found nothing."""

from articles.search.remedies import LONGEST_ASKED_AGAIN, Kind, find_remedies
from articles.search.searching import Filter, SearchRequest, answer
from tests.search.archive import add, add_and_index


def ways_out(query: str, *filters: Filter) -> dict[Kind, int]:
    return {way.kind: way.total for way in find_remedies(answer(SearchRequest(query, filters)))}


def test_a_short_query_is_asked_again_in_other_letters(db):
    add("ميناء جديد", "وصلت السفينة إلى المرفأ.")
    add_and_index("سفينة أخرى", "عادت السفينة.")
    assert ways_out("السفيننة")[Kind.SPELLING] == 2


def test_each_way_finds_what_it_says(db):
    add_and_index("ميناء جديد", "وصلت السفينة إلى المرفأ.", source="الشاطئ")
    assert ways_out("السفينة", Filter("year", "1990"), Filter("source", "7")) == {Kind.FILTERS: 1}


def test_a_long_query_is_not_asked_again_in_other_words_but_without_its_filters(db):
    text = " ".join(f"سفينة{number}" for number in range(LONGEST_ASKED_AGAIN + 1))
    add_and_index("ميناء جديد", text)
    assert ways_out(f'"{text}"', Filter("year", "1990")) == {Kind.FILTERS: 1}
    assert ways_out(f'"{text} سفيننة1"') == {}
