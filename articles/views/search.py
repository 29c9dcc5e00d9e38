"""The search page."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.context_processors import own_address
from articles.search.errors import IndexUnavailable
from articles.search.remedies import find_remedies
from articles.search.searching import FILTER_FIELDS, Answer, FacetOption, Filter, SearchPage, answer
from articles.views import search_controls as controls
from articles.views.archive_state import cached_by
from articles.views.date_ranges import DATE_FIELDS, join_range
from articles.views.facets import SHOWN_AT_MOST, Labels, drop_unknown, make_chips, make_facets
from articles.views.known_names import AUTHORITIES
from articles.views.mistaken import make_mistaken
from articles.views.remedies_shown import show_remedy
from articles.views.search_address import SearchAddress, filters_of
from articles.views.searched import search_state
from articles.views.shown_hits import show_hits
from articles.views.timeline import describe, make_timeline
from articles.views.turns import in_turn

COUNTED = (*FILTER_FIELDS, "month")
MOST_YEARS = 12
"""Of those that the texts of a result name."""


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Search, and show one page of the hits. What a form sent otherwise than an address has it is written into the
    address first: dates in two fields, and the filters in which another query was asked."""
    if "within" in request.GET:
        address = SearchAddress.read(request.GET)
        return HttpResponseRedirect(address.adding(*filters_of(request.GET["within"])).querystring())
    if any(f"{field}_{end}" in request.GET for field in DATE_FIELDS for end in ("from", "to")):
        return HttpResponseRedirect(with_dates(request).querystring())
    address = SearchAddress.read(request.GET)
    if address.view == controls.CONCORDANCE:
        return HttpResponseRedirect(controls.address_of_view(address, address.view))
    return results_page(request)


@cached_by(search_state)
@in_turn
def results_page(request: HttpRequest) -> HttpResponse:
    """Where the index cannot be read the page says so, with status 503."""
    labels = Labels(request)
    address, notices = drop_unknown(SearchAddress.read(request.GET), labels)
    context = {"address": address, "notices": [*address.notices, *notices], "chips": make_chips(address, labels)}
    try:
        answered, address = find(address)
        found = answered.page()
        context |= {
            "found": found,
            "page": Paginator(range(found.total), address.per_page).page(address.page),
            "hits": show_hits(request, answered, found, address),
            **own_address(request, address.querystring()),
            **shown_controls(address, found),
            **shown_counts(address, answered, labels),
        }
        if not found.total:
            context["ways_out"] = [show_remedy(address, remedy, labels) for remedy in find_remedies(answered)]
    except IndexUnavailable:
        return render(request, "search/unavailable.html", context, status=503)
    return render(request, "search/results.html", context)


def find(address: SearchAddress) -> tuple[Answer, SearchAddress]:
    """The answer, and the address with the page asked for, or the last there is."""
    answered = answer(address.request(facets=()))
    last = max(1, -(-answered.total // address.per_page))
    if address.page > last:
        address = replace(address, page=last)
        answered = answer(address.request(facets=()))
    return answered, address


def shown_controls(address: SearchAddress, found: SearchPage) -> dict:
    return {
        "mistaken": make_mistaken(address, found),
        "matching": controls.matching_choices(address, found),
        "forms": controls.form_switches(address, found.forms),
        "names_href": address.with_(joins_names=not address.joins_names).querystring(),
    }


def shown_counts(address: SearchAddress, answered: Answer, labels: Labels) -> dict:
    """Facets and timeline."""
    counts = count_facets(answered)
    timeline = make_timeline(address, counts)
    return {
        "facets": make_facets(address, counts, labels),
        "timeline": timeline,
        "timeline_words": describe(timeline) if timeline else "",
        "date_form": address.dropping_field("date").pairs(),
        "date_ends": date_ends(address),
    }


def count_facets(answered: Answer) -> dict[str, tuple[FacetOption, ...]]:
    """Of names as many as are shown, and one more where there are more."""
    counts = {name: answered.facet(name, SHOWN_AT_MOST + 1 if name in AUTHORITIES else None) for name in COUNTED}
    return counts | {"mentioned": answered.mentioned_years(MOST_YEARS)}


def date_ends(address: SearchAddress) -> tuple[str, str]:
    """What the two fields of the form hold: the range that the search is narrowed to."""
    ranges = [one.value for one in address.filters if one.field == "date" and not one.is_excluded]
    first, dots, last = ranges[0].partition("..") if ranges else ("", "", "")
    return first, last if dots else first


def with_dates(request: HttpRequest) -> SearchAddress:
    """The address with the range that a form sent as two fields, of which either may be empty."""
    address = SearchAddress.read(request.GET)
    for field in DATE_FIELDS:
        ends = [" ".join(request.GET.get(f"{field}_{end}", "").split()) for end in ("from", "to")]
        if not any(ends):
            continue
        written = join_range(field, *ends)
        # What is no date stays in the address as it was typed, so that the page can name it.
        value = written or "..".join(filter(None, ends))
        others = address.dropping_field(field)
        address = others.adding(Filter(field, value))
    return address
