"""The address of a search: what a visitor asked for, read from the query string with care and written back as links.

    q=قانون قيصر       what was typed
    source=5           one of several that will do; source=-5 is left out. So section, author, place, tag, year (2025 or
                       undated), month (2025-03), completeness (whole or excerpt)
    date=2025-01..2026-02, mentioned=2011     ranges, as the query language writes them; a minus leaves out
    level=exact        how alike words must be: exact, folded, light, root
    match=most         how many of the words must be there: all or most
    not=لبنانيون       a form of a word that does not count
    names=off          names are searched as they are typed alone
    sort=newest        or relevance, oldest, source
    view=compact       or list, concordance
    passages=3         how many passages of each article are shown, 1 to 5
    length=long        how long each is: short, medium, long
    scale=thousand     the hits of a period per thousand of its articles, or count
    page=2

These names are permanent. What is usual is left out, so that one state has one address.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from urllib.parse import quote_plus

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.arabic.levels import DEFAULT, Level
from articles.models import Article
from articles.search.options import Matching, Options
from articles.search.searching import SORTS, Filter, SearchRequest
from articles.views.date_ranges import DATE_FIELDS, read_range

LAST_PAGE = 1_000_000
LONGEST_QUERY = 1_000
MOST_FILTERS, LONGEST_FILTERS = 50, 4_000
MOST_LEFT_OUT, LONGEST_FORM = 100, 64
UNDATED = "undated"
VIEWS = {"list": 10, "compact": 25, "concordance": 50}
"""The ways in which hits are shown, and how many of them stand on a page."""
PER_PAGE = VIEWS["list"]
PASSAGES, MOST_PASSAGES = 2, 5
LENGTHS = {"short": 120, "medium": 240, "long": 480}
"""How long a passage is, in characters."""
SCALES = ("count", "thousand")
MATCHES = (Matching.ALL, Matching.MOST)
ANY_VALUE, ANY_QUERY = "\0", "\1"
"""Stand for a value, and for a query, in addresses that are made for all; nothing that is asked for has these signs."""
NO_SIGNS = dict.fromkeys(map(ord, (ANY_VALUE, ANY_QUERY)), " ")


def is_number(value: str) -> bool:
    return bool(re.fullmatch("[1-9][0-9]{0,17}", value))


def is_year(value: str) -> bool:
    return value == UNDATED or bool(re.fullmatch("[0-9]{4}", value))


def is_month(value: str) -> bool:
    return bool(re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])", value))


def is_range(field: str, value: str) -> bool:
    return read_range(field, value) is not None


CHECKS: dict[str, Callable[[str], bool]] = {
    "source": is_number,
    "section": is_number,
    "author": is_number,
    "place": is_number,
    "tag": is_number,
    "year": is_year,
    "month": is_month,
    "date": partial(is_range, "date"),
    "mentioned": partial(is_range, "mentioned"),
    "completeness": lambda value: value in Article.Completeness.values,
}
"""The fields that a search is narrowed by, in the order of addresses, and what a value of each looks like."""


@dataclass(frozen=True)
class SearchAddress:
    """One state of the search page. `left_out` are forms that do not count. `notices` say what was left aside."""

    query: str = ""
    filters: tuple[Filter, ...] = ()
    level: Level = DEFAULT
    matching: Matching = Matching.AUTO
    left_out: tuple[str, ...] = ()
    joins_names: bool = True
    sort: str = ""
    view: str = "list"
    passages: int = PASSAGES
    length: str = "medium"
    scale: str = "count"
    page: int = 1
    notices: tuple[str, ...] = ()

    @classmethod
    def read(cls, params: QueryDict) -> "SearchAddress":
        """Every address gives a search: what cannot be understood is left aside, and said."""
        return _Reader(params).address()

    @property
    def order(self) -> str:
        """The order asked for, or the one that suits: without words there is nothing to rank by."""
        return self.sort or ("relevance" if self.query else "newest")

    @property
    def per_page(self) -> int:
        return VIEWS[self.view]

    @property
    def options(self) -> Options:
        return Options(self.level, self.matching, frozenset(self.left_out), self.joins_names)

    def with_(self, **changes) -> "SearchAddress":
        """Another state, at its first page if no page is given."""
        return replace(self, **{"page": 1} | changes)

    @cached_property
    def for_any_query(self) -> "SearchAddress":
        """This state at its first page, whatever was typed: what is made of it serves every query (see `filled`)."""
        return self.with_(query=ANY_QUERY if self.query else "", notices=())

    def filled(self, text: str) -> str:
        """A text with addresses of `for_any_query`, for the query of this state."""
        return text.replace("%01", self._encoded_query)

    @cached_property
    def _encoded_query(self) -> str:
        return quote_plus(self.query, safe=".")

    def asking(self, query: str) -> "SearchAddress":
        """Another query under the same filters; what belonged to the words of this one is forgotten."""
        return self.with_(query=query, left_out=(), matching=Matching.AUTO)

    def adding(self, *added: Filter) -> "SearchAddress":
        """A value is either wanted or excluded: the other is taken back."""
        opposite = {replace(one, is_excluded=not one.is_excluded) for one in added}
        kept = [one for one in self.filters if one not in opposite]
        return self.with_(filters=in_order([*kept, *added]))

    def dropping(self, *dropped: Filter) -> "SearchAddress":
        return self.with_(filters=tuple(one for one in self.filters if one not in dropped))

    def dropping_field(self, *fields: str) -> "SearchAddress":
        return self.with_(filters=tuple(one for one in self.filters if one.field not in fields))

    def without_filters(self) -> "SearchAddress":
        return self.with_(filters=())

    def sorted_by(self, sort: str) -> "SearchAddress":
        usual = "relevance" if self.query else "newest"
        return self.with_(sort="" if sort == usual else sort)

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of this state, without those that are as usual."""
        values = [(one.field, f"-{one.value}" if one.is_excluded else one.value) for one in self.filters]
        pairs = [("q", self.query), *values]
        pairs += [("level", "" if self.level is DEFAULT else self.level.value)]
        pairs += [("match", "" if self.matching is Matching.AUTO else self.matching.value)]
        pairs += [("not", form) for form in self.left_out]
        pairs += [("names", "" if self.joins_names else "off"), ("sort", self.sort)]
        pairs += [("view", "" if self.view == "list" else self.view)]
        pairs += [("passages", "" if self.passages == PASSAGES else str(self.passages))]
        pairs += [("length", "" if self.length == "medium" else self.length)]
        pairs += [("scale", "" if self.scale == "count" else self.scale)]
        pairs += [("page", str(self.page) if self.page > 1 else "")]
        return [(name, value) for name, value in pairs if value]

    @property
    def written_filters(self) -> str:
        """The filters alone, as addresses have them; read again by `filters_of`."""
        return SearchAddress(filters=self.filters).querystring().removeprefix("?")

    @property
    def settings(self) -> list[tuple[str, str]]:
        """What holds for the next query too, typed into the box of this page."""
        return SearchAddress(
            level=self.level, joins_names=self.joins_names, view=self.view, passages=self.passages, length=self.length
        ).pairs()

    def querystring(self) -> str:
        """The shortest query string of this state, with its question mark."""
        return "?" + "&".join(map(written, self.pairs()))

    def request(self, page: int | None = None, **parts) -> SearchRequest:
        """The search of this state; `parts` are of the request, such as its limit or its facets."""
        offset = ((page or self.page) - 1) * self.per_page
        usual = {"offset": offset, "limit": self.per_page}
        return SearchRequest(self.query, filters=self.filters, sort=self.order, options=self.options, **usual | parts)


