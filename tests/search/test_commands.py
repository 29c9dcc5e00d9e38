"""What is typed in a terminal: searching, and Haystack's commands on our engine."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from threading import Timer

import pytest
from django.core.management import CommandError, call_command
from haystack.query import SearchQuerySet

from articles.management.commands.run_indexer import _one_round
from articles.models import Article, IndexChange
from articles.search.folders import DAMAGED
from articles.search.health import index_state
from articles.search.outbox import pending
from articles.search.readers import forget
from articles.search.searching import SORTS
from tests.importing.commands import Archive
from tests.search.archive import add, add_and_index, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def signals():
    """The indexer takes over how signals are answered; give that back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def stopped_later(signals, monkeypatch):
    """The indexer is told to stop while it waits after its first round."""

    def one_round(*arguments):
        pause = _one_round(*arguments)
        Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
        return 60 * pause

    monkeypatch.setattr("articles.management.commands.run_indexer._one_round", one_round)


def test_search_as_json(capsys):
    add("نهر", "لا شيء")
    article = add_and_index("جسر فوق النهر", "افتتح المحافظ الجسر أمس.")
    call_command("search", "الجسر", "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["total"] == 1
    [hit] = answer["hits"]
    assert (hit["id"], hit["headline"]) == (article.pk, "جسر فوق النهر")
    assert hit["score"] > 0
    assert hit["snippets"] == ["افتتح المحافظ الجسر أمس."]


def test_search_for_people_with_a_limit_and_words_to_leave_out(capsys):
    for number in range(3):
        add(f"قافلة {number}", "رمل")
    add_and_index("قافلة رابعة", "ماء")
    call_command("search", "--limit", "2", "--", "-ماء", "قافلة")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 articles"
    assert sum("قافلة" in line for line in lines) == 2


def test_search_names_what_is_wrong_with_a_query_in_the_language_of_commands(capsys):
    add_and_index("سلام", "نص")
    call_command("search", "سلام OR (")
    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if line.startswith("In the query: ")]
    assert told
    assert all("passed over" in line or "closed" in line for line in told)
    assert "Rightly written: سلام" in lines


def test_search_shaped_for_terminals(capsys):
    add_and_index("سلام", "نص")
    call_command("search", "سلام", "--shape")
    assert "ﻡ" in capsys.readouterr().out


def test_search_without_an_index_is_an_error():
    with pytest.raises(CommandError, match="not been built"):
        call_command("search", "جسر")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["search", "جسر"], "The archive is empty: run `make run` or `manage.py migrate` first."),
        (["rebuild_index", "--noinput"], "run `manage.py migrate` first"),
    ],
)
def test_in_an_empty_data_folder_the_commands_say_what_is_missing(tmp_path, arguments, sentence):
    said = Archive(str(tmp_path)).run(*arguments, status=1)
    assert sentence in said
    assert "Traceback" not in said


def test_search_ends_quietly_when_its_reader_has_seen_enough(capsys, monkeypatch):
    add_and_index("جسر", "نص")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed_pipe:
        monkeypatch.setattr(sys, "stdout", closed_pipe)
        call_command("search", "جسر")
    assert capsys.readouterr().err == ""


def test_a_query_of_marks_alone_is_answered_with_a_sentence(capsys):
    add_and_index("جسر", "نص")
    call_command("search", "؟!")
    assert "no word" in capsys.readouterr().out


def test_update_index_takes_in_and_removes():
    article = add_and_index("جسر قديم", "نص")
    gone = add_and_index("جسر زائل", "نص")
    Article.objects.filter(pk=article.pk).update(headline="جسر مرمم")
    gone.delete()
    IndexChange.objects.all().delete()
    call_command("update_index", "--remove", verbosity=0)
    assert found("جسر") == [article.pk]
    assert found("مرمم") == [article.pk]


def test_update_index_without_an_index_builds_one():
    numbers = {add(f"جسر {number}", "نص").pk for number in range(25)}
    call_command("update_index", batchsize=10, verbosity=0)
    assert set(found("جسر")) == numbers


def test_clear_index_leaves_an_empty_index():
    add_and_index("جسر", "نص")
    call_command("clear_index", interactive=False, verbosity=0)
    assert index_state().ok
    for query in ("", "جسر", '"جسر قديم"', "-جسر", "على"):
        for sort in SORTS:
            assert found(query, sort=sort) == []
    assert len(SearchQuerySet().filter(published__gt=date(2020, 1, 1))) == 0


def test_rebuild_index_takes_in_all_and_settles_the_outbox():
    article = add_and_index("جسر", "نص")
    Article.objects.filter(pk=article.pk).update(headline="نفق")
    later = add("نفق آخر", "نص")
    call_command("rebuild_index", interactive=False)
    assert set(found("نفق")) == {article.pk, later.pk}
    assert pending() == 0


@pytest.mark.django_db(transaction=True)
def test_the_indexer_applies_changes_and_stops_when_told(stopped_later):
    add_and_index("خبر", "نص")
    article = add("عاصفة", "رملية")
    started = time.monotonic()
    call_command("run_indexer")
    assert found("عاصفة") == [article.pk]
    assert time.monotonic() - started < 20


@pytest.mark.django_db(transaction=True)
def test_the_indexer_mends_a_damaged_index_on_its_start(stopped_later, index_folder):
    article = add_and_index("عاصفة", "رملية")
    [segment] = index_folder.rglob("*.arrays")
    forget(index_folder)
    segment.write_bytes(segment.read_bytes()[:100])
    with pytest.raises(CommandError, match="The server builds it anew"):
        call_command("search", "عاصفة")
    (index_folder / DAMAGED).unlink()
    call_command("run_indexer")
    assert found("عاصفة") == [article.pk]


def test_the_indexer_ends_with_the_process_that_it_serves(signals):
    parent = subprocess.Popen([sys.executable, "-c", "pass"])
    parent.wait()
    call_command("run_indexer", "--parent", str(parent.pid))
