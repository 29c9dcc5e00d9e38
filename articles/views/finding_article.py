"""From an article's number to the article, or to the answer where it is not to be shown."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, ArticleRedirect


def for_article(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of an article, by its number: 410 where it was withdrawn, and the way to the same page of another article
    where it turned out to be that."""

    @require_safe
    @wraps(view)
    def find_and_show(request: HttpRequest, pk: int, **kwargs) -> HttpResponse:
        article = find_article(pk)
        if article is None:
            return redirect_to_heir(request, pk)
        if article.is_withdrawn:
            return render(request, "articles/withdrawn.html", {"article": article}, status=410)
        return view(request, article, **kwargs)

    return find_and_show


def find_article(pk: int) -> Article | None:
    rows = Article.objects.select_related("source", "section").prefetch_related("blocks", "authors", "places", "tags")
    return rows.filter(pk=pk).first()


def redirect_to_heir(request: HttpRequest, pk: int) -> HttpResponse:
    redirection = ArticleRedirect.objects.filter(old_id=pk).first()
    if redirection is None:
        raise Http404
    asked = request.resolver_match
    address = reverse(asked.view_name, kwargs=asked.kwargs | {"pk": redirection.article_id})
    query = request.META.get("QUERY_STRING", "")
    return redirect(address + (f"?{query}" if query else ""), permanent=True)
