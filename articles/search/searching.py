"""What pages, the admin and commands ask of the archive's search, and what they get."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from whoosh.query import And, Not, Or, Query, Term

from articles.arabic.snippets import Wanted
from articles.search.asking import Asked, ask
from articles.search.collecting import Found, find
from articles.search.compiling import wanted_of
from articles.search.compiling_dates import filter_by_date
from articles.search.errors import IndexUnavailable
from articles.search.facets import field_facet, year_facet
from articles.search.folders import index_path
from articles.search.language.mistakes import Mistake
from articles.search.language.reading import read
from articles.search.matched_forms import MatchedForm, matched_forms
from articles.search.names import JoinedName
from articles.search.options import Matching, Options
from articles.search.readers import Snapshot, reading, snapshot
from articles.search.rescoring import rescore

VALUE_FIELDS = ("source", "section", "author", "place", "tag", "year", "month", "completeness")
# Ranges of dates, as the query language writes them: 2025-01..2026-02, مايو 2025.
DATE_FIELDS = ("date", "mentioned")
FILTER_FIELDS = ("source", "section", "author", "place", "tag", "year", "completeness")
UNDATED = "undated"
RELEVANCE, NEWEST, OLDEST, SOURCE = "relevance", "newest", "oldest", "source"
SORTS = {
    RELEVANCE: (),
    NEWEST: ("-published", "-added"),
    OLDEST: ("published", "added"),
    SOURCE: ("source", "-published", "-added"),
}
# Of each facet, those of the most articles.
MOST_OPTIONS = 200


@dataclass(frozen=True)
class Filter:
    """`value` is a primary key as text; of the field year "2025" or "undated"; of completeness "whole" or "excerpt";
    of a date field a range. `is_excluded`: what has the value is left out."""

    field: str
    value: str
    is_excluded: bool = False


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
    options: Options = field(default_factory=Options)
    facets: tuple[str, ...] = FILTER_FIELDS


class Hit(NamedTuple):
    """A score is 0 where the order does not come from scores, and comparable within one page of results only.

    A named tuple, since an export makes one of each article found.
    """

    article_id: int
    score: float


class FacetOption(NamedTuple):
    """A named tuple, since a page counts by hundreds of values."""

    value: str
    count: int


@dataclass(frozen=True)
class SearchPage:
    """`total` is of the whole result; `facets` too, but that each counts without the filter of its own field.

    `wanted` is what snippets mark; `ignored` are stop words that were passed over; `is_cut`: the query was longer than
    is read; `is_empty_question`: something was typed, but nothing in it can be searched. `mode` says whether all words
    or most had to be there, None where that is no question, and `other_total` counts for the other of these two.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetOption, ...]]
    wanted: Wanted
    ignored: tuple[str, ...] = ()
    is_cut: bool = False
    is_empty_question: bool = False
    mistakes: tuple[Mistake, ...] = ()
    corrected: str | None = None
    mode: Matching | None = None
    other_total: int | None = None
    joined: tuple[JoinedName, ...] = ()
    forms: tuple[MatchedForm, ...] = ()


def search(request: SearchRequest) -> SearchPage:
    """One page of the answer. Raises IndexUnavailable, and nothing else whatever the query is."""
    return answer(request).page()


def answer(request: SearchRequest) -> "Answer":
    """Raises IndexUnavailable, as all that an answer does may."""
    return Answer(snapshot(index_path()), request)


def wanted(query: str, options: Options | None = None) -> Wanted:
    """What a query marks in the articles that it finds; where there is no index, without what it would look up."""
    options = options or Options()
    try:
        index = snapshot(index_path())
    except IndexUnavailable:
        index = None
    return wanted_of(ask(index, query, options).compiled, options.without)


