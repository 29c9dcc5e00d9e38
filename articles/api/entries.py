"""Articles as the API writes them, in a constant number of queries."""

from collections.abc import Iterable

from django.db.models import Prefetch
from django.http import HttpRequest

from articles.citing.fields import safe_address
from articles.models import Appearance, Article, Link
from articles.views.cited import article_address, site_of, with_facts

ROOT = "/api/v1"


def entries_of(request: HttpRequest, numbers: Iterable[int]) -> list[dict]:
    """Those that are still there, in the order of their numbers."""
    numbers = list(numbers)
    rows = with_facts(Article.objects.not_withdrawn()).in_bulk(numbers)
    return [entry(rows[number], site_of(request)) for number in numbers if number in rows]


def entry(article: Article, site: str) -> dict:
    """One line of a list; the article should come from `with_facts`."""
    return {
        "id": article.pk,
        "headline": article.headline,
        "deck": article.deck or None,
        "source": named(article.source) if article.source else None,
        "section": named(article.section) if article.section else None,
        "authors": [named(author) for author in article.authors.all()],
        "places": [named(place) for place in article.places.all()],
        "tags": [named_tag(tag) for tag in article.tags.all()],
        "published": article.published or None,
        "completeness": article.completeness,
        "language": article.language or None,
        "original_address": safe_address(article.url) or None,
        "address": site + article_address(article.pk),
        "api": api_address(site, article.pk),
    }


def named(row) -> dict:
    return {"id": row.pk, "name": row.name, "name_en": row.name_en or None}


def named_tag(tag) -> dict:
    return {"id": tag.pk, "name": tag.label_ar or tag.label_en, "name_en": tag.label_en or None}


def api_address(site: str, pk: int) -> str:
    return f"{site}{ROOT}/articles/{pk}"


def find_whole(pk: int) -> Article | None:
    """An article with all that `whole` tells."""
    links = Link.objects.select_related("to_article").exclude(to_article__status=Article.Status.WITHDRAWN)
    return (
        with_facts(Article.objects.filter(pk=pk))
        .prefetch_related(
            "blocks",
            Prefetch("links", links),
            Prefetch("appearances", Appearance.objects.select_related("dump")),
        )
        .first()
    )


def whole(article: Article, site: str) -> dict:
    return entry(article, site) | {
        "blocks": [
            {"kind": block.kind, "text": block.text, "credit": block.credit or None} for block in article.blocks.all()
        ],
        "mentions": [
            {"block": block, "start": start, "end": end, "date": edtf}
            for block, start, end, edtf, _calendar in article.mentions
        ],
        "links": [
            {
                "id": link.to_article_id,
                "headline": link.to_article.headline,
                "kind": link.kind,
                "origin": link.origin,
                "api": api_address(site, link.to_article_id),
            }
            for link in article.links.all()
        ],
        "provenance": [provenance(appearance) for appearance in article.appearances.all()],
        "added_at": article.added_at.isoformat(),
        "changed_at": article.changed_at.isoformat(),
    }


def provenance(appearance: Appearance) -> dict:
    dump = appearance.dump
    return {
        "dump": dump.name,
        "sha256": dump.sha256,
        "template": dump.template,
        "template_version": dump.template_version,
        "role": appearance.role,
        "first_line": appearance.first_line,
        "last_line": appearance.last_line,
        "imported_at": dump.imported_at.isoformat(),
    }
