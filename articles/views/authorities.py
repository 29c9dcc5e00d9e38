"""The lists of sources, sections, authors, places and tags, and a page for each of them."""

from django.core.paginator import Paginator
from django.db.models import Model
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles.models import Tag
from articles.views.archive_state import archive_state, cached_by
from articles.views.lists import page_of
from articles.views.names import articles_of, by_letter, counts_of, filtered, most_used, names_of, pages_of_letters

NAMES_PER_PAGE = 100
LONGEST_FILTER = 100
BY_COUNT = "count"


@cached_by(archive_state)
def authority_list(request, model: type[Model]):
    """A to Z, or by the number of articles (`sort=count`); `filter` narrows the list to names that hold its words."""
    words = " ".join(request.GET.get("filter", "")[:LONGEST_FILTER].replace("\0", " ").split())
    every = names_of(request, model)
    names = filtered(every, words)
    is_by_count = request.GET.get("sort") == BY_COUNT
    ordered = most_used(names, len(names)) if is_by_count else names
    page = Paginator(ordered, NAMES_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": model._meta.model_name,
        "page": page,
        "words": words,
        "total": len(every),
        "is_by_count": is_by_count,
        "letters": {} if is_by_count else pages_of_letters(names, NAMES_PER_PAGE),
        "groups": [] if is_by_count else by_letter(page.object_list),
    }
    return render(request, "authorities/list.html", context)


@cached_by(archive_state)
def authority_page(request, model: type[Model], pk: int):
    authority, count = get_object_or_404(model, pk=pk), counts_of(request, model).get(pk, 0)
    context = {
        "authority": authority,
        "kind": model._meta.model_name,
        "feed_url": reverse(f"{model._meta.model_name}_feed", args=[pk]),
        "page": page_of(request, articles_of(authority, count), count),
    }
    return render(request, f"authorities/{'tag' if model is Tag else 'detail'}.html", context)
