"""The articles of a page of hits as rows: of each no more than stands on the page, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from articles.models import Article, Block
from articles.plain_rows import rows_among
from articles.views.known_names import KnownName, find_names

COLUMNS = ("id", "headline", "deck", "source", "section", "published", "language", "completeness", "status")


@dataclass(frozen=True)
class HitRow:
    """One article. `texts` are its deck and blocks, where they were asked for."""

    pk: int
    headline: str
    source: KnownName | None
    section: KnownName | None
    places: tuple[KnownName, ...]
    authors: tuple[KnownName, ...]
    published: str
    language: str
    is_excerpt: bool
    texts: tuple[str, ...]


def read_rows(request: HttpRequest, pks: Collection[int], *, with_texts: bool) -> dict[int, HitRow]:
    """Those that are published, by their numbers."""
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows_among(Article, COLUMNS, "id", pks)]
    articles = [row for row in found if row["status"] != Article.Status.WITHDRAWN]
    sources, sections = (
        find_names(request, field, {row[field] for row in articles if row[field]}) for field in ("source", "section")
    )
    places, authors = (linked_names(request, field, pks) for field in ("place", "author"))
    texts = texts_of(pks) if with_texts else {}
    return {
        row["id"]: HitRow(
            pk=row["id"],
            headline=row["headline"],
            source=sources.get(row["source"]),
            section=sections.get(row["section"]),
            places=tuple(places.get(row["id"], ())),
            authors=tuple(authors.get(row["id"], ())),
            published=row["published"],
            language=row["language"],
            is_excerpt=row["completeness"] == Article.Completeness.EXCERPT,
            texts=tuple(text for text in (row["deck"], *texts.get(row["id"], ())) if text and with_texts),
        )
        for row in articles
    }


def linked_names(request: HttpRequest, field: str, pks: Collection[int]) -> Mapping[int, list[KnownName]]:
    """The places or the authors of each article, by name."""
    links = getattr(Article, f"{field}s").through
    pairs = rows_among(links, ("article", field), "article", pks)
    names = find_names(request, field, {number for _, number in pairs})
    named = sorted((names[number], pk) for pk, number in pairs if number in names)
    linked = defaultdict(list)
    for name, pk in named:
        linked[pk].append(name)
    return linked


def texts_of(pks: Collection[int]) -> Mapping[int, list[str]]:
    """The blocks of each article, in order."""
    texts = defaultdict(list)
    for pk, _position, text in sorted(rows_among(Block, ("article", "position", "text"), "article", pks)):
        texts[pk].append(text)
    return texts