def filters_of(written: str) -> tuple[Filter, ...]:
    """Those of `written_filters`; what is none is passed over."""
    return SearchAddress.read(QueryDict(written[:LONGEST_FILTERS])).filters


@lru_cache(maxsize=512)
def written(pair: tuple[str, str]) -> str:
    """A parameter of an address. One page writes those of its search again and again."""
    name, value = pair
    return f"{name}={quote_plus(value, safe='.')}"


def addresses(state_of: Callable[[str], SearchAddress]) -> Callable[[str], str]:
    """The query strings of states that differ in one value alone, each put together from that of one such state.

    A page has a hundred of them. `addresses(lambda year: address.adding(Filter("year", year)))("2025")`
    """
    return around_value(state_of(ANY_VALUE).querystring())


def around_value(querystring: str) -> Callable[[str], str]:
    """The query strings that have another value where this one has `ANY_VALUE`."""
    before, _sign, behind = querystring.partition("%00")
    return lambda value: f"{before}{value if value.isalnum() and value.isascii() else quote_plus(value)}{behind}"


def in_order(filters: list[Filter]) -> tuple[Filter, ...]:
    """Each once, by field, and within a field as they were chosen: so that one state has one address."""
    fields = list(CHECKS)
    return tuple(sorted(dict.fromkeys(filters), key=lambda one: fields.index(one.field)))


