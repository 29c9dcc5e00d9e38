"""The filters of the search page in words: chips of those chosen, and lists of those on offer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Article, Author, Place, Section, Source, Tag
from articles.search.searching import FacetOption, Filter
from articles.templatetags.archive import digits, edtf
from articles.views.date_ranges import DATE_FIELDS, describe_range
from articles.views.search_address import UNDATED, SearchAddress

AUTHORITIES = {"source": Source, "section": Section, "place": Place, "tag": Tag, "author": Author}
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
OFFERED = ("source", "section", "year", "place", "tag", "author", "completeness")
"""The facets of the page, in its order."""
SHOWN_AT_ONCE, SHOWN_AT_MOST = 7, 100


@dataclass(frozen=True)
class Chip:
    """A filter that was chosen, and the query string of the search without it."""

    title: str
    label: str
    href: str


@dataclass(frozen=True)
class Option:
    """One value of a facet: its count, and the query string that chooses it, or drops it where it is chosen."""

    label: str
    count: int
    is_chosen: bool
    href: str


@dataclass(frozen=True)
class Facet:
    """The values on offer of one field; `first` are seen at once, `rest` on demand."""

    field: str
    title: str
    first: tuple[Option, ...]
    rest: tuple[Option, ...]


class Labels:
    """The names of filter values. Each kind of authority is asked for once for all values given to `learn` together."""

    def __init__(self):
        self._names: dict[tuple[str, str], str] = {}

    def learn(self, wanted: Iterable[tuple[str, str]]) -> None:
        unknown: dict[str, list[int]] = {}
        for field, value in wanted:
            if field in AUTHORITIES and (field, value) not in self._names:
                unknown.setdefault(field, []).append(int(value))
        for field, ids in unknown.items():
            for pk, row in AUTHORITIES[field].objects.in_bulk(ids).items():
                self._names[field, str(pk)] = row.label

    def of(self, field: str, value: str) -> str | None:
        """The name of a value, or None where the archive has no such row."""
        if field == "year":
            return _("undated") if value == UNDATED else digits(value)
        if field == "month":
            return edtf(value)
        if field in DATE_FIELDS:
            return describe_range(field, value)
        if field == "completeness":
            return str(Article.Completeness(value).label)
        return self._names.get((field, value))


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
        Chip(str(TITLES[chosen.field]), labels.of(chosen.field, chosen.value), address.dropping(chosen).querystring())
        for chosen in address.filters
    ]


def make_facets(address: SearchAddress, counts: dict[str, tuple[FacetOption, ...]], labels: Labels) -> list[Facet]:
    """The facets that have something to choose, with true counts."""
    options = {field: counts.get(field, ())[:SHOWN_AT_MOST] for field in OFFERED}
    labels.learn((field, str(option.value)) for field in OFFERED for option in options[field])
    facets = []
    for field in OFFERED:
        made = tuple(
            make_option(address, field, option, label)
            for option in options[field]
            if (label := labels.of(field, str(option.value))) is not None
        )
        if made:
            facets.append(Facet(field, str(TITLES[field]), made[:SHOWN_AT_ONCE], made[SHOWN_AT_ONCE:]))
    return facets


def make_option(address: SearchAddress, field: str, option: FacetOption, label: str) -> Option:
    chosen = Filter(field, str(option.value))
    is_chosen = chosen in address.filters
    target = address.dropping(chosen) if is_chosen else address.adding(chosen)
    return Option(label, option.count, is_chosen, target.querystring())
