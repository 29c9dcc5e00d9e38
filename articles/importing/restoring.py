"""Restoring our own export: articles with their numbers, appearances and links, and nothing added.

Into an empty archive they come as they were, so that its export is the same to the letter. A number that is taken is
given anew, and the links follow. An article that the archive has already, by source, headline and text, is not doubled,
but two of one export stay two.
"""

import hashlib
from collections import defaultdict

from django.core.management.color import no_style
from django.db import connection, transaction

from articles.arabic import calendars
from articles.authorities import Authorities
from articles.corpus.formats.exported_article import ExportedAppearance, ExportedArticle
from articles.corpus.records import BYLINE_SEPARATOR, CAPTION, PARAGRAPH
from articles.importing import mentions, rows
from articles.importing.addresses import address_key
from articles.importing.archive import BatchOutcome
from articles.importing.dumps import NEW, DumpOutcome, Portion
from articles.importing.sightings import headline_key, text_digest
from articles.models import (
    Appearance,
    Article,
    ArticleRedirect,
    Dump,
    ImportRun,
    IndexChange,
    Link,
    RestoredArticle,
)


@transaction.atomic
def restore(portion: Portion, run: ImportRun | None) -> BatchOutcome:
    """Bring a portion of an export into the archive; after the last, its links are made."""
    authorities = Authorities()
    known = {row.sha256: row for row in Dump.objects.filter(sha256=portion.dump.sha256)}
    export = rows.write_dumps([portion], known, authorities, run)[portion.dump.sha256]
    restored = RestoredArticle.objects.filter(export=export)
    done = set(restored.filter(old_id__in=[item.id for item in portion.exported]).values_list("old_id", flat=True))
    arriving = [item for item in portion.exported if item.id not in done]
    articles, added = find_or_create(arriving, export, authorities)
    write_appearances(arriving, articles, run)
    RestoredArticle.objects.bulk_create(
        RestoredArticle(
            export=export,
            old_id=item.id,
            article=articles[item.id],
            related=[[link.id, link.kind, link.origin] for link in item.related],
        )
        for item in arriving
    )
    IndexChange.objects.bulk_create(IndexChange(article_id=article.pk) for article in articles.values())
    if portion.is_last:
        make_links(export)
        reset_sequences()
    outcome = DumpOutcome(portion.dump.path, NEW, portion.counts(), list(portion.rejections))
    return BatchOutcome([outcome], added=added, changed=len(arriving) - added)


def find_or_create(
    items: list[ExportedArticle], export: Dump, authorities: Authorities
) -> tuple[dict[int, Article], int]:
    """The article of each item by its old number, and how many of them are new.

    Two articles of one export are two, however alike: none becomes an article that another of them has become.
    """
    present = articles_like(items)
    alike = {article.pk for found in present.values() for article in found}
    claimed = set(RestoredArticle.objects.filter(export=export, article__in=alike).values_list("article_id", flat=True))
    taken = set(Article.objects.filter(pk__in=[item.id for item in items]).values_list("pk", flat=True))
    taken |= set(
        ArticleRedirect.objects.filter(old_id__in=[item.id for item in items]).values_list("old_id", flat=True)
    )
    articles, created = {}, {}
    for item in items:
        source = authorities.source(item.source) if item.source else None
        key = (source.pk if source else None, text_digest(item.blocks), headline_key(item.headline))
        twins = [article for article in present[key] if article.pk not in claimed]
        if twins:
            articles[item.id] = next((twin for twin in twins if twin.pk == item.id), twins[0])
            claimed.add(articles[item.id].pk)
            continue
        article = new_article(item, source, authorities)
        if item.id not in taken:
            article.pk = item.id
        articles[item.id] = created[item.id] = article
    # Those that keep their number first: a number given anew must not be one that another article brings.
    Article.objects.bulk_create([article for article in created.values() if article.pk])
    reset_sequences()
    Article.objects.bulk_create([article for article in created.values() if not article.pk])
    write_relations([item for item in items if item.id in created], articles, authorities)
    return articles, len(created)


def articles_like(items: list[ExportedArticle]) -> dict[tuple, list[Article]]:
    """The articles of the archive that have the source, text and headline of an item, by these three."""
    like = Article.objects.filter(
        keys__key__in={headline_key(item.headline) for item in items},
        text_digest__in={text_digest(item.blocks) for item in items},
    )
    present = defaultdict(list)
    for article in like.distinct().order_by("pk").prefetch_related("keys"):
        for key in article.keys.all():
            present[article.source_id, article.text_digest, key.key].append(article)
    return present


def new_article(item: ExportedArticle, source, authorities: Authorities) -> Article:
    """The row of an article that is new here, as the export has it."""
    first, last = calendars.bounds(item.published) if item.published else (None, None)
    found, latest = mentions.of_blocks(item.blocks)
    return Article(
        headline=item.headline,
        deck=item.deck or "",
        source=source,
        section=authorities.section(item.section) if item.section else None,
        published=item.published or "",
        published_from=first,
        published_to=last,
        url=item.url or "",
        language=item.language or "",
        completeness=item.completeness,
        mentions=found,
        latest_date_mentioned=latest,
        text_digest=text_digest(item.blocks),
    )


