"""Undoing a run: exactly what it added goes, and what it changed is settled again from what remains.

Nothing has to be remembered of how it was before: an article's facts follow from its appearances, so those of the run
are removed, and the articles that have others are settled anew. What the run joined gets its old number back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Q

from articles.authorities import Authorities
from articles.importing import links, rows
from articles.importing.archive import sightings_of
from articles.importing.assigning import Assignment, assign_all
from articles.importing.settling import settle
from articles.models import (
    Appearance,
    Article,
    ArticleKey,
    ArticleRedirect,
    Author,
    Dump,
    ImportRun,
    IndexChange,
    Link,
    Place,
    Section,
    Source,
    Tag,
)

CHUNK = 500  # rows deleted at once


@dataclass(frozen=True)
class EditedArticle:
    """An article that would go, and what an editor did to it."""

    article: Article
    work: tuple[str, ...]


class EditorsWork(Exception):
    """That editors have worked on articles which an undo would delete."""

    def __init__(self, edited: list[EditedArticle]):
        super().__init__(f"{len(edited)} articles")
        self.edited = edited


@dataclass(frozen=True)
class Undone:
    """How many dumps and articles went, and how many articles were settled again."""

    dumps: int
    deleted: int
    settled: int


@transaction.atomic
def undo(run: ImportRun, *, discard_edits: bool = False) -> Undone:
    """Undo a run. Raises EditorsWork where articles that would go have been edited, unless the edits may go too."""
    of_run = Appearance.objects.filter(run=run)
    affected = set(of_run.values_list("article_id", flat=True).distinct())
    elsewhere = Appearance.objects.exclude(run=run).filter(article__appearances__run=run)
    kept = set(elsewhere.values_list("article_id", flat=True).distinct())
    lonely = affected - kept
    edited = list(edited_articles(lonely))
    if edited and not discard_edits:
        raise EditorsWork(edited)
    names = used_names(affected)
    keys = ArticleKey.objects.filter(article__appearances__run=run).values("key")
    neighbours = set(ArticleKey.objects.filter(key__in=keys).values_list("article_id", flat=True)) - lonely
    unsaid = tags_no_longer_named(kept, run)
    of_run.delete()
    settled = settle_again(neighbours)
    for article, tags in unsaid.items():
        Article.tags.through.objects.filter(article_id=article, tag_id__in=tags).delete()
    IndexChange.objects.bulk_create(IndexChange(article_id=number) for number in sorted(affected | neighbours))
    for numbers in chunks(sorted(lonely)):
        Article.objects.filter(pk__in=numbers).delete()
    dumps = Dump.objects.filter(Q(run=run) & Q(appearances=None))
    gone = dumps.count()
    dumps.delete()
    delete_unused(names)
    run.status = ImportRun.Status.UNDONE
    run.save(update_fields=["status"])
    return Undone(gone, len(lonely), settled)


def chunks(numbers: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), CHUNK):
        yield numbers[start : start + CHUNK]


def edited_articles(lonely: set[int]) -> Iterator[EditedArticle]:
    """Those of the articles that would go which an editor corrected, tagged, linked or withdrew."""
    authorities = Authorities()
    for numbers in chunks(sorted(lonely)):
        found = Article.objects.filter(pk__in=numbers).prefetch_related("tags", "appearances", "links", "backlinks")
        for article in found:
            named = {name for row in article.appearances.all() for name in row.seen.get("tags", ())}
            authorities.prepare(tags=named)
            given = {authorities.tag(name).pk for name in named}
            work = [*article.edited_fields]
            work += ["tags"] if {tag.pk for tag in article.tags.all()} - given else []
            work += ["links"] if links_of_editors(article) else []
            work += ["withdrawn"] if article.is_withdrawn else []
            if work:
                yield EditedArticle(article, tuple(work))


def tags_no_longer_named(kept: set[int], run: ImportRun) -> dict[int, set[int]]:
    """Of articles that stay: the tags that the run named and no other appearance names."""
    authorities = Authorities()
    by_run, by_others = {}, {}
    for row in Appearance.objects.filter(article__in=kept).only("article_id", "run_id", "seen"):
        names = row.seen.get("tags", ())
        found = by_run if row.run_id == run.pk else by_others
        if names:
            found.setdefault(row.article_id, set()).update(authorities.tag(name).pk for name in names)
    return {article: tags - by_others.get(article, set()) for article, tags in by_run.items()}


def settle_again(articles: set[int]) -> int:
    """Settle articles from the appearances that they have left; how many that are."""
    authorities = Authorities()
    sightings = sightings_of(articles, authorities) if articles else []
    assignments = [with_old_number(assignment) for assignment in assign_all(sightings)]
    existing = Article.objects.in_bulk([a.article_id for a in assignments if a.article_id])
    settled = [(assignment, settle(assignment.cluster)) for assignment in assignments]
    written = rows.write_articles(settled, existing, authorities)
    moved = rows.write_appearances(assignments, written, {}, None)
    numbers = {article.pk for article in written.values()}
    links.settle_links(moved, {})
    links.write(links.wanted_links(numbers), numbers)
    return len(assignments)


def with_old_number(assignment: Assignment) -> Assignment:
    """An article that the run had joined to another gets back its number, its address and its tags."""
    if assignment.article_id is not None:
        return assignment
    appearances = {sighting.appearance_id for sighting in assignment.cluster.sightings}
    joined = {sighting.article_id for sighting in assignment.cluster.sightings}
    for redirect in ArticleRedirect.objects.filter(article__in=joined):
        if appearances & set(redirect.appearances):
            article = Article.objects.create(pk=redirect.old_id)
            article.tags.set(redirect.tags)
            redirect.delete()
            return replace(assignment, article_id=article.pk)
    return assignment


def used_names(articles: set[int]) -> dict[type, set[int]]:
    """The names that articles and their dumps use, by kind."""
    used = {Author: set(), Place: set(), Tag: set(), Section: set(), Source: set()}
    for numbers in chunks(sorted(articles)):
        for model in used:
            used[model] |= set(model.objects.filter(articles__in=numbers).values_list("pk", flat=True))
        used[Source] |= set(Source.objects.filter(dumps__appearances__article__in=numbers).values_list("pk", flat=True))
    return used


def delete_unused(names: dict[type, set[int]]) -> None:
    """Delete the names that nothing uses any more, but for those on which an editor has worked."""
    for model, numbers in names.items():
        unused = model.objects.filter(pk__in=numbers, articles=None)
        if model is Tag:
            plain = Q(note="") & (Q(label_ar="") | Q(label_en=""))
            for tag in unused.filter(plain).prefetch_related("names"):
                if len(tag.names.all()) <= 1:
                    tag.delete()
            continue
        unused = unused.filter(name_en="") if model is not Section else unused
        if model is Source:
            unused = unused.filter(dumps=None, homepage="")
        unused.delete()


def links_of_editors(article: Article) -> list[Link]:
    """The links from and to an article that editors made."""
    return [link for link in [*article.links.all(), *article.backlinks.all()] if link.origin == Link.Origin.EDITOR]
