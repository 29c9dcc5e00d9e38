"""The address of a search: what a visitor asked for, read from the query string with care and written back as links."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.models import Article
from articles.search.searching import Filter, SearchRequest

PER_PAGE = 10
LAST_PAGE = 1_000_000
LONGEST_QUERY = 1_000
MOST_FILTERS = 50
UNDATED = "undated"


def is_number(value: str) -> bool:
    return bool(re.fullmatch("[1-9][0-9]{0,17}", value))


def is_year(value: str) -> bool:
    return value == UNDATED or bool(re.fullmatch("[0-9]{4}", value))


CHECKS: dict[str, Callable[[str], bool]] = {
    "source": is_number,
    "section": is_number,
    "place": is_number,
    "tag": is_number,
    "author": is_number,
    "year": is_year,
    "completeness": lambda value: value in Article.Completeness.values,
}
"""The fields that a search is narrowed by, in the order of the page, and what a value of each looks like."""

SORTS = ("relevance", "newest", "oldest")


@dataclass(frozen=True)
class SearchAddress:
    """One state of the search page. `notices` say what of the address was left aside."""

    query: str = ""
    filters: tuple[Filter, ...] = ()
    sort: str = ""
    page: int = 1
    notices: tuple[str, ...] = ()

    @classmethod
    def read(cls, params: QueryDict) -> "SearchAddress":
        """Every address gives a search: what cannot be understood is left aside, and said."""
        query = params.get("q", "").replace("\0", " ").strip()
        filters, notices = read_filters(params)
        if len(query) > LONGEST_QUERY:
            query = query[:LONGEST_QUERY]
            notices.append(_("The query was too long; only its beginning was searched."))
        sort = params.get("sort", "")
        if sort and sort not in SORTS:
            notices.append(_("This order is not known; the usual one was taken."))
            sort = ""
        return cls(query, tuple(filters), sort, read_page(params.get("page", "")), tuple(notices))

    @property
    def order(self) -> str:
        """The order asked for, or the one that suits: without words there is nothing to rank by."""
        return self.sort or ("relevance" if self.query else "newest")

    def adding(self, field: str, value: str) -> "SearchAddress":
        return replace(self, filters=(*self.filters, Filter(field, value)), page=1)

    def without(self, dropped: Filter) -> "SearchAddress":
        return replace(self, filters=tuple(kept for kept in self.filters if kept != dropped), page=1)

    def without_filters(self) -> "SearchAddress":
        return replace(self, filters=(), page=1)

    def asking(self, query: str) -> "SearchAddress":
        return replace(self, query=query, page=1)

    def sorted_by(self, sort: str) -> "SearchAddress":
        return replace(self, sort=sort, page=1)

    def querystring(self) -> str:
        """The shortest query string of this state, with its question mark."""
        pairs = [("q", self.query)] + [(chosen.field, chosen.value) for chosen in self.filters]
        pairs += [("sort", self.sort), ("page", str(self.page) if self.page > 1 else "")]
        return "?" + urlencode([(name, value) for name, value in pairs if value])

    def request(self, page: int | None = None) -> SearchRequest:
        offset = ((page or self.page) - 1) * PER_PAGE
        return SearchRequest(self.query, filters=self.filters, sort=self.order, offset=offset, limit=PER_PAGE)


def read_page(value: str) -> int:
    """The number of the page; the first where it is none."""
    if not re.fullmatch("[1-9][0-9]*", value):
        return 1
    return int(value) if len(value) < len(str(LAST_PAGE)) else LAST_PAGE


def read_filters(params: QueryDict) -> tuple[list[Filter], list[str]]:
    """The filters of an address, each once, and notices of those that were left aside."""
    filters: list[Filter] = []
    is_clean = True
    for field, check in CHECKS.items():
        for value in params.getlist(field):
            if not check(value):
                is_clean = is_clean and not value
            elif Filter(field, value) not in filters and len(filters) < MOST_FILTERS:
                filters.append(Filter(field, value))
    return filters, [] if is_clean else [_("A filter of this address was not understood and was left aside.")]