class Answer:
    """All that a request finds, in one state of the index. Nothing is worked out before it is asked for."""

    def __init__(self, index: Snapshot, request: SearchRequest):
        self.index = index
        self.request = request

    @cached_property
    def asked(self) -> Asked:
        with reading(self.index):
            return ask(self.index, self.request.query, self.request.options)

    @cached_property
    def wanted(self) -> Wanted:
        return wanted_of(self.asked.compiled, self.request.options.without)

    @cached_property
    def found(self) -> Found:
        with reading(self.index):
            found = find(self.index, self.asked.query, list(self._filters().values()), SORTS.get(self.request.sort))
            return rescore(found, self.asked) if found.scores is not None else found

    @property
    def total(self) -> int:
        return len(self.found)

    def hits(self, offset: int, limit: int | None) -> tuple[Hit, ...]:
        with reading(self.index):
            docs, scores = self.found.best(offset, None if limit is None else offset + limit)
            numbers = self.index.keys[docs].tolist()
        return tuple(map(Hit, numbers, scores))

    def article_ids(self) -> Iterator[int]:
        """All articles found, in order."""
        return (hit.article_id for hit in self.hits(0, None))

    def facet(self, name: str, limit: int | None = MOST_OPTIONS) -> tuple[FacetOption, ...]:
        """What the values of a field are had by, whatever was chosen of that field."""
        with reading(self.index):
            return tuple(map(FacetOption._make, field_facet(self._found_without(name), name, limit)))

    def mentioned_years(self, limit: int) -> tuple[FacetOption, ...]:
        """The years of the dates that most articles name, whatever was chosen of these; each article counts once."""
        with reading(self.index):
            return tuple(map(FacetOption._make, year_facet(self._found_without("mentioned"), "mentioned", limit)))

    def _found_without(self, name: str) -> Found:
        """What would be found if a field were not filtered by."""
        filters = self._filters()
        if name not in filters:
            return self.found
        others = [query for other, query in filters.items() if other != name]
        return find(self.index, self.asked.compiled.query, others, SORTS[NEWEST])

    @cached_property
    def other_total(self) -> int | None:
        """How many it would be if the other share of the words had to be there."""
        other = self.asked.compiled.other
        if other is None:
            return None
        with reading(self.index):
            return len(find(self.index, other(), list(self._filters().values()), SORTS[NEWEST]))

    @cached_property
    def forms(self) -> tuple[MatchedForm, ...]:
        """The words of the archive that the query's words stand for, and how many of the articles found have each."""
        with reading(self.index):
            return matched_forms(self.found, self.asked.compiled)

    def page(self) -> SearchPage:
        request, reading_ = self.request, self.asked.reading
        return SearchPage(
            total=self.total,
            hits=self.hits(request.offset, request.limit),
            facets={name: self.facet(name) for name in request.facets},
            wanted=self.wanted,
            ignored=tuple(self.asked.compiled.ignored),
            is_cut=reading_.is_cut,
            is_empty_question=self.asked.is_empty,
            mistakes=reading_.mistakes,
            corrected=reading_.corrected,
            mode=self.asked.compiled.mode,
            other_total=self.other_total,
            joined=tuple(self.asked.compiled.joined),
            forms=self.forms,
        )

    def _filters(self) -> dict[str, Query]:
        by_field: dict[str, list[Filter]] = {}
        for chosen in dict.fromkeys(self.request.filters):
            if chosen.field in (*VALUE_FIELDS, *DATE_FIELDS):
                by_field.setdefault(chosen.field, []).append(chosen)
        return {name: _filter_query(chosen) for name, chosen in by_field.items()}


def _filter_query(chosen: Sequence[Filter]) -> Query:
    """Any of the values that are wanted, and none of those that are not."""
    wanted = [_condition(one) for one in chosen if not one.is_excluded]
    unwanted = [Not(_condition(one)) for one in chosen if one.is_excluded]
    any_wanted = [wanted[0] if len(wanted) == 1 else Or(wanted)] if wanted else []
    conditions = any_wanted + unwanted
    return conditions[0] if len(conditions) == 1 else And(conditions)


def _condition(chosen: Filter) -> Query:
    if chosen.field in DATE_FIELDS:
        return filter_by_date(read(f"{chosen.field}:{chosen.value}").tree)
    return Term(chosen.field, chosen.value)
