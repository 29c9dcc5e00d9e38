"""What a process holds on to: files of commits that are past, and memory of searches that are over."""

import gc
import os
import tracemalloc
from pathlib import Path
from random import Random

from articles.search import writing
from articles.search.collecting import find
from articles.search.engine import segments
from articles.search.engine.queries import Forms
from articles.search.readers import forget, snapshot
from articles.search.schema import SURFACE
from tests.search.engine.corpora import SCHEMA, change, document, form, passage

COMMITS, SEARCHES = 200, 250


def opened(folder: Path) -> tuple[int, int]:
    """(open files, maps) of this process below a folder."""
    targets = [str(file.readlink()) for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
    maps = Path("/proc/self/maps").read_text("utf-8").splitlines()
    return sum(str(folder) in target for target in targets), sum(str(folder) in line for line in maps)


def test_two_hundred_commits_leave_no_file_open(index_folder, monkeypatch, request):
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    index_folder.mkdir()
    writing.create(index_folder, SCHEMA)
    most_maps = 0
    gc.disable()
    request.addfinalizer(gc.enable)
    for number in range(COMMITS):
        writing.change(index_folder, *change(number))
        index = snapshot(index_folder)
        find(index, form(number)).best(0, 10)
        files, maps = opened(index_folder)
        most_maps = max(most_maps, maps)
        # At once, not when the interpreter next looks for what nobody holds.
        assert maps == len(index.segments)
        # One for the map, and one to read from.
        assert files == 2 * maps
    assert most_maps < 10
    assert len(list(index_folder.rglob("*.arrays"))) < 10
    assert len(list(index_folder.rglob("*.toc"))) == 2
    del index
    forget(index_folder)
    gc.collect()
    assert opened(index_folder) == (0, 0)


def test_a_generation_that_is_over_is_let_go_of(index_folder):
    index_folder.mkdir()
    for _ in range(5):
        writing.create(index_folder, SCHEMA, [])
        writing.change(index_folder, *change(3))
        find(snapshot(index_folder), form(1))
    gc.collect()
    assert opened(index_folder)[1] <= 1


def test_who_holds_an_old_state_reads_on(index_folder):
    index_folder.mkdir()
    writing.create(index_folder, SCHEMA)
    writing.change(index_folder, *change(5))
    old = snapshot(index_folder)
    before = find(old, form(2)).docs.tolist()
    for number in range(20):
        writing.change(index_folder, *change(number))
    writing.create(index_folder, SCHEMA)
    assert find(old, form(2)).docs.tolist() == before
    assert snapshot(index_folder).count == 0


def test_memory_of_a_thousand_searches_is_flat(index_folder, monkeypatch):
    monkeypatch.setattr(segments, "_KEPT_BYTES", 2**18)
    random = Random(7)
    index_folder.mkdir()
    writing.create(index_folder, SCHEMA, [document(number, random) for number in range(300)])
    index = snapshot(index_folder)

    def search_all(first: int) -> int:
        for number in range(first, first + SEARCHES):
            find(index, form(number), [form(number + 1)]).best(0, 10)
            find(index, passage(number)).best(0, 10)
            # A pattern that stands for many words, and another each time.
            words = tuple(f"كلمة{number}{other}" for other in range(50))
            find(index, Forms(SURFACE, words)).best(0, 10)
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        search_all(0)
        first = search_all(SEARCHES)
        last = [search_all(round * SEARCHES) for round in (2, 3)][-1]
    finally:
        tracemalloc.stop()
    assert last - first < 2**17


def test_what_two_threads_worked_out_counts_once():
    kept = segments._Kept(10_000)
    for number in range(500):
        kept._add("the same", ("text" * 20,))
        kept.get(("other", number % 7), lambda number=number: str(number))
    made = []
    kept.get("the same", lambda: made.append("again"))
    assert made == []
    for number in range(500):
        kept._add(("one more", number), "text" * 20)
    assert kept._bytes == sum(size for _, size in kept._things.values()) <= 10_000
