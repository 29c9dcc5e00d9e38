"""What pages, the admin and commands ask of the archive's search, and what they get: one request, one answer."""

from dataclasses import dataclass

from haystack.backends import SQ
from haystack.query import SearchQuerySet

from articles.arabic.snippets import Wanted
from articles.search.questions import Question, read_question

FILTER_FIELDS = ("source", "section", "author", "place", "tag", "year", "completeness")
UNDATED = "undated"
RELEVANCE, NEWEST, OLDEST = "relevance", "newest", "oldest"
# Of each facet, those of the most articles.
MOST_OPTIONS = 200
SORTS = {RELEVANCE: (), NEWEST: ("-published", "-added"), OLDEST: ("published", "added")}


@dataclass(frozen=True)
class Filter:
    """`value` is a primary key as text; of the field year "2025" or "undated"; of completeness "whole" or "excerpt"."""

    field: str
    value: str


@dataclass(frozen=True)
class SearchRequest:
    """An empty query asks for everything, newest first. `sort` is one of `SORTS`; what is none counts as relevance.

    Of several filters of one field any may hold; each field that is filtered by must.
    """

    query: str = ""
    filters: tuple[Filter, ...] = ()
    sort: str = RELEVANCE
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True)
class Hit:
    """A score is 0 where the order does not come from scores, and comparable within one page of results only."""

    article_id: int
    score: float


@dataclass(frozen=True)
class FacetOption:
    value: str
    count: int


@dataclass(frozen=True)
class SearchPage:
    """`total` and `facets` (a tuple of options for each of `FILTER_FIELDS`) are of the whole result.

    `wanted` is what snippets mark; `ignored` are stop words that were passed over; `is_cut`: the query was longer than
    is read; `is_empty_question`: something was typed, but only marks, in which nothing can be searched.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetOption, ...]]
    wanted: Wanted
    ignored: tuple[str, ...] = ()
    is_cut: bool = False
    is_empty_question: bool = False


def search(request: SearchRequest) -> SearchPage:
    """Raises IndexUnavailable, and nothing else whatever the query is."""
    question = read_question(request.query)
    # Only what is named here is read from columns; one search answers all three that follow.
    results = _queryset(request).values("pk", "score")
    hits = results[request.offset : request.offset + request.limit]
    facets = results.facet_counts().get("fields", {})
    return SearchPage(
        total=len(results),
        hits=tuple(Hit(int(hit["pk"]), hit["score"]) for hit in hits),
        facets={
            field: tuple(FacetOption(value, count) for value, count in facets.get(field, ())) for field in FILTER_FIELDS
        },
        wanted=_wanted(question),
        ignored=question.ignored,
        is_cut=question.is_cut,
        is_empty_question=bool(request.query.strip()) and not question.clauses,
    )


def wanted(query: str) -> Wanted:
    """What a query marks in the articles that it finds. It is read from the words alone, and needs no index."""
    return _wanted(read_question(query))


def _queryset(request: SearchRequest) -> SearchQuerySet:
    results = SearchQuerySet()
    if request.query.strip():
        results = results.auto_query(request.query)
    for field in FILTER_FIELDS:
        if values := sorted({chosen.value for chosen in request.filters if chosen.field == field}):
            results = results.narrow(SQ(**{f"{field}__in": values}))
        results = results.facet(field, limit=MOST_OPTIONS)
    return results.order_by(*SORTS.get(request.sort, ()))


def _wanted(question: Question) -> Wanted:
    """What made the hits hits; a stop word that was searched is a phrase of one word."""
    words = [clause.words[0] for clause in question.wanted if not clause.is_phrase]
    stop_words = [(frozenset([word.surface]),) for word in words if word.stem is None]
    phrases = [tuple(map(frozenset, clause.places)) for clause in question.wanted if clause.is_phrase]
    return Wanted(frozenset(word.stem for word in words if word.stem is not None), (*phrases, *stop_words))
