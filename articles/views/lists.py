"""Lists of articles in pages."""

from django.core.paginator import Page, Paginator

from articles.querysets import ArticleQuerySet

PER_PAGE = 20


def page_of(request, articles: ArticleQuerySet) -> Page:
    """The page that the address asks for, newest first; the last where it asks for more than there are."""
    return Paginator(articles.for_lists().newest(), PER_PAGE).get_page(request.GET.get("page"))
