"""The feed of a search: what it finds, the newest first, so that a reader of feeds tells of what is new."""

from dataclasses import replace

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.search.errors import IndexUnavailable
from articles.search.searching import NEWEST, Answer, answer
from articles.views.archive_state import cached_by
from articles.views.feeds import ENTRIES, atom_feed
from articles.views.search_address import SearchAddress
from articles.views.searched import address_of, search_state


@require_safe
@cached_by(search_state)
def search_feed(request: HttpRequest) -> HttpResponse:
    """Atom, in pages; the parameters are those of the search page, but for the order."""
    address = address_of(request)
    try:
        page = page_of(answer(replace(address.request(), sort=NEWEST, facets=())), address.page)
    except IndexUnavailable:
        return render(request, "search/unavailable.html", {"address": address}, status=503)
    return atom_feed(request, title=title_of(address), address=shown_at(address), page=page)


def page_of(answered: Answer, number: int) -> Page:
    """One page of the articles; one that was deleted since is passed over."""
    page = Paginator(range(answered.total), ENTRIES).get_page(number)
    first = page.start_index() - 1 if answered.total else 0
    numbers = [hit.article_id for hit in answered.hits(first, ENTRIES)]
    articles = Article.objects.not_withdrawn().for_feeds().in_bulk(numbers)
    page.object_list = [articles[number] for number in numbers if number in articles]
    return page


def title_of(address: SearchAddress) -> str:
    return f"{address.query or _('All articles')} · {_('Arabic News Archive')}"


def shown_at(address: SearchAddress) -> str:
    """The page that shows the same."""
    return reverse("search") + replace(address, sort=NEWEST, page=1).querystring()
