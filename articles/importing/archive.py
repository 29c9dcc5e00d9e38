"""Writing dumps into the archive: a batch in one transaction, with a number of queries that does not grow with it."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db import transaction

from articles.authorities import Authorities
from articles.corpus.records import BlockRecord, Rejection
from articles.importing import links, rows
from articles.importing.assigning import Assignment, assign, is_changed
from articles.importing.dumps import KNOWN, NEW, REFUSED, UPDATED, DumpFacts, DumpOutcome, LoadedDump
from articles.importing.settling import settle
from articles.importing.sightings import Sighting, of_appearance
from articles.models import Appearance, Article, Block, Dump


@dataclass
class BatchOutcome:
    """What became of each dump, and how many articles the batch added, changed and joined to others."""

    dumps: list[DumpOutcome]
    added: int = 0
    changed: int = 0
    merged: int = 0


@transaction.atomic
def add_dumps(loaded: list[LoadedDump]) -> BatchOutcome:
    """Bring dumps into the archive; one that is there already changes nothing, unless more is known of it now."""
    known = {dump.sha256: dump for dump in Dump.objects.filter(sha256__in=[dump.sha256 for dump in loaded])}
    authorities = Authorities()
    batch = BatchOutcome([])
    new, updated = {}, {}
    for dump in loaded:
        if dump.sha256 in new or (dump.sha256 in known and not is_news(known[dump.sha256], dump.facts)):
            batch.dumps.append(DumpOutcome(dump.path, KNOWN, dump.counts(), list(dump.page.rejections)))
        elif dump.sha256 in known:
            batch.dumps.append(update(known[dump.sha256], dump, authorities))
            if batch.dumps[-1].status == UPDATED:
                updated[dump.sha256] = dump
        else:
            new[dump.sha256] = dump
            batch.dumps.append(DumpOutcome(dump.path, NEW, dump.counts(), list(dump.page.rejections)))
    if not new and not updated:
        return batch
    dump_rows = rows.create_dumps(new.values(), authorities)
    arriving = [s for dump in new.values() for s in dump.sightings(dump_rows[dump.sha256].source_id)]
    keys = {sighting.key for sighting in arriving} | keys_of(updated)
    present = sightings_under(keys)
    assignments = in_order_of_arrival(assign_by_key([*present, *arriving]), arriving)
    write(assignments, frozenset(updated), dump_rows | {key: known[key] for key in updated}, authorities, batch)
    rows.add_tags([*new.values(), *updated.values()], authorities)
    return batch


def assign_by_key(sightings: list[Sighting]) -> list[Assignment]:
    """Sightings as articles: only those under one headline key are compared."""
    by_key = defaultdict(list)
    for sighting in sightings:
        by_key[sighting.key].append(sighting)
    return [assignment for group in by_key.values() for assignment in assign(group)]


def in_order_of_arrival(assignments: list[Assignment], arriving: list[Sighting]) -> list[Assignment]:
    """Assignments in the order in which their articles come in the batch, which is that of their numbers."""
    order = {sighting.place_on_page: index for index, sighting in enumerate(arriving)}
    last = len(arriving)
    return sorted(assignments, key=lambda a: min(order.get(s.place_on_page, last) for s in a.cluster.sightings))


def is_news(row: Dump, facts: DumpFacts) -> bool:
    """Whether the operator now says more, or other, of a dump that is in the archive."""
    main = row.appearances.filter(role=Appearance.Role.MAIN).first()
    seen = main.seen if main else {}
    return (
        bool(facts.source and facts.source != (row.source.name if row.source else ""))
        or bool(main and facts.published and facts.published != seen.get("published"))
        or bool(main and facts.url and facts.url != seen.get("url"))
    )


def update(row: Dump, dump: LoadedDump, authorities: Authorities) -> DumpOutcome:
    """Write what is newly known of a dump. A source that was named once is not changed by naming another."""
    facts = dump.facts
    if facts.source and row.source and facts.source != row.source.name:
        reason = f"already imported as of the source {row.source.name}; it cannot be of {facts.source} too"
        return DumpOutcome(dump.path, REFUSED, dump.counts(), [Rejection(None, reason)])
    if facts.source:
        row.source = authorities.source(facts.source)
        row.save(update_fields=["source"])
    given = {name: value for name in ("published", "url") if (value := getattr(facts, name))}
    for main in row.appearances.filter(role=Appearance.Role.MAIN):
        main.seen = main.seen | given
        main.save(update_fields=["seen"])
    return DumpOutcome(dump.path, UPDATED, dump.counts(), list(dump.page.rejections))


def keys_of(updated: dict[str, LoadedDump]) -> set[str]:
    """The headline keys of the articles that stand in dumps."""
    found = Article.objects.filter(appearances__dump__sha256__in=list(updated))
    return set(found.values_list("headline_key", flat=True))


def sightings_under(keys: set[str]) -> list[Sighting]:
    """All sightings in the archive of articles with these headline keys, their texts with them."""
    found = list(Appearance.objects.filter(article__headline_key__in=list(keys)).select_related("dump"))
    texts = defaultdict(list)
    bare = {row.article_id for row in found if row.text_digest and "blocks" not in row.seen}
    for block in Block.objects.filter(article_id__in=bare).order_by("article_id", "position"):
        texts[block.article_id].append(BlockRecord(block.kind, block.text, block.credit or None))
    return [of_appearance(row, tuple(texts.get(row.article_id, ()))) for row in found]


def write(
    assignments: list[Assignment],
    touched: frozenset[str],
    dump_rows: dict[str, Dump],
    authorities: Authorities,
    batch: BatchOutcome,
) -> None:
    """Write the articles that these assignments make or change, with their sightings and links."""
    existing = Article.objects.in_bulk([a.article_id for a in assignments if a.article_id])
    changed = [
        a
        for a in assignments
        if is_changed(a, touched) or existing[a.article_id].review in rows.IDENTITY_REVIEWS or a.cluster.is_in_doubt
    ]
    settled = [(a, settle(a.cluster)) for a in changed]
    articles = rows.write_articles(settled, existing, authorities)
    moved = rows.write_appearances(changed, articles, dump_rows)
    merged = rows.merge_articles(changed, articles)
    links.settle_links(moved, merged)
    rows.record_changes(articles, merged)
    batch.added += sum(assignment.article_id is None for assignment in changed)
    batch.changed += sum(assignment.article_id is not None for assignment in changed)
    batch.merged += len(merged)


def keep_text_as_seen(article: Article) -> None:
    """Before an editor changes the text of an article: let its appearances hold the text that they share with it."""
    text = tuple(BlockRecord(block.kind, block.text, block.credit or None) for block in article.blocks.all())
    for row in article.appearances.exclude(text_digest=""):
        if "blocks" not in row.seen:
            sighting = replace(of_appearance(row, text), blocks=text)
            row.seen = sighting.seen(with_blocks=True)
            row.save(update_fields=["seen"])
