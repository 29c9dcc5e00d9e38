"""All articles analysed at once, by as many processes as there are processors."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from itertools import chain, islice

import django
from haystack import connections
from haystack.constants import DEFAULT_ALIAS

from articles.arabic.tokens import expect_many_texts
from articles.models import Article
from articles.search.engine.drafting import Draft, Terms
from articles.search.schema import ANALYSIS
from articles.search.writing import DRAFT, drafts

# Fewer are analysed sooner than other processes have started.
_WORTH_A_PROCESS = 4 * DRAFT
# Words of which a process finds the terms at a time.
_WORDS = 8000


class Analysts(AbstractContextManager):
    """The processes, which start when there is enough for them to do and end with the context."""

    def __init__(self) -> None:
        self._processes = os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def drafts_of(self, numbers: Sequence[int], with_terms: bool = False) -> Iterator[Draft]:
        """The articles with these numbers, in order. The processes read the database by themselves."""
        groups = [numbers[start : start + DRAFT] for start in range(0, len(numbers), DRAFT)]
        draft = _draft_with_terms if with_terms else _draft
        if self._processes < 2 or len(numbers) < _WORTH_A_PROCESS:
            yield from chain.from_iterable(map(draft, groups))
            return
        pool, waiting = self._start(), iter(groups)
        # No more at a time than keep all busy, so that finished drafts do not heap up.
        running: list[Future] = [pool.submit(draft, group) for group in islice(waiting, 2 * self._processes)]
        while running:
            yield from running.pop(0).result()
            running += [pool.submit(draft, group) for group in islice(waiting, 1)]

    def terms_of(self, words: Sequence[str]) -> Iterable[Terms]:
        """Of some words after the others, in order; the processes, if they have started, begin at once."""
        if not self._pool:
            return [_terms_of(words)]
        return self._pool.map(_terms_of, [words[first : first + _WORDS] for first in range(0, len(words), _WORDS)])

    def _start(self) -> ProcessPoolExecutor:
        if not self._pool:
            # Not forked: a connection to a database must not come to be in two processes.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._processes, context, initializer=django.setup)
        return self._pool


def _draft(numbers: Sequence[int]) -> list[Draft]:
    """One draft, or none where all of these have just been withdrawn."""
    expect_many_texts()
    backend = connections[DEFAULT_ALIAS].get_backend()
    index = connections[DEFAULT_ALIAS].get_unified_index().get_index(Article)
    return list(drafts(backend.build_schema()[1], backend.prepare_many(index, numbers)))


def _draft_with_terms(numbers: Sequence[int]) -> list[Draft]:
    return [draft.with_terms(ANALYSIS) for draft in _draft(numbers)]


def _terms_of(words: Sequence[str]) -> Terms:
    return ANALYSIS.terms_of(words)
