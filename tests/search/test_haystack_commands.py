"""Haystack's own commands, with their options, as Haystack documents them."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from haystack.query import SearchQuerySet

from articles.models import Article, IndexChange
from articles.search.outbox import apply_changes, pending
from tests.importing.commands import Archive
from tests.paths import REPO
from tests.search.archive import add

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


@pytest.fixture
def archive():
    """Five articles, all in the index; what happens to them later is told to nobody."""
    articles = [add(f"جسر {number}", "نص") for number in range(5)]
    apply_changes()
    return articles


def unheard(articles, **changes) -> None:
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(**changes)
    IndexChange.objects.all().delete()


def found(words: str) -> set[int]:
    return {int(result.pk) for result in SearchQuerySet().filter(content=words)}


def numbers(articles) -> set[int]:
    return {article.pk for article in articles}


def test_update_index_with_an_age_takes_in_what_changed_since(archive):
    unheard(archive, headline="نفق")
    unheard(archive[2:], changed_at=timezone.now() - timedelta(hours=30))
    call_command("update_index", age=24, verbosity=0)
    assert found("نفق") == numbers(archive[:2])
    call_command("update_index", age=48, verbosity=0)
    assert found("نفق") == numbers(archive)


def test_update_index_from_one_moment_to_another(archive):
    now = timezone.now()
    unheard(archive, headline="نفق")
    for days, article in enumerate(archive):
        unheard([article], changed_at=now - timedelta(days=days))
    start, end = ((now - timedelta(days=days, hours=1)).isoformat() for days in (3, 1))
    call_command("update_index", start_date=start, end_date=end, verbosity=0)
    assert found("نفق") == numbers(archive[2:4])


def test_update_index_in_batches_of_any_size(archive):
    unheard(archive, headline="نفق")
    call_command("update_index", batchsize=2, verbosity=0)
    assert found("نفق") == numbers(archive)
    assert SearchQuerySet().count() == 5


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_update_index_removes_what_is_gone_only_when_told(archive, batch):
    unheard(archive[:2], status=Article.Status.WITHDRAWN)
    Article.objects.filter(pk=archive[2].pk).delete()
    IndexChange.objects.all().delete()
    call_command("update_index", batchsize=batch, verbosity=0)
    assert found("جسر") == numbers(archive)
    call_command("update_index", remove=True, batchsize=batch, verbosity=0)
    assert found("جسر") == numbers(archive[3:])


def test_update_index_of_one_application_and_model(archive):
    unheard(archive, headline="نفق")
    call_command("update_index", "articles.Article", verbosity=0)
    assert found("نفق") == numbers(archive)


def test_clear_index_asks_first(archive, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda *question: "no")
    with suppress(SystemExit):
        call_command("clear_index", verbosity=0)
    assert SearchQuerySet().count() == 5
    call_command("clear_index", interactive=False, verbosity=0)
    assert SearchQuerySet().count() == 0


def test_after_clear_index_all_comes_back_with_update_index(archive):
    call_command("clear_index", interactive=False, verbosity=0)
    call_command("update_index", verbosity=0)
    assert found("جسر") == numbers(archive)


def test_rebuild_index_takes_haystacks_options(archive):
    unheard(archive, headline="نفق")
    call_command("rebuild_index", interactive=False, batchsize=2, workers=2, max_retries=1, nocommit=True, verbosity=0)
    assert found("نفق") == numbers(archive)
    assert pending() == 0


@pytest.fixture
def data_folder(archive, tmp_path):
    """A data folder whose database is that of this test; its writes are committed there."""
    file = tmp_path / "data" / "archive.sqlite3"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as copy:
        copy.executescript("\n".join(connection.connection.iterdump()))
    return file.parent


@pytest.mark.parametrize("options", [("update_index", "-k", "2", "-b", "2"), ("rebuild_index", "--noinput", "-k", "2")])
def test_several_workers_lose_nothing(data_folder, options):
    settings = {"NEWSARCHIVE_DATA_DIR": str(data_folder), "DJANGO_SETTINGS_MODULE": "newsarchive.settings"}
    command = [sys.executable, "manage.py", *options]
    ended = subprocess.run(command, cwd=REPO, env=os.environ | settings, text=True, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "equal: 5 articles" in Archive(str(data_folder)).run("check_index", "--wait", "0")
