"""Changes to many articles at once, in one transaction with what the index has to learn of them."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Tag
from articles.search import outbox

CHUNK = 500  # numbers in one statement


def chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


@transaction.atomic
def withdraw(ids: list[int], reason: str) -> list[int]:
    """Withdraw articles; those that were withdrawn before keep their reason. Answers the numbers of the others."""
    now = timezone.now()
    published = Article.objects.published()
    return update(
        published, ids, status=Article.Status.WITHDRAWN, withdrawn_reason=reason, withdrawn_at=now, changed_at=now
    )


@transaction.atomic
def republish(ids: list[int]) -> list[int]:
    """Show withdrawn articles again. Answers their numbers."""
    withdrawn = Article.objects.filter(status=Article.Status.WITHDRAWN)
    values = {"withdrawn_reason": "", "withdrawn_at": None, "changed_at": timezone.now()}
    return update(withdrawn, ids, status=Article.Status.PUBLISHED, **values)


def update(rows, ids: list[int], **values) -> list[int]:
    """Set values on those of the rows that have these numbers; answers the numbers found."""
    found = [pk for chunk in chunks(ids) for pk in rows.filter(pk__in=chunk).values_list("pk", flat=True)]
    for chunk in chunks(found):
        Article.objects.filter(pk__in=chunk).update(**values)
    outbox.record_changes(found)
    return found


@transaction.atomic
def add_tag(ids: list[int], tag: Tag) -> list[int]:
    """Tag articles. Answers the numbers of those that had not the tag."""
    tagging = Article.tags.through
    tagged = set(tagging.objects.filter(tag=tag).values_list("article_id", flat=True))
    added = [pk for pk in ids if pk not in tagged]
    rows = (tagging(article_id=pk, tag_id=tag.pk) for pk in added)
    tagging.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
    outbox.record_changes(added)
    return added


@transaction.atomic
def remove_tag(ids: list[int], tag: Tag) -> list[int]:
    """Take a tag from articles. Answers the numbers of those that had it."""
    rows = Article.tags.through.objects.filter(tag=tag)
    tagged = set(rows.values_list("article_id", flat=True))
    removed = [pk for pk in ids if pk in tagged]
    for chunk in chunks(removed):
        rows.filter(article_id__in=chunk).delete()
    outbox.record_changes(removed)
    return removed
