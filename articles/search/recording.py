"""Writing to the outbox: that articles changed, in the transaction in which they did."""

from collections.abc import Iterable

from articles.models import IndexChange

_AT_ONCE = 500


def record_changes(article_ids: Iterable[int]) -> None:
    """Say that these articles changed, in whatever way. To be called in the transaction of the change."""
    IndexChange.objects.bulk_create((IndexChange(article_id=pk) for pk in article_ids), batch_size=_AT_ONCE)
