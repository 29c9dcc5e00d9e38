"""Answers that are kept: sent again only after a change."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Source
from articles.views.archive_state import remember
from articles.views.calendar import level
from tests.pages.rows import make_article, make_tag

PAGES = ["/", "/dates/", "/dates/2026/", "/dates/2026/01/20/", "/tags/", "/statistics/", "/on-this-day/", "/feed.atom"]
PAGES += ["/sitemap.xml", "/sitemap-articles.xml", "/en/authors/"]


def ask_again(client, address: str, etag: str) -> int:
    return client.get(address, headers={"If-None-Match": etag}).status_code


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sent_again_only_after_a_change(client, archive, address):
    response = client.get(address)
    assert "no-cache" in response["Cache-Control"]
    assert "Accept-Language" in response["Vary"]
    assert ask_again(client, address, response["ETag"]) == 304
    make_article("خبر جديد", day="2026-01-20")
    assert ask_again(client, address, response["ETag"]) == 200


def test_each_language_and_page_has_its_own_tag(client, archive):
    tags = {client.get(address)["ETag"] for address in ("/tags/", "/en/tags/", "/tags/?page=1", "/sources/")}
    assert len(tags) == 4


def withdraw(article):
    Article.objects.filter(pk=article.pk).update(status="withdrawn")


def retag(article):
    article.tags.add(make_tag("وسم جديد"))


def rename(article):
    article.headline = "عنوان آخر"
    article.save()


def delete_other(article):
    Article.objects.exclude(pk=article.pk).first().delete()


@pytest.mark.parametrize("change", [withdraw, retag, rename, delete_other])
def test_every_kind_of_change_is_a_new_state(client, archive, change):
    etag = client.get("/tags/")["ETag"]
    change(archive)
    assert ask_again(client, "/tags/", etag) == 200


def test_a_page_that_is_not_there_is_not_kept(client, db):
    assert "ETag" not in client.get("/tags/1/").headers


def test_an_answer_that_holds_costs_no_more_than_the_state(client, archive):
    etag = client.get("/statistics/")["ETag"]
    with CaptureQueriesContext(connection) as queries:
        assert ask_again(client, "/statistics/", etag) == 304
    assert len(queries) == 1


def test_what_is_remembered_is_made_once_for_each_state(db):
    made = []

    def ask():
        return remember(RequestFactory().get("/"), "test", lambda: made.append(1) or len(made))

    make_article("خبر")
    assert [ask(), ask()] == [1, 1]
    Source.objects.create(name="صحيفة المرفأ")
    assert ask() == 2


def test_shades_rise_with_the_number():
    assert level(0, 10) == 0
    assert [level(count, 100) for count in (1, 10, 30, 100)] == [1, 2, 3, 4]


@pytest.mark.django_db
def test_the_same_question_is_answered_from_memory_until_something_changes(client):
    article = make_article("سد على النهر", day="2025-03-01")
    first = client.get("/dates/2025/").content
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/dates/2025/").content == first
    assert len(asked) <= 4  # what tells the state of the archive
    article.headline = "جسر على النهر"
    article.save()
    assert "جسر" in client.get("/dates/2025/").content.decode()
