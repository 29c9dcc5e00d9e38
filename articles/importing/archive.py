"""Writing dumps into the archive: a batch in one transaction, with a number of queries that does not grow with it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from articles.authorities import Authorities
from articles.corpus.records import BlockRecord, Rejection
from articles.importing import links, rows
from articles.importing.assigning import Assignment, assign_all, is_changed
from articles.importing.dumps import KNOWN, NEW, REFUSED, UPDATED, DumpFacts, DumpOutcome, LoadedDump, Portion
from articles.importing.merging import merge_articles
from articles.importing.settling import settle
from articles.importing.sightings import Sighting, of_appearance
from articles.models import Appearance, Article, ArticleKey, Block, Dump, ImportRun


@dataclass
class BatchOutcome:
    """What became of each portion, and how many articles the batch added, changed and joined to others."""

    dumps: list[DumpOutcome]
    added: int = 0
    changed: int = 0
    merged: int = 0

    def include(self, other: "BatchOutcome") -> None:
        """Add what became of another part of the same batch."""
        self.dumps += other.dumps
        self.added += other.added
        self.changed += other.changed
        self.merged += other.merged


@transaction.atomic
def add_portions(
    portions: list[Portion], run: ImportRun | None = None, authorities: Authorities | None = None
) -> BatchOutcome:
    """Bring portions of dumps into the archive; what is there changes nothing, unless more is known of it now."""
    authorities = authorities or Authorities()
    batch = BatchOutcome([])
    for part in without_repeats(portions):
        add_part(part, run, authorities, batch)
    return batch


def without_repeats(portions: list[Portion]) -> Iterator[list[Portion]]:
    """Portions in parts, none of which holds a file that comes again in it, under another name or a compression.

    The archive must know a file before it can tell that it comes again.
    """
    part, ended = [], set()
    for portion in portions:
        if portion.dump.sha256 in ended:
            yield part
            part, ended = [], set()
        part.append(portion)
        if portion.is_last:
            ended.add(portion.dump.sha256)
    yield part


def add_part(portions: list[Portion], run: ImportRun | None, authorities: Authorities, batch: BatchOutcome) -> None:
    """Add portions of files of which none comes twice, and what became of them to the outcome of the batch."""
    keys = {portion.dump.sha256 for portion in portions}
    known = {dump.sha256: dump for dump in Dump.objects.filter(sha256__in=keys)}
    arriving, updated = [], []
    for portion in portions:
        dump = portion.dump
        row = known.get(dump.sha256)
        status = NEW
        rejections = list(portion.rejections)
        if row and row.is_complete and is_news(row, dump.facts):
            status, rejections = update(row, dump, authorities, rejections)
            updated += [dump] if status == UPDATED else []
        elif row and row.is_complete:
            status = KNOWN
        else:
            arriving.append(portion)
        batch.dumps.append(DumpOutcome(dump.path, status, portion.counts(), rejections))
    if not arriving and not updated:
        return
    dump_rows = rows.write_dumps(arriving, known, authorities, run)
    touched = {dump.sha256: known[dump.sha256] for dump in updated}
    sightings = without_known([s for portion in arriving for s in portion.sightings(authorities)], known)
    present = sightings_under({key for s in sightings for key in s.keys} | keys_of(touched), authorities)
    assignments = in_order_of_arrival(assign_all([*present, *sightings]), sightings)
    write(assignments, touched, dump_rows | touched, authorities, batch, run)


def without_known(sightings: list[Sighting], known: dict[str, Dump]) -> list[Sighting]:
    """Sightings but those of lines that a run which was cut off had read before."""
    if not known or not sightings:
        return sightings
    lines = [sighting.first_line for sighting in sightings]
    begun = Appearance.objects.filter(dump__in=list(known.values()), first_line__range=(min(lines), max(lines)))
    there = set(begun.values_list("dump__sha256", "first_line"))
    return [sighting for sighting in sightings if sighting.place_on_page not in there]


def in_order_of_arrival(assignments: list[Assignment], arriving: list[Sighting]) -> list[Assignment]:
    """Assignments in the order in which their articles come in the batch, which is that of their numbers."""
    order = {sighting.place_on_page: index for index, sighting in enumerate(arriving)}
    last = len(arriving)
    return sorted(assignments, key=lambda a: min(order.get(s.place_on_page, last) for s in a.cluster.sightings))


def is_news(row: Dump, facts: DumpFacts) -> bool:
    """Whether the operator now says more, or other, of a dump that is in the archive."""
    if facts.source and facts.source != (row.source.name if row.source else ""):
        return True
    if not (facts.published or facts.url or facts.tags):
        return False
    main = row.appearances.filter(role=Appearance.Role.MAIN).first()
    return bool(main) and any(
        [
            facts.published and facts.published != main.seen.get("published"),
            facts.url and facts.url != main.seen.get("url"),
            not set(facts.tags) <= set(main.seen.get("tags", ())),
        ]
    )


def update(row: Dump, dump: LoadedDump, authorities: Authorities, rejections: list) -> tuple[str, list[Rejection]]:
    """Write what is newly known of a dump. A source that was named once is not changed by naming another."""
    facts = dump.facts
    if facts.source and row.source and facts.source != row.source.name:
        reason = f"already imported as of the source {row.source.name}; it cannot be of {facts.source} too"
        return REFUSED, [Rejection(None, reason)]
    if facts.source:
        row.source = authorities.source(facts.source)
        row.save(update_fields=["source"])
    given = {name: value for name in ("published", "url") if (value := getattr(facts, name))}
    for main in row.appearances.filter(role=Appearance.Role.MAIN):
        tags = list(dict.fromkeys([*main.seen.get("tags", ()), *facts.tags]))
        new_tags = [tag for tag in tags if tag not in main.seen.get("tags", ())]
        main.seen = main.seen | given | ({"tags": tags} if tags else {})
        main.save(update_fields=["seen"])
        rows.add_tags([(main.article_id, new_tags)], authorities)
    return UPDATED, rejections


def keys_of(dumps: dict[str, Dump]) -> set[str]:
    """The keys of the articles that stand in dumps."""
    if not dumps:
        return set()
    found = ArticleKey.objects.filter(article__appearances__dump__in=list(dumps.values()))
    return set(found.values_list("key", flat=True))


def sightings_under(keys: set[str], authorities: Authorities) -> list[Sighting]:
    """All sightings in the archive of articles with these keys, or with a key of such an article, and so on."""
    articles, unseen = set(), keys
    while unseen:
        found = set(ArticleKey.objects.filter(key__in=unseen).values_list("article_id", flat=True)) - articles
        articles |= found
        shared = set(ArticleKey.objects.filter(article_id__in=found).values_list("key", flat=True)) if found else set()
        keys, unseen = keys | shared, shared - keys
    return sightings_of(articles, authorities) if articles else []


def sightings_of(articles: set[int], authorities: Authorities) -> list[Sighting]:
    """All sightings of articles, their texts with them."""
    found = list(Appearance.objects.filter(article_id__in=articles).select_related("dump"))
    texts = defaultdict(list)
    bare = {row.article_id for row in found if row.text_digest and "blocks" not in row.seen}
    for block in Block.objects.filter(article_id__in=bare).order_by("article_id", "position"):
        texts[block.article_id].append(BlockRecord(block.kind, block.text, block.credit or None))
    return [of_row(row, tuple(texts.get(row.article_id, ())), authorities) for row in found]


def of_row(row: Appearance, blocks: tuple[BlockRecord, ...], authorities: Authorities) -> Sighting:
    """The sighting that a row records, of its record's own source or of its dump's."""
    own = row.seen.get("source")
    return of_appearance(row, blocks, authorities.source(own).pk if own else row.dump.source_id)


def write(
    assignments: list[Assignment],
    touched: dict[str, Dump],
    dump_rows: dict[str, Dump],
    authorities: Authorities,
    batch: BatchOutcome,
    run: ImportRun | None,
) -> None:
    """Write the articles that these assignments make or change, with their sightings and links."""
    existing = Article.objects.in_bulk([a.article_id for a in assignments if a.article_id])
    changed = [
        a
        for a in assignments
        if is_changed(a, frozenset(touched))
        or a.cluster.is_in_doubt != (existing[a.article_id].review in rows.IDENTITY_REVIEWS)
    ]
    settled = [(a, settle(a.cluster)) for a in changed]
    articles = rows.write_articles(settled, existing, authorities)
    moved = rows.write_appearances(changed, articles, dump_rows, run)
    merged = merge_articles(changed, articles)
    rows.add_tags(rows.named_tags(changed, articles), authorities)
    links.settle_links(moved, merged)
    rows.record_changes(articles, merged)
    batch.added += sum(assignment.article_id is None for assignment in changed)
    batch.changed += sum(assignment.article_id is not None for assignment in changed)
    batch.merged += len(merged)


def keep_text_as_seen(article: Article) -> None:
    """Before an editor changes the text of an article: let its appearances hold the text that they share with it."""
    text = [[block.kind, block.text, block.credit or None] for block in article.blocks.all()]
    for row in article.appearances.exclude(text_digest=""):
        if "blocks" not in row.seen:
            row.seen = row.seen | {"blocks": text}
            row.save(update_fields=["seen"])
