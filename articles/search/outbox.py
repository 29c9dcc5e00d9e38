"""The outbox: which articles the index has still to learn about, and the one way in which it learns.

A change of an article and its `IndexChange` row are written in one transaction; the row goes when the index has been
committed. Whatever dies in between, the row is still there, and to apply it once more changes nothing.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db.models import Max
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.utils import get_model_ct

from articles.models import Article, IndexChange
from articles.search import writing
from articles.search.bulk import Analysts
from articles.search.documents import Document
from articles.search.errors import IndexUnavailable
from articles.search.folders import writer_lock
from articles.search.readers import index_count
from articles.search.recording import record_changes
from articles.search.signals import OutboxSignalProcessor
from articles.search.soundness import find_fault, is_reported

__all__ = ["OutboxSignalProcessor", "apply_changes", "has_work", "pending", "rebuild", "record_changes"]

log = logging.getLogger(__name__)

# Rows of one commit: enough that a large import is few commits, few enough that a stop is not long in coming.
BATCH = 5000
# More changes than this, if they are more than the index has articles, are quicker made by building it anew.
_MOST_CHANGES = 20_000
# Rows removed at a time.
_CHUNK = 500


def pending() -> int:
    """How many changes wait."""
    return IndexChange.objects.count()


def has_work() -> bool:
    """That there are changes to apply, no index yet to apply them to, or one that a search could not read."""
    path = _backend().path
    return not writing.exists(path) or is_reported(path) or IndexChange.objects.exists()


def apply_changes(wait: float = 60.0, goes_on: Callable[[], bool] = lambda: True) -> int:
    """Bring the index up to date; how many articles that were. Where it is missing or damaged, it is built anew.

    What is recorded meanwhile waits for the next call, so that this one ends however much is edited.
    To be called outside transactions. Raises IndexBusy if another process writes for longer than `wait` seconds.
    Between batches `goes_on` is asked.
    """
    backend, applied = _backend(), 0
    with writer_lock(backend.path, wait):
        if fault := find_fault(backend.path):
            applied = _mend(fault)
        if pending() > max(_MOST_CHANGES, index_count(backend.path)):
            return applied + _build()
        waiting = IndexChange.objects.filter(pk__lte=_newest()).order_by("pk").values_list("pk", "article_id")
        while goes_on() and (rows := list(waiting[:BATCH])):
            numbers = sorted({article for _, article in rows})
            try:
                writing.change(backend.path, _documents(numbers), map(_identifier, numbers))
            except IndexUnavailable as error:
                applied += _mend(error.what)
            else:
                _forget(row for row, _ in rows)
                applied += len(numbers)
    return applied


def _newest() -> int:
    """The number of the change recorded last."""
    return IndexChange.objects.aggregate(newest=Max("pk"))["newest"] or 0


def rebuild(wait: float = 60.0) -> int:
    """Build the whole index anew beside the one in use, then switch; how many articles it holds."""
    with writer_lock(_backend().path, wait):
        return _build()


def _mend(fault: str) -> int:
    log.warning("%s It is built anew.", fault)
    return _build()


def _build() -> int:
    """Changes recorded before the build are seen by it; those that come during it wait for the next `apply_changes`."""
    backend = _backend()
    recorded = list(IndexChange.objects.values_list("pk", flat=True))
    numbers = list(Article.objects.published().order_by("pk").values_list("pk", flat=True))
    schema = backend.build_schema()[1]
    with Analysts() as analysts:
        built = writing.create_from_drafts(backend.path, schema, analysts.drafts_of(numbers), analysts.terms_of)
    _forget(recorded)
    log.info("Built the index: %d articles", built)
    return built


def _documents(numbers: Iterable[int]) -> Iterator[Document]:
    """The documents of those of these articles that visitors may see."""
    index = connections[DEFAULT_ALIAS].get_unified_index().get_index(Article)
    yield from _backend().prepare_many(index, numbers)


def _identifier(number: int) -> str:
    return f"{get_model_ct(Article)}.{number}"


def _forget(rows: Iterable[int]) -> None:
    for chunk in _chunks(rows):
        IndexChange.objects.filter(pk__in=chunk).delete()


def _chunks(numbers: Iterable[int]) -> Iterator[list[int]]:
    numbers = iter(numbers)
    while chunk := list(islice(numbers, _CHUNK)):
        yield chunk


def _backend():
    return connections[DEFAULT_ALIAS].get_backend()
