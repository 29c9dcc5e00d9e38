"""The index compared with the database, article by article."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
from haystack import connections
from haystack.constants import DEFAULT_ALIAS, DJANGO_ID

from articles.models import Article, IndexChange
from articles.search.bulk import Analysts
from articles.search.engine.digesting import SegmentDigests, digests_of_draft
from articles.search.folders import index_path
from articles.search.outbox import apply_changes, rebuild
from articles.search.readers import Snapshot, reading, snapshot
from articles.search.recording import record_changes
from articles.search.schema import ANALYSIS, number_fields, value_fields
from articles.search.soundness import check_all

_POLL = 0.2
# Rows asked for by number at a time.
_CHUNK = 500


@dataclass(frozen=True)
class Differences:
    """Numbers of articles: published but not in the index, in the index but not published, there more than once, and
    indexed as they no longer are."""

    missing: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    doubled: tuple[int, ...] = ()
    stale: tuple[int, ...] = ()

    def by_kind(self) -> dict[str, tuple[int, ...]]:
        return {field.name: numbers for field in fields(self) if (numbers := getattr(self, field.name))}

    def articles(self) -> set[int]:
        return {number for numbers in self.by_kind().values() for number in numbers}


@dataclass(frozen=True)
class Checked:
    """`waiting` counts those different articles whose change still waits in the outbox."""

    compared: int
    differences: Differences
    waiting: int = 0


def check(wait: float = 5.0, texts: bool = True) -> Checked:
    """Compare all articles, or IndexUnavailable. Without `texts` only which are there, not what is indexed of them.

    What is being changed meanwhile is looked at again, for `wait` seconds, until the writer has applied the change.
    """
    path, until = index_path(), time.monotonic() + wait
    index = snapshot(path)
    with reading(index):
        check_all(index)
    compared, differences = _compare(index, None, texts)
    while articles := differences.articles():
        waiting = _waiting(articles)
        # Where nothing waits and nothing was committed, what differs will go on to.
        if time.monotonic() >= until or (not waiting and snapshot(path) is index):
            return Checked(compared, differences, waiting)
        time.sleep(_POLL)
        index = snapshot(path)
        _, differences = _compare(index, sorted(articles), texts)
    return Checked(compared, differences)


def repair(differences: Differences) -> None:
    """Have the index learn about these articles again; should that not be enough, build it anew."""
    record_changes(sorted(differences.articles()))
    apply_changes()
    if check(wait=0).differences.articles():
        rebuild()


def _compare(index: Snapshot, some: Sequence[int] | None, texts: bool) -> tuple[int, Differences]:
    """How many published articles were compared: all, or `some`; and what is wrong with them."""
    published = _published(some)
    with reading(index):
        places = index.live
        keys = index.keys[places]
        if some is not None:
            is_wanted = np.isin(keys, some)
            places, keys = places[is_wanted], keys[is_wanted]
        known, first, counts = np.unique(keys, return_index=True, return_counts=True)
        once = counts == 1
        both = np.isin(known, published) & once
        stale = _stale(index, known[both], places[first[both]]) if texts else ()
    return len(published), Differences(
        missing=tuple(np.setdiff1d(published, known).tolist()),
        gone=tuple(np.setdiff1d(known, published).tolist()),
        doubled=tuple(known[~once].tolist()),
        stale=tuple(stale),
    )


def _stale(index: Snapshot, keys: np.ndarray, docs: np.ndarray) -> Iterator[int]:
    """Those of the articles, given with their places in the index, that would be indexed otherwise now."""
    schema = connections[DEFAULT_ALIAS].get_backend().build_schema()[1]
    names = ANALYSIS.views, number_fields(schema), value_fields(schema)
    segments = [SegmentDigests(segment, *names) for segment in index.segments]
    with Analysts() as analysts:
        for draft in analysts.drafts_of(keys.tolist(), with_terms=True):
            column = draft.values[DJANGO_ID]
            drafted = np.array([int(column.terms[number]) for number in column.ids], np.int64)
            # In the order of the index, as `parted` wants them.
            order = np.argsort(docs[np.searchsorted(keys, drafted)])
            drafted, wanted = drafted[order], digests_of_draft(draft)[order]
            parts = index.parted(docs[np.searchsorted(keys, drafted)])
            indexed = [digests.of(part) for digests, part in zip(segments, parts, strict=True)]
            yield from sorted(drafted[np.concatenate(indexed) != wanted].tolist())


def _published(some: Sequence[int] | None) -> np.ndarray:
    """Their numbers, in order."""
    articles = Article.objects.published().order_by("pk").values_list("pk", flat=True)
    if some is None:
        return np.fromiter(articles.iterator(), np.int64)
    found = [pk for chunk in _chunks(some) for pk in articles.filter(pk__in=chunk)]
    return np.array(found, np.int64)


def _waiting(articles: Iterable[int]) -> int:
    rows = IndexChange.objects.values_list("article_id", flat=True).distinct()
    return sum(rows.filter(article_id__in=chunk).count() for chunk in _chunks(sorted(articles)))


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _CHUNK):
        yield numbers[start : start + _CHUNK]