def write_relations(items: list[ExportedArticle], articles: dict[int, Article], authorities: Authorities) -> None:
    """Blocks, keys, names and tags of new articles."""
    rows.replace_blocks({articles[item.id].pk: item.blocks for item in items})
    rows.replace_keys(
        {
            articles[item.id].pk: {headline_key(item.headline)} | ({address_key(item.url)} if item.url else set())
            for item in items
        }
    )
    for field, find in (("authors", authorities.author), ("places", authorities.place), ("tags", authorities.tag)):
        wanted = {articles[item.id].pk: {find(name).pk for name in getattr(item, field)} for item in items}
        rows.replace_relations(Article._meta.get_field(field), wanted)


def write_appearances(items: list[ExportedArticle], articles: dict[int, Article], run: ImportRun | None) -> None:
    """Where each article stood, in dumps that are known by their name only."""
    dumps = DumpsByName([at for item in items for at in item.provenance], run)
    created = []
    for item in items:
        article = articles[item.id]
        claimed = set()
        for at in item.provenance:
            dump = dumps.place(at, article.pk, claimed)
            if dump:
                created.append(
                    Appearance(
                        dump=dump,
                        article=article,
                        run=run,
                        role=at.role,
                        first_line=at.first_line,
                        last_line=at.last_line,
                        seen=seen(item, at),
                        text_digest=article.text_digest if at.role in ("main", "appended") else "",
                    )
                )
    Appearance.objects.bulk_create(created, batch_size=500)


def seen(item: ExportedArticle, at: ExportedAppearance) -> dict:
    """What the export lets us say was seen there: of a whole text its facts, of a card its parts."""
    if at.role in ("main", "appended"):
        known = {
            "source": item.source,
            "section": item.section,
            "authors": list(item.authors),
            "places": list(item.places),
            "published": item.published,
            "url": item.url,
            "tags": list(item.tags),
            "language": item.language,
        }
        facts = {"headline": item.headline, "deck": item.deck, "place": None}
        return facts | {name: value for name, value in known.items() if value}
    is_excerpt = item.completeness == "excerpt"
    caption = next((block for block in item.blocks if block.kind == CAPTION and is_excerpt), None)
    return {
        "headline": item.headline,
        "section": item.section,
        "caption": caption.text if caption else None,
        "credit": caption.credit if caption else None,
        "teaser": next((block.text for block in item.blocks if block.kind == PARAGRAPH and is_excerpt), None),
        "byline": BYLINE_SEPARATOR.join(item.authors) or None,
        "place": BYLINE_SEPARATOR.join(item.places) or None,
        "media": None,
    }


class DumpsByName:
    """Rows for dumps of which an export tells the name only; two of one name are told apart by their lines."""

    def __init__(self, places: list[ExportedAppearance], run: ImportRun | None):
        self.run = run
        self.taken = defaultdict(dict)
        self.rows = {}
        for name in dict.fromkeys(at.dump for at in places):
            for row in Dump.objects.filter(name=name, template="restored"):
                self.rows[row.sha256] = row
        lines = [at.first_line for at in places] or [0]
        # Not all that is known of a file of a million lines.
        found = Appearance.objects.filter(dump__in=list(self.rows.values()), first_line__range=(min(lines), max(lines)))
        for sha256, line, article in found.values_list("dump__sha256", "first_line", "article_id"):
            self.taken[sha256][line] = article

    def place(self, at: ExportedAppearance, article: int, claimed: set[tuple[str, int]]) -> Dump | None:
        """The dump in which an appearance is to stand, or None where it stands there already.

        `claimed` are the places of the article's other appearances, for it may stand in two dumps of one name.
        """
        number = 1
        while True:
            key = hashlib.sha256(f"restored:{number}:{at.dump}".encode("utf-8", "surrogatepass")).hexdigest()
            owner = self.taken[key].get(at.first_line)
            is_free = (key, at.first_line) not in claimed
            if owner in (None, article):
                claimed.add((key, at.first_line))
            if owner == article and is_free:
                return None
            if owner is None:
                self.taken[key][at.first_line] = article
                return self.row(key, at.dump)
            number += 1

    def row(self, key: str, name: str) -> Dump:
        if key not in self.rows:
            self.rows[key] = Dump.objects.create(
                name=name, sha256=key, size=0, encoding="", template="restored", template_version=1, run=self.run
            )
        return self.rows[key]


def make_links(export: Dump) -> None:
    """Make the links of a restored export in their order, now that all its articles have numbers."""
    restored = RestoredArticle.objects.filter(export=export)
    number_of = dict(restored.values_list("old_id", "article_id"))
    links = (
        Link(from_article_id=row.article_id, to_article_id=number_of[old], kind=kind, origin=origin, position=position)
        for row in restored.iterator()
        for position, (old, kind, origin) in enumerate(row.related)
        if old in number_of and number_of[old] != row.article_id
    )
    Link.objects.bulk_create(links, batch_size=500, ignore_conflicts=True)
    restored.update(related=[])


def reset_sequences() -> None:
    """Let a database that counts numbers apart from its rows (PostgreSQL) go on after the numbers that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Article]):
            cursor.execute(statement)
