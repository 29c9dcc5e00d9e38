"""Search, and how its hits lie in time."""

from typing import Literal

from ninja import Query, Router
from pydantic import Field

from articles.api.answers import Found, Timeline
from articles.api.cursors import next_page, place_of
from articles.api.documented import SEARCHED, SEARCHED_IN_PAGES
from articles.api.entries import entries_of
from articles.api.parameters import Paged, SearchParameters, SortedParameters, address_of, check_names
from articles.search.facets import field_facet
from articles.search.readers import reading
from articles.search.searching import NEWEST, UNDATED, Answer, SearchRequest, answer
from articles.views.searched import name_of_state

router = Router(tags=["Search"])


class SearchQuestion(Paged, SortedParameters):
    """A search, and which page of it."""


class TimelineQuestion(SearchParameters):
    """A search, and how its time is cut."""

    by: Literal["year", "month"] = Field("month", description="How long a period is.")


@router.get("/search", response={200: Found} | SEARCHED_IN_PAGES, summary="Search", operation_id="search")
def search(request, question: Query[SearchQuestion]):
    """The articles found, in order. An empty question finds everything.

    The parameters are those of the search page: its address becomes a question to the API when the path is changed.
    """
    check_names(request, SearchQuestion)
    answered = answer(address_of(request).request(facets=()))
    state = name_of_state(answered.index)
    place = place_of(request, question.cursor, state)
    numbers = [hit.article_id for hit in answered.hits(place, question.limit)]
    end = place + question.limit
    cursor, following = next_page(request, state, end) if end < answered.total else (None, None)
    return {
        "total": answered.total,
        "cursor": cursor,
        "next": following,
        "articles": entries_of(request, numbers),
        "corrected": answered.asked.reading.corrected,
        "ignored": list(answered.asked.compiled.ignored),
    }


@router.get("/timeline", response={200: Timeline} | SEARCHED, summary="Hits over time", operation_id="timeline")
def timeline(request, question: Query[TimelineQuestion]):
    """How many of the articles found are of each month or year, beside how many the archive has of it."""
    check_names(request, TimelineQuestion)
    answered = answer(address_of(request).request(facets=()))
    every = Answer(answered.index, SearchRequest(sort=NEWEST, facets=()))
    hits, articles = counts(answered, question.by), counts(every, question.by)
    return {
        "by": question.by,
        "total": answered.total,
        "undated": counts(answered, "year").get(UNDATED, 0),
        "periods": [
            {"period": period, "hits": hits.get(period, 0), "articles": articles[period]}
            for period in sorted(articles)
            if period != UNDATED
        ],
    }


def counts(answered: Answer, field: str) -> dict[str, int]:
    """The articles found by the values of a field, every filter counted in."""
    with reading(answered.index):
        return dict(field_facet(answered.found, field))
