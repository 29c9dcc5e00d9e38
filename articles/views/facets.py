"""The filters of the search page in words: chips of those chosen, and lists of those on offer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article
from articles.search.searching import FacetOption, Filter
from articles.templatetags.archive import digits, edtf, language
from articles.views.date_ranges import DATE_FIELDS, describe_range
from articles.views.known_names import AUTHORITIES, KnownName, find_names
from articles.views.search_address import ANY_VALUE, UNDATED, SearchAddress, around_value

TITLES = {
    "source": gettext_lazy("Source"),
    "section": gettext_lazy("Section"),
    "place": gettext_lazy("Place"),
    "tag": gettext_lazy("Tag"),
    "author": gettext_lazy("Author"),
    "year": gettext_lazy("Year"),
    "month": gettext_lazy("Month"),
    "date": gettext_lazy("Published"),
    "mentioned": gettext_lazy("Dates mentioned"),
    "completeness": gettext_lazy("Completeness"),
}
OFFERED = ("source", "section", "year", "place", "tag", "author", "mentioned", "completeness")
"""The facets of the page, in its order."""
SHOWN_AT_ONCE, SHOWN_AT_MOST = 7, 20
"""Those with more have a page of their own (`facet_page`), where they can be searched."""


@dataclass(frozen=True)
class Chip:
    """A filter that was chosen, and the query string of the search without it."""

    title: str
    label: str
    is_excluded: bool
    href: str


@dataclass(frozen=True)
class Option:
    """One value of a facet and its count. `href` chooses it, `out_href` excludes it; each takes back what it did.

    `within` are the months of a year.
    """

    value: str
    label: str
    count: int
    is_chosen: bool
    is_excluded: bool
    href: str
    out_href: str
    within: tuple["Option", ...] = ()


@dataclass(frozen=True)
class Facet:
    """The values on offer of one field; `first` are seen at once, `rest` on demand, `more_href` leads to all."""

    field: str
    title: str
    first: tuple[Option, ...]
    rest: tuple[Option, ...]
    more_href: str = ""

    @property
    def is_touched(self) -> bool:
        """Whether something of what is shown on demand is chosen or excluded."""
        return any(option.is_chosen or option.is_excluded for option in self.rest)


class Labels:
    """The names of filter values. Each kind of authority is asked for once for all values given to `learn` together."""

    def __init__(self, request: HttpRequest):
        self._request = request
        self._tongue = language()
        self._names: dict[str, dict[int, KnownName]] = {field: {} for field in AUTHORITIES}

    def learn(self, wanted: Iterable[tuple[str, str]]) -> None:
        unknown: dict[str, set[int]] = {}
        for field, value in wanted:
            if field in AUTHORITIES and int(value) not in self._names[field]:
                unknown.setdefault(field, set()).add(int(value))
        for field, numbers in unknown.items():
            self._names[field] |= find_names(self._request, field, numbers)

    def of(self, field: str, value: str) -> str | None:
        """The name of a value, or None where the archive has no such row."""
        if field == "year":
            return _("undated") if value == UNDATED else digits(value, self._tongue)
        if field == "month":
            return edtf(value, self._tongue)
        if field in DATE_FIELDS:
            return describe_range(field, value)
        if field == "completeness":
            return str(Article.Completeness(value).label)
        name = self._names[field].get(int(value))
        return name.label_in(self._tongue) if name else None


def drop_unknown(address: SearchAddress, labels: Labels) -> tuple[SearchAddress, list[str]]:
    """The address without filters that name no row of the archive, and a notice of them."""
    labels.learn((chosen.field, chosen.value) for chosen in address.filters)
    unknown = [chosen for chosen in address.filters if labels.of(chosen.field, chosen.value) is None]
    if not unknown:
        return address, []
    return replace(address.dropping(*unknown), page=address.page), [
        _("A filter of this address names nothing in the archive and was left aside.")
    ]


def make_chips(address: SearchAddress, labels: Labels) -> list[Chip]:
    return [
        Chip(
            str(TITLES[chosen.field]),
            labels.of(chosen.field, chosen.value),
            chosen.is_excluded,
            address.dropping(chosen).querystring(),
        )
        for chosen in address.filters
    ]


def make_facets(address: SearchAddress, counts: dict[str, tuple[FacetOption, ...]], labels: Labels) -> list[Facet]:
    """The facets that have something to choose, with true counts; `month` of the counts goes into `year`."""
    facets = []
    for field, offered in counts.items():
        labels.learn((field, option.value) for option in shown(field, offered))
    for field in OFFERED:
        made = make_options(address, field, shown(field, counts.get(field, ())), labels)
        if field == "year":
            made = with_months(address, made, counts.get("month", ()), labels)
        if made:
            is_cut = field in AUTHORITIES and len(counts[field]) > SHOWN_AT_MOST
            more = reverse("facet", args=[field]) + address.with_().querystring() if is_cut else ""
            facets.append(Facet(field, str(TITLES[field]), made[:SHOWN_AT_ONCE], made[SHOWN_AT_ONCE:], more))
    return facets


def shown(field: str, offered: Sequence[FacetOption]) -> Sequence[FacetOption]:
    return offered[:SHOWN_AT_MOST] if field in AUTHORITIES else offered


def make_options(address: SearchAddress, field: str, offered: Sequence[FacetOption], labels: Labels) -> tuple:
    """Those that the archive has a name for."""
    if not offered:
        return ()
    chosen_at, excluded_at = map(around_value, map(address.filled, option_addresses(address.for_any_query, field)))
    touched = {one.value for one in address.filters if one.field == field}
    return tuple(
        Option(option.value, label, option.count, False, False, chosen_at(option.value), excluded_at(option.value))
        if option.value not in touched
        else make_touched(address, field, option, label)
        for option in offered
        if (label := labels.of(field, option.value)) is not None
    )


@lru_cache(maxsize=512)
def option_addresses(address: SearchAddress, field: str) -> tuple[str, str]:
    """The query strings of the search with one more value of a field, and without it, for any query and any value."""
    chosen = choosing(address, Filter(field, ANY_VALUE))
    excluded = address.adding(Filter(field, ANY_VALUE, is_excluded=True))
    return chosen.querystring(), excluded.querystring()


def make_touched(address: SearchAddress, field: str, option: FacetOption, label: str) -> Option:
    """An option that was chosen or excluded."""
    chosen, excluded = Filter(field, option.value), Filter(field, option.value, is_excluded=True)
    is_chosen, is_excluded = chosen in address.filters, excluded in address.filters
    return Option(
        option.value,
        label,
        option.count,
        is_chosen,
        is_excluded,
        (address.dropping(chosen) if is_chosen else choosing(address, chosen)).querystring(),
        (address.dropping(excluded) if is_excluded else address.adding(excluded)).querystring(),
    )


def choosing(address: SearchAddress, chosen: Filter) -> SearchAddress:
    """A month is chosen instead of whole years, and a year instead of months: an article would have to be of both."""
    other = {"year": "month", "month": "year"}.get(chosen.field)
    replaced = [one for one in address.filters if one.field == other and not one.is_excluded]
    return address.dropping(*replaced).adding(chosen)


def with_months(address: SearchAddress, years: tuple[Option, ...], months, labels: Labels) -> tuple[Option, ...]:
    """The years, the latest first, each with its months; the undated stand last."""
    within: dict[str, list[Option]] = {}
    in_order = sorted(months, key=lambda option: option.value)
    for option in make_options(address, "month", in_order, labels):
        within.setdefault(option.value[:4], []).append(option)
    latest_first = sorted(years, key=lambda year: (year.value != UNDATED, year.value), reverse=True)
    return tuple(replace(year, within=tuple(within.get(year.value, ()))) for year in latest_first)
