"""What machines that watch the archive are told."""

import json

import pytest
from django.db import DatabaseError
from django.test import RequestFactory

from articles.search.health import IndexState
from articles.views import health
from tests.pages.rows import make_article


@pytest.fixture
def ask(monkeypatch):
    """`ask(state)` is the answer where the index is in that state."""

    def ask(state: IndexState):
        monkeypatch.setattr(health, "index_state", lambda: state)
        response = health.healthz(RequestFactory().get("/healthz"))
        return response.status_code, json.loads(response.content)

    return ask


def test_a_well_archive_says_how_much_it_holds_and_has_indexed(db, ask):
    make_article("خبر")
    make_article("خبر سُحب", status="withdrawn")
    assert ask(IndexState(True, 1, "")) == (
        200,
        {"status": "ok", "database": "ok", "index": "ok", "articles": 1, "indexed": 1},
    )


def test_a_broken_index_is_said_with_status_503(db, ask):
    status, answer = ask(IndexState(False, 0, "The index is missing."))
    assert status == 503
    assert (answer["status"], answer["index"]) == ("degraded", "The index is missing.")
    assert answer["database"] == "ok"


def test_a_database_that_cannot_be_read_is_said_with_status_503(ask, monkeypatch):
    def fail():
        raise DatabaseError("gone")

    monkeypatch.setattr(health.Article.objects, "published", fail)
    status, answer = ask(IndexState(True, 5, ""))
    assert status == 503
    assert (answer["status"], answer["database"], answer["articles"]) == (
        "degraded",
        "The database cannot be read.",
        None,
    )
