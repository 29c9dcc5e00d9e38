"""The rows of a batch: each kind in a fixed number of statements, whatever the number of articles."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import connection

from articles.authorities import Authorities
from articles.importing.article_values import SETTLED_FIELDS, NewArticle, set_unedited, settled_values, text_values
from articles.importing.assigning import Assignment
from articles.importing.dumps import LoadedDump, Portion, add_counts
from articles.importing.inserting import insert, insert_rows
from articles.importing.settling import Facts
from articles.models import (
    Appearance,
    Article,
    ArticleKey,
    Block,
    Dump,
    ImportRun,
    IndexChange,
)

IDENTITY_REVIEWS = (Article.Review.AMBIGUOUS_IDENTITY, Article.Review.UNKNOWN_SOURCE)
# Of a dump's dropped lines and refusals: all of a page, the first of a file of a million records.
MOST_KEPT = 10_000
LONGEST_CREDIT = Block._meta.get_field("credit").max_length
WRITTEN_FIELDS = [
    *SETTLED_FIELDS,
    "source",
    "published_from",
    "published_to",
    "text_digest",
    "mentions",
    "latest_date_mentioned",
    "edited_fields",
    "status",
    "withdrawn_reason",
    "withdrawn_at",
    "changed_at",
]
APPEARANCE_COLUMNS = (
    "dump_id",
    "article_id",
    "run_id",
    "role",
    "first_line",
    "last_line",
    "seen",
    "text_digest",
)
Settled = list[tuple[Assignment, Facts]]
Articles = dict[int, Article | NewArticle]  # by the identity of the assignment: id(assignment)


def write_dumps(
    portions: list[Portion], known: dict[str, Dump], authorities: Authorities, run: ImportRun | None
) -> dict[str, Dump]:
    """Rows of dumps that are new, and of those that go on, by checksum; counts and what was dropped are added up."""
    found = {}
    for portion in portions:
        dump = portion.dump
        row = found.get(dump.sha256) or known.get(dump.sha256) or new_dump(dump, authorities, run)
        if not has_articles(row.counts):
            # What was read before, with another mapping it may be, gave nothing: this reading takes its place.
            row.counts, row.dropped, row.rejections = {}, [], []
        row.counts = add_counts(row.counts, portion.counts())
        row.dropped += [[line.line, line.reason, line.text] for line in portion.furniture]
        row.rejections += [[rejection.line, rejection.reason] for rejection in portion.rejections]
        del row.dropped[MOST_KEPT:], row.rejections[MOST_KEPT:]
        row.is_complete = portion.is_last and has_articles(row.counts)
        found[dump.sha256] = row
    Dump.objects.bulk_create([row for row in found.values() if row.pk is None])
    begun = [row for key, row in found.items() if key in known]
    Dump.objects.bulk_update(begun, ["counts", "dropped", "rejections", "is_complete"])
    return found


def has_articles(counts: dict) -> bool:
    return bool(counts.get("articles") or counts.get("cards"))


def new_dump(dump: LoadedDump, authorities: Authorities, run: ImportRun | None) -> Dump:
    """The row of a dump that is new."""
    return Dump(
        name=dump.name,
        sha256=dump.sha256,
        size=dump.size,
        encoding=dump.encoding,
        template=dump.template,
        template_version=dump.template_version,
        source=authorities.source(dump.facts.source) if dump.facts.source else None,
        run=run,
    )


def write_articles(settled: Settled, existing: dict[int, Article], authorities: Authorities) -> Articles:
    """Create or change the article of each assignment, its blocks, authors and places; editors' fields stay theirs."""
    authorities.prepare(
        authors=(name for _, facts in settled for name in facts.authors),
        places=(name for _, facts in settled for name in facts.places),
        tags=(name for a, _ in settled for sighting in a.cluster.sightings for name in sighting.tags),
    )
    now = datetime.now(UTC)
    articles, texts = {}, {}
    arriving = [(a, facts) for a, facts in settled if a.article_id is None]
    values = (settled_values(a, facts, authorities) | text_values(facts) for a, facts in arriving)
    numbers = insert_rows(Article, (row | {"added_at": now, "changed_at": now} for row in values))
    for (assignment, facts), number in zip(arriving, numbers, strict=True):
        articles[id(assignment)] = NewArticle(number, facts.text_digest)
        texts[number] = facts.blocks
    for assignment, facts in settled:
        if assignment.article_id is not None:
            article = articles[id(assignment)] = existing[assignment.article_id]
            article.changed_at = now
            set_unedited(article, settled_values(assignment, facts, authorities))
            if article.text_digest != facts.text_digest and "blocks" not in article.edited_fields:
                set_unedited(article, text_values(facts))
                texts[article.pk] = facts.blocks
    Article.objects.bulk_update([existing[a.article_id] for a, _ in settled if a.article_id], WRITTEN_FIELDS, 200)
    write_parts(settled, articles, texts, frozenset(numbers), authorities)
    return articles


