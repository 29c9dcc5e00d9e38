"""An article as one JSON object: the form in which the archive gives itself away whole."""

from collections.abc import Iterator

from django.db.models import Prefetch

from articles.models import Appearance, Article, Link

CHUNK = 500  # articles held at once


def article_objects(articles=None) -> Iterator[dict]:
    """Every published article in the order of its number, with keys in a fixed order; an absent value is None."""
    articles = Article.objects.published() if articles is None else articles
    prepared = (
        articles.order_by("pk")
        .select_related("source", "section")
        .prefetch_related(
            "blocks",
            "authors",
            "places",
            "tags",
            Prefetch("links", Link.objects.select_related("to_article")),
            Prefetch("appearances", Appearance.objects.select_related("dump")),
        )
    )
    for article in prepared.iterator(chunk_size=CHUNK):
        yield article_object(article)


def article_object(article: Article) -> dict:
    """One article; its relations should have been fetched."""
    return {
        "id": article.pk,
        "headline": article.headline,
        "deck": article.deck or None,
        "blocks": [
            {"kind": block.kind, "text": block.text, "credit": block.credit or None} for block in article.blocks.all()
        ],
        "source": article.source.name if article.source else None,
        "section": article.section.name if article.section else None,
        "authors": sorted(author.name for author in article.authors.all()),
        "places": sorted(place.name for place in article.places.all()),
        "published": article.published or None,
        "url": article.url or None,
        "language": article.language or None,
        "completeness": article.completeness,
        "tags": sorted(str(tag) for tag in article.tags.all()),
        "related": [
            {
                "id": link.to_article_id,
                "kind": link.kind,
                "origin": link.origin,
                "headline": link.to_article.headline,
            }
            for link in article.links.all()
            if not link.to_article.is_withdrawn
        ],
        "provenance": [
            {
                "dump": appearance.dump.name,
                "role": appearance.role,
                "first_line": appearance.first_line,
                "last_line": appearance.last_line,
            }
            for appearance in article.appearances.all()
        ],
    }
