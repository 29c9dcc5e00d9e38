"""Imports as editors see them."""

import pytest
from django.urls import reverse

from articles.admin.tables import MOST_ROWS
from articles.models import Dump, ImportRun, Refusal


@pytest.fixture
def run(db):
    return ImportRun.objects.create(
        version="1.0",
        status="finished",
        arguments={"paths": ["saved/news", "saved/more"], "source": "صحيفة المرفأ"},
        counts={"articles_added": 31, "articles": 40, "rejections": 3},
    )


def page_of(client, run):
    return client.get(reverse("admin:articles_importrun_change", args=[run.pk])).text


def test_an_import_shows_what_was_asked_and_what_came_of_it(editing, run):
    Dump.objects.create(name="03_sea.txt", sha256="3" * 64, size=1, template="csv", template_version=1, run=run)
    page = page_of(editing, run)
    for part in ("saved/news saved/more", "صحيفة المرفأ", "مقالات أُضيفت", "31", "03_sea.txt", "جدول (CSV)"):
        assert part in page


def test_refusals_stand_with_their_places_and_the_rest_is_counted(editing, run):
    Refusal.objects.create(run=run, path="<a>.txt", line=7, reason="broken <b>line</b>")
    Refusal.objects.create(run=run, path="b.warc", byte=4096, reason="damaged")
    Refusal.objects.bulk_create(Refusal(run=run, path=f"{n}.txt", reason="empty") for n in range(MOST_ROWS + 3))
    page = page_of(editing, run)
    for part in ("&lt;a&gt;.txt", "السطر 7", "broken &lt;b&gt;line", "البايت 4096"):
        assert part in page
    assert page.count("empty</td>") == MOST_ROWS - 2
    assert "5" in page.partition("empty</td>")[2]


def test_the_list_names_the_state_and_the_counts(editing, run):
    page = editing.get(reverse("admin:articles_importrun_changelist")).text
    assert "انتهى" in page
    assert "مقالات أُضيفت: 31" in page


def test_an_import_is_only_read(client, superuser, run):
    client.force_login(superuser)
    assert (
        client.post(reverse("admin:articles_importrun_change", args=[run.pk]), {"status": "failed"}).status_code == 403
    )
    assert client.post(reverse("admin:articles_importrun_delete", args=[run.pk]), {"post": "yes"}).status_code == 403