def write_parts(
    settled: Settled, articles: Articles, texts: dict[int, tuple], new: frozenset[int], authorities: Authorities
) -> None:
    """Give the articles of assignments, of which those of `new` have nothing yet, their texts, keys and names."""
    replace_blocks(texts, new)
    replace_keys({articles[id(a)].pk: {key for s in a.cluster.sightings for key in s.keys} for a, _ in settled}, new)
    for field, find in (("authors", authorities.author), ("places", authorities.place)):
        wanted = {
            article.pk: {find(name).pk for name in getattr(facts, field)}
            for article, facts in ((articles[id(a)], facts) for a, facts in settled)
            if field not in article.edited_fields
        }
        replace_relations(Article._meta.get_field(field), wanted, new)


def replace_blocks(texts: dict[int, tuple], new: frozenset[int] = frozenset()) -> None:
    """Give articles, by number, their new text; those of `new` have none yet."""
    Block.objects.filter(article_id__in=texts.keys() - new).delete()
    insert(
        Block,
        ("article_id", "position", "kind", "text", "credit"),
        (
            (pk, position, block.kind, block.text, (block.credit or "")[:LONGEST_CREDIT])
            for pk, blocks in texts.items()
            for position, block in enumerate(blocks)
        ),
    )


def replace_keys(wanted: dict[int, set[str]], new: frozenset[int] = frozenset()) -> None:
    """Make the keys of articles, by number, be exactly those wanted; those of `new` have none yet."""
    there = ArticleKey.objects.filter(article_id__in=wanted.keys() - new)
    present = {(article, key): pk for pk, article, key in there.values_list("pk", "article_id", "key")}
    pairs = {(article, key) for article, keys in wanted.items() for key in keys}
    ArticleKey.objects.filter(pk__in=[pk for pair, pk in present.items() if pair not in pairs]).delete()
    insert(ArticleKey, ("article_id", "key"), sorted(pairs - present.keys()))


def replace_relations(field, wanted: dict[int, set[int]], new: frozenset[int] = frozenset()) -> None:
    """Make a many-to-many field of articles, by number, be exactly the wanted rows; those of `new` have none yet."""
    through = field.remote_field.through
    column = field.m2m_reverse_field_name() + "_id"
    present = through.objects.filter(article_id__in=wanted.keys() - new)
    rows = {(row.article_id, getattr(row, column)): row.pk for row in present}
    pairs = {(article, other) for article, others in wanted.items() for other in others}
    through.objects.filter(pk__in=[pk for pair, pk in rows.items() if pair not in pairs]).delete()
    insert(through, ("article_id", column), sorted(pairs - rows.keys()))


def named_tags(changed: list[Assignment], articles: Articles) -> list[tuple[int, tuple[str, ...]]]:
    """The tags that new sightings name, by number of their article."""
    return [
        (articles[id(a)].pk, sighting.tags)
        for a in changed
        for sighting in a.cluster.sightings
        if sighting.tags and sighting.appearance_id is None
    ]


def add_tags(named: Iterable[tuple[int, Iterable[str]]], authorities: Authorities) -> None:
    """Give articles, by number, the tags that are named of them; an import only ever adds tags."""
    pairs = {(article, authorities.tag(name).pk) for article, names in named for name in names}
    through = Article.tags.through
    through.objects.bulk_create(
        (through(article_id=article, tag_id=tag) for article, tag in sorted(pairs)), ignore_conflicts=True
    )


def write_appearances(
    changed: list[Assignment], articles: Articles, dumps: dict[str, Dump], run: ImportRun | None
) -> set[int]:
    """Create the appearances of new sightings and change those that moved; answer the dumps in which these stand.

    A whole text is kept with the appearance where the article now shows another.
    """
    created, altered, moved, moved_from = [], [], set(), []
    for assignment in changed:
        article = articles[id(assignment)]
        for sighting in assignment.cluster.sightings:
            shares_text = sighting.digest == article.text_digest and "blocks" not in article.edited_fields
            seen = sighting.seen(with_blocks=not shares_text)
            if sighting.appearance_id is None:
                dump = dumps[sighting.dump_key].pk
                lines = sighting.first_line, sighting.last_line
                values = (dump, article.pk, run and run.pk, sighting.role, *lines, json.dumps(seen), sighting.digest)
                created.append(values)
                moved.add(dump)
            else:
                altered.append(Appearance(pk=sighting.appearance_id, article_id=article.pk, seen=seen))
                if sighting.article_id != article.pk or sighting.dump_key in dumps:
                    moved_from.append(sighting.appearance_id)
    insert(Appearance, APPEARANCE_COLUMNS, created)
    Appearance.objects.bulk_update(altered, ["article", "seen"], batch_size=200)
    if moved_from:
        moved |= set(Appearance.objects.filter(pk__in=moved_from).values_list("dump_id", flat=True))
    return moved


def record_changes(articles: Articles, merged: dict[int, Article]) -> None:
    """Tell the index, in the same transaction, which articles changed and which are gone."""
    numbers = {article.pk for article in articles.values()} | merged.keys()
    now = connection.ops.adapt_datetimefield_value(datetime.now(UTC))
    insert(IndexChange, ("article_id", "created_at"), ((number, now) for number in sorted(numbers)))
