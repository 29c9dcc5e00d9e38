"""All articles analysed at once, by as many processes as there are processors."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

import django
from haystack import connections
from haystack.constants import DEFAULT_ALIAS

from articles.models import Article
from articles.search.engine.drafting import Draft
from articles.search.writing import DRAFT, drafts

# Fewer are analysed sooner than other processes have started.
_WORTH_A_PROCESS = 4 * DRAFT


def drafts_of(numbers: Sequence[int]) -> Iterator[Draft]:
    """The articles with these numbers analysed, in order. The processes read the database by themselves."""
    groups = [numbers[start : start + DRAFT] for start in range(0, len(numbers), DRAFT)]
    processes = min(os.cpu_count() or 1, len(groups))
    if len(numbers) < _WORTH_A_PROCESS or processes < 2:
        yield from chain.from_iterable(map(_draft, groups))
        return
    # Not forked: a connection to a database must not come to be in two processes.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, initializer=django.setup) as pool:
        waiting = iter(groups)
        # No more at a time than keep all busy, so that finished drafts do not heap up.
        running: list[Future] = [pool.submit(_draft, group) for group in islice(waiting, 2 * processes)]
        while running:
            yield from running.pop(0).result()
            running += [pool.submit(_draft, group) for group in islice(waiting, 1)]


def _draft(numbers: Sequence[int]) -> list[Draft]:
    """One draft, or none where all of these have just been withdrawn."""
    backend = connections[DEFAULT_ALIAS].get_backend()
    index = connections[DEFAULT_ALIAS].get_unified_index().get_index(Article)
    return list(drafts(backend.build_schema()[1], backend.prepare_many(index, numbers)))
