"""How long each kind of page takes to make, and how many queries of the database it needs.

    NEWSARCHIVE_DATA_DIR=data python benchmarks/pages.py [--each N] [--only WORD …] [--slowest]

Every address is asked in this one process, without a server between; the archive is not written to. *First* is a page
of which nothing is known yet in the state of the archive, *warm* one of which no whole answer is kept, *kept* the same
page again, and *queries* the most of a page of the kind. Times are in milliseconds of the clock, CPU of the processor.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")

import django

django.setup()

from django.conf import settings  # noqa: E402 (the path and the settings must be known first)
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from articles.arabic.tokens import words  # noqa: E402
from articles.models import Article, Author, Place, Section, Source, Tag  # noqa: E402
from articles.search import worked_out  # noqa: E402
from articles.search.searching import SearchRequest, answer  # noqa: E402
from articles.views import archive_state  # noqa: E402

# Of an archive that was never served no files for browsers are collected.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

FIRST = 3  # pages of a kind that are asked for without anything known
NAMED = (Source, Section, Author, Place, Tag)
_draw = random.Random(1)  # noqa: S311


@dataclass(frozen=True)
class Timed:
    """Milliseconds of one page, and its address."""

    clock: float
    cpu: float
    path: str


def main() -> None:
    arguments = _arguments()
    print(f"{Article.objects.count():,} articles\n")
    print("| Page | first | warm p50 | warm p95 | CPU p50 | CPU p95 | kept p50 | queries |")
    print("|---|---|---|---|---|---|---|---|")
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
    figures = (max(one.clock for one in first), statistics.median(clock), percentile(clock))
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
    archive_state._answers.clear()


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


def addresses(each: int) -> Iterator[tuple[str, list[str]]]:
    """The addresses of each kind of page, at most about `each`, drawn from what the archive has."""
    yield "first page", ["/", "/en/"]
    yield from article_pages(each)
    yield from lists_by_name(each)
    yield from lists_by_date(each)
    yield "random article", ["/random/"] * each
    yield "statistics", ["/statistics/", "/en/statistics/"]
    yield from for_machines(each)
    yield from found(each)


def article_pages(each: int) -> Iterator[tuple[str, list[str]]]:
    numbers = _some(Article.objects.published().order_by("pk").values_list("pk", flat=True), each)
    yield "article", [f"/articles/{pk}/" for pk in numbers]
    typed = [word for kind in queries().values() for word in kind]
    opened = []
    for place in range(each):
        query = typed[place % len(typed)]
        hits = answer(SearchRequest(query=query, facets=())).hits(place, 1)
        opened += [f"/articles/{hit.article_id}/?{urlencode({'q': query, 'n': place + 1})}" for hit in hits]
    yield "article, as a hit", opened
    yield "article as text", [f"/articles/{pk}/text" for pk in numbers]
    yield "article's citation", [f"/articles/{pk}/citation.ris" for pk in numbers]
    yield "article's picture", [f"/articles/{pk}/picture.png" for pk in numbers[: each // 4]]


def lists_by_name(each: int) -> Iterator[tuple[str, list[str]]]:
    lists, top, deep = [], [], []
    for model in NAMED:
        plural = f"/{model._meta.model_name}s/"
        lists += [plural, f"{plural}?sort=count", f"{plural}?page=999", f"{plural}?filter=محمد", f"/en{plural}"]
        counted = model.objects.annotate(size=Count("articles")).filter(size__gt=0).order_by("-size")
        for pk, size in _spread(list(counted.values_list("pk", "size")), each // 4):
            top.append(f"{plural}{pk}/")
            deep += [f"{plural}{pk}/?page={page}" for page in _spread(range(2, size // 20 + 2), 3)]
    yield "names, A to Z", lists
    yield "a name's articles", _spread(top, each)
    yield "a name's articles, further pages", _spread(deep, each)


def lists_by_date(each: int) -> Iterator[tuple[str, list[str]]]:
    days = list(Article.objects.published().order_by("published_to").filter(published_to__gt="1000-01-01")
                .values_list("published_to", flat=True).distinct())  # fmt: skip
    years = sorted({day.year for day in days})
    yield "dates", ["/dates/", "/en/dates/"]
    deep = (1, 2, 20, 200, 2000, 99999)
    yield "year", [f"/dates/{year}/?page={page}" for year in _spread(years, each // 6) for page in deep]
    months = sorted({(day.year, day.month) for day in days})
    paths = [f"/dates/{year}/{month:02}/" for year, month in _spread(months, each)]
    yield "month", [f"{path}{query}" for path in _spread(paths, each // 3) for query in ("", "?page=30", "?page=9999")]
    yield "day", [f"/dates/{day:%Y/%m/%d}/{query}" for day in _spread(days, each // 2) for query in ("", "?page=99")]
    yield "undated", ["/dates/undated/", "/dates/undated/?page=999"]
    chosen = _spread(days, each // 2)
    yield "on this day", ["/on-this-day/", *(f"/on-this-day/{day:%m/%d}/" for day in chosen)]
    hijri = [f"/on-this-day/hijri/{month:02}/{day:02}/" for month in range(1, 13) for day in (1, 15, 29)]
    yield "on this Hijri day", _spread(hijri, each)


def for_machines(each: int) -> Iterator[tuple[str, list[str]]]:
    files = (Article.objects.order_by("pk").last().pk - 1) // 500 + 1
    names = [f"/sitemap-{model._meta.model_name}s.xml" for model in NAMED]
    yield "sitemap: index", ["/sitemap.xml"]
    yield "sitemap: articles", [f"/sitemap-articles.xml?p={number}" for number in _spread(range(1, files + 1), each)]
    yield "sitemap: names and periods", [*names, "/sitemap-periods.xml", "/sitemap-pages.xml"]
    feeds = ["/feed.atom", "/feed.atom?page=50"]
    feeds += [f"/sources/{pk}/feed.atom" for pk in Source.objects.values_list("pk", flat=True)]
    yield "feed", _spread(feeds, each)
    for path in ("articles", "timeline", "concordance"):
        asked = [{"q": word} for kind in queries().values() for word in kind]
        if path == "articles":
            numbers = _some(Article.objects.published().order_by("pk").values_list("pk", flat=True), each)
            yield "API: article", [f"/api/v1/articles/{pk}" for pk in numbers]
        else:
            yield f"API: {path}", [f"/api/v1/{path}?{urlencode(one)}" for one in asked]
    yield "API: names", ["/api/v1/authors", "/api/v1/sources", "/api/v1/tags"]


def found(each: int) -> Iterator[tuple[str, list[str]]]:
    """What is worked out from all that a search finds."""
    for kind, typed in queries().items():
        orders = ({}, {"by": "before1"}, {"by": "after1"}, {"by": "form"}, {"page": "20"})
        asked = [{"q": word} | orders[place % len(orders)] for place, word in enumerate(typed)]
        yield f"concordance, {kind}", [f"/search/concordance/?{urlencode(one)}" for one in asked]
        yield f"distinctive words, {kind}", [f"/search/words/?{urlencode({'q': word})}" for word in typed]
    typed = [word for kind in queries().values() for word in kind]
    six = [[("q", word) for word in _draw.sample(typed, 6)] + [("by", by)] for by in ("year", "month") * (each // 8)]
    yield "comparison of six", [f"/compare/?{urlencode(one)}" for one in six]
    yield "comparison as CSV", [f"/compare.csv?{urlencode(one)}" for one in six]
    yield "comparison as SVG", [f"/compare.svg?{urlencode(one)}" for one in six]
    yield "comparison as PNG", [f"/compare.png?{urlencode(one)}" for one in six[:4]]


def queries(known: dict[str, list[str]] = {}) -> dict[str, list[str]]:  # noqa: B006 (worked out once)
    """Words of headlines by how many articles have them: in one of 10,000, in one of 100, and the commonest of all."""
    if not known:
        texts = _some(Article.objects.published().order_by("pk").values_list("headline", flat=True), 3000)
        drawn = {word for text in texts for word in words(text) if len(word) > 3}
        totals = {word: answer(SearchRequest(query=word, facets=())).total for word in _draw.sample(sorted(drawn), 600)}
        by_size, size = sorted((word for word in totals if totals[word]), key=totals.get), Article.objects.count()
        known["rare"] = [word for word in by_size if totals[word] <= max(3, size / 10_000)][-12:]
        known["mid"] = sorted(by_size, key=lambda word: abs(totals[word] - size / 100))[:12]
        known["common"] = by_size[-12:]
    return known


def _some(rows: Iterable, most: int) -> list:
    """So many rows drawn by chance, in their order."""
    every = list(rows)
    return [every[place] for place in sorted(_draw.sample(range(len(every)), min(most, len(every))))]


def _spread(things: Sequence, most: int) -> list:
    """At most so many, evenly from the first to the last."""
    if len(things) <= most:
        return list(things)
    return [things[place * (len(things) - 1) // max(1, most - 1)] for place in range(most)]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--each", type=int, default=40, help="addresses of each kind (40)")
    parser.add_argument("--only", nargs="*", default=(), help="kinds whose name has one of these words")
    parser.add_argument("--slowest", action="store_true", help="show the slowest addresses of each kind")
    return parser.parse_args()


if __name__ == "__main__":
    main()
