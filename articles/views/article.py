"""The page of one article."""

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404
from django.shortcuts import redirect, render

from articles.models import Article, ArticleRedirect, Link
from articles.search.searching import wanted
from articles.views.marking import MarkedText, count_marks, mark_all
from articles.views.search_address import SearchAddress
from articles.views.versions import find_versions

MOST_BACKLINKS = 20


@dataclass(frozen=True)
class ShownBlock:
    kind: str
    text: MarkedText
    credit: str


@dataclass(frozen=True)
class Relatives:
    """Links of one kind, in the order of the page."""

    kind: str
    articles: tuple[Article, ...]


def article_page(request, pk: int):
    """The article; 410 where it was withdrawn, and the way to its new address where it turned out to be another."""
    article = find_article(pk)
    if article is None:
        return redirect_to_heir(request, pk)
    if article.is_withdrawn:
        return render(request, "articles/withdrawn.html", {"article": article}, status=410)
    address = SearchAddress.read(request.GET)
    blocks = list(article.blocks.all())
    headline, deck, *texts = mark_all(
        [article.headline, article.deck, *(block.text for block in blocks)], wanted(address.query)
    )
    context = {
        "article": article,
        "headline": headline,
        "deck": deck,
        "blocks": [ShownBlock(block.kind, text, block.credit) for block, text in zip(blocks, texts, strict=True)],
        "address": address,
        "marks": count_marks([headline, deck, *texts]),
        "relatives": find_relatives(article),
        "backlinks": find_backlinks(article),
        "versions": find_versions(article),
        "appearances": article.appearances.select_related("dump"),
    }
    return render(request, "articles/detail.html", context)


def find_article(pk: int) -> Article | None:
    rows = Article.objects.select_related("source", "section").prefetch_related("blocks", "authors", "places", "tags")
    return rows.filter(pk=pk).first()


def redirect_to_heir(request, pk: int):
    redirection = ArticleRedirect.objects.select_related("article").filter(old_id=pk).first()
    if redirection is None:
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    return redirect(redirection.article.get_absolute_url() + (f"?{query}" if query else ""), permanent=True)


def find_relatives(article: Article) -> list[Relatives]:
    """The published articles that this one leads to, by kind: related, further articles of its page, latest news.

    One that is several of these stands under the first alone.
    """
    order = [Link.Kind.RELATED, Link.Kind.APPENDED, Link.Kind.LATEST]
    links = article.links.filter(to_article__status=Article.Status.PUBLISHED).select_related(
        "to_article__source", "to_article__section"
    )
    by_kind = sorted(links, key=lambda link: order.index(link.kind))  # stable: within a kind the order of the page
    first = {link.to_article_id: link for link in reversed(by_kind)}
    once = [link for link in by_kind if first[link.to_article_id] is link]
    return [
        Relatives(kind, tuple(link.to_article for link in group))
        for kind, group in groupby(once, key=lambda link: link.kind)
    ]


def find_backlinks(article: Article):
    """The published articles that lead to this one, the newest first."""
    rows = Article.objects.published().filter(links__to_article=article).select_related("source", "section")
    return rows.distinct().newest()[:MOST_BACKLINKS]
