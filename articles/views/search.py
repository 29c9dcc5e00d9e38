"""The search page."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.shortcuts import render

from articles.arabic.snippets import passages
from articles.models import Article
from articles.search.errors import IndexUnavailable
from articles.search.searching import SearchPage, search
from articles.views.facets import Labels, drop_unknown, make_chips, make_facets
from articles.views.marking import MarkedText, mark_all
from articles.views.search_address import SORTS, SearchAddress


@dataclass(frozen=True)
class ShownHit:
    """One hit as the page shows it: the article, its headline with marks, and passages of its text."""

    article: Article
    headline: MarkedText
    passages: tuple


def search_page(request):
    """Search, and show one page of the hits. Where the index cannot be read the page says so, with status 503."""
    labels = Labels()
    address, notices = drop_unknown(SearchAddress.read(request.GET), labels)
    context = {"address": address, "notices": [*address.notices, *notices], "chips": make_chips(address, labels)}
    try:
        found, page_number = find(address)
    except IndexUnavailable:
        return render(request, "search/unavailable.html", context, status=503)
    page = Paginator(range(found.total), address.per_page).page(page_number)
    context |= {
        "found": found,
        "page": page,
        "hits": show_hits(found),
        "facets": make_facets(address, found.facets, labels),
        "orders": [(sort, address.sorted_by(sort).querystring()) for sort in SORTS],
        "here": address.querystring(),
    }
    if not found.total:
        context |= {
            "attempts": other_attempts(address),
            "without_filters": address.without_filters().querystring(),
        }
    return render(request, "search/results.html", context)


def find(address: SearchAddress) -> tuple[SearchPage, int]:
    """The page of hits asked for, or the last there is, and its number."""
    found = search(address.request())
    last = max(1, -(-found.total // address.per_page))
    if address.page <= last:
        return found, address.page
    return search(address.request(page=last)), last


def show_hits(found: SearchPage) -> list[ShownHit]:
    """The articles of the hits in their order, from the database; one that has just been deleted is passed over."""
    rows = Article.objects.published().for_lists().prefetch_related("blocks")
    articles = rows.in_bulk([hit.article_id for hit in found.hits])
    return [show_hit(articles[hit.article_id], found) for hit in found.hits if hit.article_id in articles]


def show_hit(article: Article, found: SearchPage) -> ShownHit:
    [headline] = mark_all([article.headline], found.wanted)
    texts = [text for text in (article.deck, *(block.text for block in article.blocks.all())) if text]
    return ShownHit(
        article,
        MarkedText(headline.text, headline.marks),
        tuple(passages(texts, found.wanted, limit=2, length=240)),
    )


def other_attempts(address: SearchAddress) -> list[tuple[str, str]]:
    """Looser searches to offer where nothing was found: (what is searched, its query string)."""
    attempts = []
    loose = " ".join(address.query.translate(dict.fromkeys(map(ord, '"«»“”„'), " ")).split())
    if loose and loose != address.query:
        attempts.append(loose)
    words = loose.split()
    if 1 < len(words) <= 6:
        attempts += words
    return [(query, address.asking(query).querystring()) for query in dict.fromkeys(attempts)]
