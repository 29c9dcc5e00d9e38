"""Imports that are killed or run beside each other: never half an article, and in the end the same archive."""

import json
import random
import signal
import sqlite3
import time

import pytest

from articles.corpus.records import BlockRecord
from articles.importing.sightings import text_digest
from tests.importing.test_streams import record, write

RECORDS = 1300
PAGES = 40


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A folder of page dumps, of which some repeat, and one of records in two files."""
    root = tmp_path_factory.mktemp("saved")
    (root / "pages").mkdir()
    for number in range(PAGES):
        item = record(number % 30)
        first, *others = item["content"].split("\n\n")
        text = "\n\n".join([f"{item['title']} في المدينة {number % 30}", "ملخص اليوم", f"صنعاء - {first}", *others])
        (root / "pages" / f"{number:03}.txt").write_text(text + "\n", encoding="utf-8")
    (root / "records").mkdir()
    items = [record(number, addressed=number % 2 == 0) for number in range(RECORDS)]
    write(root / "records" / "a.jsonl", items[:900])
    write(root / "records" / "b.jsonl", items[900:])
    return root


@pytest.fixture(scope="module")
def uninterrupted(saved, new_archive, tmp_path_factory):
    """What the archive gives away after an import that nothing disturbed."""
    expected = {}
    for kind in ("pages", "records"):
        archive = new_archive(tmp_path_factory.mktemp("whole"))
        archive.run("import_dump", saved / kind, "--no-index")
        check_wholeness(archive)
        expected[kind] = archive.articles()
    return expected


def connect(archive):
    return sqlite3.connect(f"file:{archive.data}/archive.sqlite3?mode=ro", uri=True, timeout=30)


def check_wholeness(archive):
    """Every article has its keys, appearances and blocks, whose digest is its own. Answers how many there are."""
    with connect(archive) as database:
        articles = dict(database.execute("SELECT id, text_digest FROM articles_article"))
        blocks = {}
        for article, *block in database.execute(
            "SELECT article_id, kind, text, credit FROM articles_block ORDER BY article_id, position"
        ):
            kind, text, credit = block
            blocks.setdefault(article, []).append(BlockRecord(kind, text, credit or None))
        for table in ("articlekey", "appearance"):
            of = {row for (row,) in database.execute(f"SELECT DISTINCT article_id FROM articles_{table}")}
            assert of == articles.keys()
        assert {row for (row,) in database.execute("SELECT article_id FROM articles_indexchange")} >= articles.keys()
    database.close()
    assert {article: text_digest(tuple(found)) for article, found in blocks.items()} == articles
    return len(articles)


def test_an_import_that_is_killed_at_any_moment_ends_as_if_it_had_not_been(saved, uninterrupted, new_archive, tmp_path):
    archive = new_archive(tmp_path)
    process = archive.start("import_dump", saved / "pages", "--no-index")
    # From the start of the writing on: wait until something new is there, then for a moment of any length.
    deadline = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < deadline and not count(archive):
        time.sleep(0.01)
    time.sleep(random.uniform(0, 0.4))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    check_wholeness(archive)
    archive.run("import_dump", saved / "pages", "--no-index")
    check_wholeness(archive)
    assert archive.articles() == uninterrupted["pages"]


def count(archive):
    with connect(archive) as database:
        (found,) = database.execute("SELECT count(*) FROM articles_article").fetchone()
    database.close()
    return found


# Runs a command that kills itself when a function has done its work for the so-manieth time.
KILLED = """
import importlib, os, signal, sys
import django
django.setup()
module, name, call = importlib.import_module({module!r}), {name!r}, {call}
done, calls = getattr(module, name), []
def kill(*arguments, **options):
    calls.append(done(*arguments, **options))
    if len(calls) == call:
        os.kill(os.getpid(), signal.SIGKILL)
    return calls[-1]
setattr(module, name, kill)
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
"""
# After which step, after how many calls of it, and how many articles are in then: a batch that was cut off left none.
STEPS = [
    ("articles.importing.rows", "write_dumps", 1, 0),
    ("articles.importing.rows", "write_articles", 1, 0),
    ("articles.importing.rows", "write_appearances", 1, 0),
    ("articles.importing.links", "settle_links", 1, 0),
    ("articles.importing.rows", "record_changes", 1, 0),
    ("articles.importing.running", "add_portions", 1, 0),
    ("articles.importing.running", "write", 1, 500),
    ("articles.importing.rows", "write_articles", 2, 500),
    ("articles.management.commands.import_dump", "run_import", 1, RECORDS),
]


def test_after_each_step_of_a_batch_a_killed_import_leaves_whole_batches(saved, uninterrupted, new_archive, tmp_path):
    archive = new_archive(tmp_path)
    for module, name, call, left in STEPS:
        code = KILLED.format(module=module, name=name, call=call)
        process = archive.start("import_dump", saved / "records", "--no-index", code=code)
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL, name
        assert check_wholeness(archive) == left, name
    archive.run("import_dump", saved / "records", "--no-index")
    assert archive.articles() == uninterrupted["records"]


def test_two_imports_of_the_same_pages_at_once_are_as_one(saved, uninterrupted, new_archive, tmp_path):
    archive = new_archive(tmp_path)
    both = [archive.start("import_dump", saved / "pages", "--no-index") for _ in range(2)]
    for process in both:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    check_wholeness(archive)
    assert archive.articles() == uninterrupted["pages"]


def test_two_imports_of_the_same_records_in_other_orders_at_once_are_as_one(
    saved, uninterrupted, new_archive, tmp_path
):
    archive = new_archive(tmp_path)
    files = [saved / "records" / "a.jsonl", saved / "records" / "b.jsonl"]
    both = [archive.start("import_dump", *order, "--no-index") for order in (files, files[::-1])]
    for process in both:
        _, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    check_wholeness(archive)
    assert json.dumps(archive.articles()) == json.dumps(uninterrupted["records"])
