"""How long each kind of page takes to make, and how many queries of the database it needs.

    NEWSARCHIVE_DATA_DIR=data python benchmarks/pages.py [--each N] [--only WORD …] [--slowest]

Every address is asked in this one process, without a server between; the archive is not written to. *First* is a page
of which nothing is prepared, as the first after any change of the archive (the slowest of three), *warm* one of which
no whole answer is kept, *kept* the same page again, *queries* the most of a page of the kind. Milliseconds.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent
sys.path[:0] = [str(BENCHMARKS), str(BENCHMARKS.parent)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")

import django  # noqa: E402 (the path and the settings must be known first)

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from page_addresses import addresses  # noqa: E402

from articles.models import Article  # noqa: E402
from articles.search import worked_out  # noqa: E402
from articles.views import archive_state  # noqa: E402
from articles.views.kept_answers import ANSWERS  # noqa: E402

# Of an archive that was never served no files for browsers are collected.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

FIRST = 3  # pages of a kind that are asked for without anything known


@dataclass(frozen=True)
class Timed:
    """Milliseconds of one page, and its address."""

    clock: float
    cpu: float
    path: str


def main() -> None:
    arguments, size = _arguments(), Article.objects.published().count()
    if not size:
        raise SystemExit("The archive has no articles.")
    print(f"{size:,} articles\n")
    print("| Page | first | of it CPU | warm p50 | warm p95 | CPU p50 | CPU p95 | kept p50 | queries |")
    print("|---|---|---|---|---|---|---|---|---|")
    for kind, paths in addresses(arguments.each):
        if paths and (not arguments.only or any(word in kind for word in arguments.only)):
            measure(kind, paths, slowest=arguments.slowest)


def measure(kind: str, paths: Sequence[str], *, slowest: bool) -> None:
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="ar")
    ask(client, paths[-1])  # what is loaded once in a process
    first = [ask(client, path, forget_all) for path in paths[:FIRST]]
    queries = max(count_queries(client, path) for path in paths[:FIRST] + paths[-FIRST:])
    for path in paths:
        ask(client, path)
    warm = [ask(client, path, forget_answers) for path in paths]
    kept = [ask(client, path) for path in paths[:FIRST] for _twice in range(2)][1::2]
    clock, cpu = [one.clock for one in warm], [one.cpu for one in warm]
    slowest_first = max(first, key=lambda one: one.cpu)
    figures = (slowest_first.clock, slowest_first.cpu, statistics.median(clock), percentile(clock))
    figures += (statistics.median(cpu), percentile(cpu), statistics.median(one.clock for one in kept))
    print("|", " | ".join([kind, *(f"{figure:,.1f}" for figure in figures), str(queries)]), "|", flush=True)
    if slowest:
        for one in sorted(warm, key=lambda one: -one.cpu)[:3]:
            print(f"    {one.cpu:8.1f} {one.path}")


def ask(client: Client, path: str, before: Callable[[], None] = lambda: None) -> Timed:
    before()
    clock, cpu = time.perf_counter(), time.process_time()
    response = client.get(path)
    _body = b"".join(response.streaming_content) if response.streaming else response.content
    taken = Timed((time.perf_counter() - clock) * 1000, (time.process_time() - cpu) * 1000, path)
    if response.status_code not in (200, 302):
        raise SystemExit(f"{path}: {response.status_code}")
    return taken


def forget_answers() -> None:
    ANSWERS.clear()


def forget_all() -> None:
    """As in the first request after a change, the index included."""
    forget_answers()
    archive_state._remembered.clear()
    worked_out._things.clear()


def count_queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(client, path, forget_answers)
    return len(captured)


def percentile(times: Sequence[float]) -> float:
    """The 95th."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=40, help="addresses of each kind (40)")
    parser.add_argument("--only", nargs="*", default=(), help="kinds whose name has one of these words")
    parser.add_argument("--slowest", action="store_true", help="show the slowest addresses of each kind")
    return parser.parse_args()


if __name__ == "__main__":
    main()