class _Reader:
    """Reads the parameters of one address and collects what it leaves aside."""

    def __init__(self, params: QueryDict):
        self._params = params
        self._notices: dict[str, None] = {}

    def address(self) -> SearchAddress:
        return SearchAddress(
            query=self._query(),
            filters=self._filters(),
            level=Level(self._choice("level", list(Level), DEFAULT)),
            matching=Matching(self._choice("match", MATCHES, Matching.AUTO)),
            left_out=self._left_out(),
            joins_names=self._choice("names", ("on", "off"), "on") == "on",
            sort=self._choice("sort", list(SORTS), ""),
            view=self._choice("view", list(VIEWS), "list"),
            passages=int(self._choice("passages", [str(n + 1) for n in range(MOST_PASSAGES)], str(PASSAGES))),
            length=self._choice("length", list(LENGTHS), "medium"),
            scale=self._choice("scale", SCALES, "count"),
            page=read_page(self._params.get("page", "")),
            notices=tuple(self._notices),
        )

    def _query(self) -> str:
        query = self._params.get("q", "").translate(NO_SIGNS).strip()
        if len(query) > LONGEST_QUERY:
            self._notices[_("The query was too long; only its beginning was searched.")] = None
        return query[:LONGEST_QUERY]

    def _filters(self) -> tuple[Filter, ...]:
        filters: list[Filter] = []
        for field, check in CHECKS.items():
            for text in self._params.getlist(field):
                value = " ".join(text.removeprefix("-").split())
                if value and len(filters) < MOST_FILTERS and check(value):
                    filters.append(Filter(field, value, is_excluded=text.startswith("-")))
                elif text:
                    self._notices[not_understood(field, value)] = None
        return in_order(filters)

    def _left_out(self) -> tuple[str, ...]:
        forms = dict.fromkeys(form.strip() for form in self._params.getlist("not"))
        return tuple(form for form in forms if 0 < len(form) <= LONGEST_FORM and form.isprintable())[:MOST_LEFT_OUT]

    def _choice(self, name: str, known, usual: str) -> str:
        value = self._params.get(name, "")
        if value in known or not value:
            return value or usual
        if name == "sort":
            self._notices[_("This order is not known; the usual one was taken.")] = None
        else:
            self._notices[_("A setting of this address is not known; the usual one was taken.")] = None
        return usual


def not_understood(field: str, value: str) -> str:
    """Dates are typed by hand, and are worth naming."""
    if field in DATE_FIELDS and value:
        return _("Not understood as a date: “%(date)s”. Write 2025, 2025-03 or 1446 AH.") % {"date": value[:60]}
    return _("A filter of this address was not understood and was left aside.")


def read_page(value: str) -> int:
    """The number of the page; the first where it is none."""
    if not re.fullmatch("[1-9][0-9]*", value):
        return 1
    return int(value) if len(value) < len(str(LAST_PAGE)) else LAST_PAGE
