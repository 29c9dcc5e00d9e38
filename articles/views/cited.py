"""The facts of an article's reference, read off its row."""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.translation import override

from articles.citing.facts import CitedArticle, Name
from articles.models import Article, Author
from articles.querysets import ArticleQuerySet


def with_facts(articles: ArticleQuerySet) -> ArticleQuerySet:
    """The articles with all that `facts_of` reads, in a constant number of queries."""
    return articles.select_related("source", "section").prefetch_related("authors", "places", "tags")


def facts_of(article: Article, site: str) -> CitedArticle:
    """`site` is how the archive's addresses begin (`site_of`); many articles should come from `with_facts`, and of
    thousands `taken_articles.read_facts` says the same."""
    return CitedArticle(
        number=article.pk,
        address=site + article_address(article.pk),
        headline=article.headline,
        deck=article.deck,
        authors=tuple(Name(row.name, row.name_en, row.kind == Author.Kind.PERSON) for row in article.authors.all()),
        paper=Name(article.source.name, article.source.name_en) if article.source else None,
        section=Name(article.section.name, article.section.name_en) if article.section else None,
        places=tuple(Name(row.name, row.name_en) for row in article.places.all()),
        tags=tuple(Name(row.label_ar or row.label_en, row.label_en) for row in article.tags.all()),
        published=article.published,
        language=article.language,
        original=article.url,
        is_excerpt=article.is_excerpt,
    )


def site_of(request: HttpRequest) -> str:
    """https://archive.example, without a slash at its end."""
    if not hasattr(request, "site_address"):
        request.site_address = f"{request.scheme}://{request.get_host()}"
    return request.site_address


def article_address(pk: int, page: str = "article_detail", *, language: str | None = None) -> str:
    """The path of one of an article's pages; without a language the one that is cited, whatever page it is read on."""
    return numbered(_address_of_any(page, language or settings.LANGUAGE_CODE, get_script_prefix()))(pk)


@lru_cache(maxsize=64)
def _address_of_any(page: str, language: str, script_prefix: str) -> str:
    """That of an article with the number 0."""
    with override(language):
        return reverse(page, args=[0])


def numbered(address: str) -> Callable[[int], str]:
    """The addresses of articles, which differ in the number alone, from that of number 0."""
    before, _, behind = address.rpartition("0")
    return lambda number: f"{before}{number}{behind}"
