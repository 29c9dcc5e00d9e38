"""Sources, sections, authors, places and tags: the numbers by which searches are narrowed."""

from bisect import bisect_left

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from ninja import Query, Router

from articles.api.answers import Names, Tags
from articles.api.cursors import next_page, place_of
from articles.api.documented import PAGED
from articles.api.entries import named, named_tag
from articles.api.parameters import Paged, check_names
from articles.models import Author, Place, Section, Source, Tag
from articles.views.cited import site_of
from articles.views.names import counts_of

router = Router(tags=["Names"])
# A cursor of a list of names is the number of a name: it holds whatever becomes of the others.
STATE = "names"


@router.get("/sources", response={200: Names} | PAGED, summary="Sources", operation_id="sources")
def sources(request, page: Query[Paged]):
    """The outlets, by their numbers."""
    return page_of_names(request, Source, page)


@router.get("/sections", response={200: Names} | PAGED, summary="Sections", operation_id="sections")
def sections(request, page: Query[Paged]):
    """The sections of outlets, by their numbers."""
    return page_of_names(request, Section, page)


@router.get("/authors", response={200: Names} | PAGED, summary="Authors", operation_id="authors")
def authors(request, page: Query[Paged]):
    """Who signed articles, by their numbers."""
    return page_of_names(request, Author, page)


@router.get("/places", response={200: Names} | PAGED, summary="Places", operation_id="places")
def places(request, page: Query[Paged]):
    """The places of datelines, by their numbers."""
    return page_of_names(request, Place, page)


@router.get("/tags", response={200: Tags} | PAGED, summary="Tags", operation_id="tags")
def tags(request, page: Query[Paged]):
    """The subjects, by their numbers, each with all ways in which it is written."""
    return page_of_names(request, Tag, page)


def page_of_names(request: HttpRequest, model: type[Model], page: Paged) -> dict:
    """The names of one kind that published articles have."""
    check_names(request, Paged)
    counts = counts_of(request, model)
    numbers = sorted(counts)
    start = bisect_left(numbers, place_of(request, page.cursor, STATE))
    chosen, later = numbers[start : start + page.limit], numbers[start + page.limit :][:1]
    rows = (model.objects.prefetch_related("names") if model is Tag else model.objects.all()).in_bulk(chosen)
    cursor, following = next_page(request, STATE, later[0]) if later else (None, None)
    prefix = site_of(request) + list_address(model)
    return {
        "total": len(numbers),
        "cursor": cursor,
        "next": following,
        "items": [item(rows[pk], counts[pk], prefix) for pk in chosen if pk in rows],
    }


def list_address(model: type[Model]) -> str:
    with override(settings.LANGUAGE_CODE):
        return reverse(f"{model._meta.model_name}_list")


def item(row, count: int, prefix: str) -> dict:
    counted = {"articles": count, "address": f"{prefix}{row.pk}/"}
    if not isinstance(row, Tag):
        return named(row) | counted
    return named_tag(row) | counted | {"kind": row.kind, "variants": [name.text for name in row.names.all()]}
