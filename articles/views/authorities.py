"""The lists of sources, sections, authors, places and tags, and a page for each of them."""

from django.core.paginator import Paginator
from django.db.models import Count, Model, Q
from django.shortcuts import get_object_or_404, render

from articles.models import Article, Tag
from articles.views.lists import page_of

NAMES_PER_PAGE = 200


def with_counts(model: type[Model]):
    """The names that published articles have, each with `count`, the number of these."""
    published = Q(articles__status=Article.Status.PUBLISHED)
    names = model.objects.annotate(count=Count("articles", filter=published, distinct=True)).filter(count__gt=0)
    return names.order_by(*model._meta.ordering, "pk")


def authority_list(request, model: type[Model]):
    names = with_counts(model)
    if model is Tag:
        names = names.prefetch_related("names")
    page = Paginator(names, NAMES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "authorities/list.html", {"page": page, "kind": model._meta.model_name})


def authority_page(request, model: type[Model], pk: int):
    authority = get_object_or_404(model, pk=pk)
    context = {
        "authority": authority,
        "kind": model._meta.model_name,
        "page": page_of(request, authority.articles.published()),
    }
    return render(request, f"authorities/{'tag' if model is Tag else 'detail'}.html", context)
