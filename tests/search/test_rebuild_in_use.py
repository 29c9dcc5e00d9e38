"""The index is built anew while visitors search and an editor saves."""

import sqlite3
import threading
import time
from collections import Counter
from contextlib import closing

import pytest
from django.db import connections, transaction

from articles.models import Article
from articles.search.checking import Differences, check
from articles.search.outbox import apply_changes, rebuild, record_changes
from articles.search.searching import SearchRequest, search

ARTICLES, CLIENTS = 2000, 4
WORDS = ["سوق", "ميناء", "قطار", "جامعة", "مزرعة"]


@pytest.fixture
def database_file(transactional_db, tmp_path, monkeypatch):
    """The database as a file, as the archive has it: threads may not share one in memory without locking each other."""
    connection = connections["default"]
    connection.ensure_connection()
    memory, file = connection.connection, tmp_path / "database.sqlite3"
    with closing(sqlite3.connect(file)) as copy:
        memory.backup(copy)
    monkeypatch.setitem(connection.settings_dict, "NAME", str(file))
    connection.connection = None
    yield
    connection.close()
    connection.connection = memory


@pytest.fixture
def archive(database_file):
    """Each article has a word that a fifth of all have, and one that all have."""
    with transaction.atomic():
        articles = Article.objects.bulk_create(
            [Article(headline=f"خبر {WORDS[number % 5]}", deck=f"عدد{number}") for number in range(ARTICLES)]
        )
        record_changes(article.pk for article in articles)
    apply_changes()
    return articles


class Clients:
    """Threads that do one thing each again and again; what went wrong in them is kept."""

    def __init__(self):
        self.stopped = threading.Event()
        self.errors: list[BaseException] = []
        self.done: Counter[str] = Counter()
        self._threads: list[threading.Thread] = []

    def start(self, name: str, act) -> None:
        thread = threading.Thread(target=self._run, args=(name, act))
        self._threads.append(thread)
        thread.start()

    def stop(self) -> None:
        self.stopped.set()
        for thread in self._threads:
            thread.join()

    def _run(self, name: str, act) -> None:
        try:
            while not self.stopped.is_set():
                act(self.done[name])
                self.done[name] += 1
        except BaseException as error:
            self.errors.append(error)
        finally:
            connections.close_all()


def look(number: int) -> None:
    """Search, and see that nothing is missing or there twice."""
    page = search(SearchRequest("خبر", limit=ARTICLES + 10))
    assert page.total == len({hit.article_id for hit in page.hits}) == ARTICLES
    page = search(SearchRequest(WORDS[number % 5], limit=ARTICLES))
    assert page.total == len({hit.article_id for hit in page.hits}) == ARTICLES / 5


def test_a_rebuild_while_four_search_and_one_saves(archive):
    edited: list[Article] = []

    def edit(number: int) -> None:
        article = archive[number % ARTICLES]
        article.deck = f"معدل{number}"
        with transaction.atomic():
            article.save()
        edited.append(article)
        time.sleep(0.02)

    clients = Clients()
    for number in range(CLIENTS):
        clients.start(f"visitor {number}", look)
    clients.start("editor", edit)
    try:
        for _ in range(2):
            assert rebuild() == ARTICLES
            apply_changes()
    finally:
        clients.stop()
    assert clients.errors == []
    assert min(clients.done.values()) > 1
    apply_changes()
    for article in edited[:3] + edited[-3:]:
        [hit] = search(SearchRequest(article.deck)).hits
        assert hit.article_id == article.pk
    assert check().differences == Differences()
