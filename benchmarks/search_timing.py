"""Asks one archive's search and its peers the same queries in turn; run by search.py in a process of its own.

python benchmarks/search_timing.py RECORDS.jsonl FOLDER [--stock] [--rounds N] [--each N]

RECORDS are the articles of the archive, which the environment names; FOLDER takes the peers' indexes. One JSON object
is written: what the peers took to build, and for each engine the milliseconds of each query.
"""

import argparse
import gc
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPO), str(REPO / "benchmarks")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")

import django  # noqa: E402 (settings first)

django.setup()

import search_peers  # noqa: E402
import search_stock  # noqa: E402
from search_processes import tell  # noqa: E402
from search_queries import MIXED, Drawer  # noqa: E402

from articles.arabic.tokens import words  # noqa: E402
from articles.search.asking import ask  # noqa: E402
from articles.search.collecting import find  # noqa: E402
from articles.search.folders import index_path  # noqa: E402
from articles.search.options import Options  # noqa: E402
from articles.search.readers import snapshot  # noqa: E402
from articles.search.searching import FILTER_FIELDS, NEWEST, OLDEST, Filter, SearchRequest, answer, search  # noqa: E402

FIRST = search_peers.FIRST
OURS, PLAIN, ANY = "newsarchive", "newsarchive, stems and surface only", "newsarchive, words OR-ed"
# Asked before anything is timed: files are read and norms worked out once, whatever is asked.
_WARMING = 40


def main() -> None:
    arguments = _arguments()
    stock = search_stock if arguments.stock else None
    told = {"peers": {}, "rounds": [], "kinds": {}}
    engines: dict[str, Callable] = {OURS: everything}
    if stock:
        tell("building the index of Haystack's stock backend")
        told["peers"][stock.NAME] = stock.build(arguments.folder)
        engines[stock.NAME] = stock.first_hundred
    else:
        tell("building the indexes of the peers")
        found, told["peers"] = search_peers.prepare(arguments.folder, lambda: _records(arguments.records))
        engines |= {PLAIN: stems_and_surface, ANY: any_word} | found
    warm(engines, Drawer(_records(arguments.records), seed=0).mixed()[:_WARMING])
    for number in range(1, arguments.rounds + 1):
        tell(f"mixed queries, round {number} of {arguments.rounds}")
        told["rounds"].append(in_turn(engines, Drawer(_records(arguments.records), seed=number).mixed(), number))
    tell("queries by kind")
    told["kinds"] = by_kind(Drawer(_records(arguments.records), seed=100), arguments.each, stock)
    json.dump(told, sys.stdout)


def everything(query: str) -> list[int]:
    """As the archive answers, but for facets and forms: names in other spellings, and the second look at the best."""
    return [hit.article_id for hit in answer(SearchRequest(query, facets=())).hits(0, FIRST)]


def stems_and_surface(query: str) -> list[int]:
    index = snapshot(index_path())
    asked = ask(index, query, Options(joins_names=False), has_database=False)
    docs, _ = find(index, asked.query).best(0, FIRST)
    return index.keys[docs].tolist()


def any_word(query: str) -> list[int]:
    """As the peers are asked: whatever has any of the words."""
    return stems_and_surface(" OR ".join(words(query)))


def warm(engines: dict[str, Callable], queries: list[str]) -> None:
    for query in queries:
        for ask_engine in engines.values():
            ask_engine(query)
    gc.collect()
    gc.freeze()


def in_turn(engines: dict[str, Callable], queries: list[str], seed: int) -> dict[str, list[float]]:
    """Each query to each engine, in an order that changes; milliseconds."""
    draw = random.Random(seed)  # noqa: S311
    taken: dict[str, list[float]] = {name: [] for name in engines}
    for query in queries:
        for name in draw.sample(list(engines), len(engines)):
            taken[name].append(timed(engines[name], query))
    return taken


def timed(work: Callable, *arguments) -> float:
    started = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - started) * 1000


def by_kind(drawer: Drawer, each: int, stock) -> dict[str, dict[str, list[float]]]:
    """Of each kind the whole answer of a page, its first hits alone, and with `stock` what that takes."""
    taken = {}
    for kind, requests in _requests(drawer, each):
        ours = {"page": [timed(search, request) for request in requests]}
        ours["hits"] = [timed(lambda request=request: _hits(request)) for request in requests]
        if stock and kind in stock.KINDS:
            few = requests[: stock.KINDS[kind]]
            tell(f"stock backend: {kind}")
            ours["stock"] = [timed(stock.KIND_QUERIES[kind], request.query) for request in few]
        taken[kind] = ours
    return taken


def _hits(request: SearchRequest) -> tuple:
    return answer(request).hits(request.offset, request.limit)


def _requests(drawer: Drawer, each: int) -> Iterator[tuple[str, list[SearchRequest]]]:
    for kind in (*MIXED, "phrase", "prefix"):
        yield kind, [SearchRequest(query) for query in drawer.of_kind(kind, each)]
    sources = answer(SearchRequest()).facet("source", 3)
    chosen = [
        SearchRequest(query, filters=(Filter("source", sources[number % len(sources)].value),), facets=FILTER_FIELDS)
        for number, query in enumerate(drawer.of_kind("one word, mid", each))
    ]
    yield "filter and facets", chosen
    yield "sorted by date", [SearchRequest(query, sort=NEWEST) for query in drawer.of_kind("one word, mid", each)]
    common = drawer.of_kind("one word, common", each)
    yield "page 50", [SearchRequest(query, offset=490) for query in common]
    yield "all", [SearchRequest() for _ in range(each)]
    yield "all, sorted by date", [SearchRequest(sort=OLDEST) for _ in range(each)]
    yield "all, page 50", [SearchRequest(offset=490) for _ in range(each)]


def _records(path: Path) -> Iterator[dict]:
    with path.open("rb") as lines:
        yield from map(json.loads, lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stock", action="store_true", help="Haystack's stock backend instead of the other peers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--each", type=int, default=100, help="queries of each kind")
    return parser.parse_args()


if __name__ == "__main__":
    main()
