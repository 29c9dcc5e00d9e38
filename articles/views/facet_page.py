"""All values of one facet under a search, with their counts, to choose among or to look one up by its name."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.arabic.folding import fold
from articles.context_processors import own_address
from articles.search.errors import IndexUnavailable
from articles.search.searching import answer
from articles.views.archive_state import cached_by
from articles.views.facets import AUTHORITIES, TITLES, Labels, drop_unknown, make_chips, make_options
from articles.views.names import names_of
from articles.views.search_address import SearchAddress
from articles.views.searched import search_state

PER_PAGE = 100
LONGEST_FIND = 100


@require_safe
@cached_by(search_state)
def facet_page(request: HttpRequest, field: str) -> HttpResponse:
    """`find` leaves the values whose name, in any writing, holds its words."""
    if field not in AUTHORITIES:
        raise Http404
    labels = Labels(request)
    address, notices = drop_unknown(SearchAddress.read(request.GET), labels)
    find = " ".join(request.GET.get("find", "")[:LONGEST_FIND].replace("\0", " ").split())
    context = {
        "address": address,
        "notices": [*address.notices, *notices],
        "chips": make_chips(address, labels),
        "field": field,
        "title": TITLES[field],
    }
    try:
        offered = answer(address.request(limit=0, facets=())).facet(field, None)
    except IndexUnavailable:
        return render(request, "search/unavailable.html", context, status=503)
    if find:
        words = fold(find).split()
        named = {str(name.pk) for name in names_of(request, AUTHORITIES[field]) if holds(name.folded, words)}
        offered = [option for option in offered if option.value in named]
    page = Paginator(offered, PER_PAGE).get_page(address.page)
    labels.learn((field, option.value) for option in page.object_list)
    place = [("find", find), ("page", str(page.number) if page.number > 1 else "")]
    own = [*address.with_().pairs(), *(pair for pair in place if pair[1])]
    context |= {
        "find": find,
        "page": page,
        "options": make_options(address.with_(), field, page.object_list, labels),
        "search": reverse("search"),
        "here": address.with_().querystring(),
        "state": address.with_().pairs(),
        **own_address(request, f"?{urlencode(own)}"),
    }
    return render(request, "search/facet.html", context)


def holds(folded: str, words: list[str]) -> bool:
    return all(word in folded for word in words)
