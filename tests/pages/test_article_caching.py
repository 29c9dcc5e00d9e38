"""What a visitor has already is not sent again, and nothing stale is ever shown."""

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Author, Tag

PAGES = ["", "?q=حلب", "text", "picture.png", "citation.bib", "citation.ris", "citation.json"]


@pytest.fixture(params=PAGES)
def address(archive, request):
    return archive.get_absolute_url() + request.param


def ask(client, address, etag):
    return client.get(address, headers={"if-none-match": etag})


def test_what_has_not_changed_is_not_sent_again(client, address):
    first = client.get(address)
    again = ask(client, address, first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert first["Cache-Control"] == again["Cache-Control"] == "no-cache"
    assert first["Last-Modified"]


def test_a_corrected_headline_is_seen_at_once(client, archive, address):
    etag = client.get(address)["ETag"]
    Article.objects.filter(pk=archive.pk).update(headline="عنوان صُحّح")
    assert ask(client, address, etag).status_code == 200


@pytest.mark.parametrize("page", ["", "citation.bib", "text"])
def test_a_corrected_name_is_seen_though_the_article_did_not_change(client, archive, page):
    address = archive.get_absolute_url() + page
    first = client.get(address)
    Author.objects.filter(name="ليلى الخطيب").update(name="ليلى خطيب")
    again = client.get(address, headers={"if-none-match": first["ETag"], "if-modified-since": first["Last-Modified"]})
    assert again.status_code == 200
    assert "ليلى خطيب" in again.content.decode()


def test_a_question_by_time_alone_is_answered_in_full(client, archive):
    first = client.get(archive.get_absolute_url())
    Tag.objects.filter(label_ar="سوريا").update(label_ar="الجمهورية السورية")
    again = client.get(archive.get_absolute_url(), headers={"if-modified-since": first["Last-Modified"]})
    assert "الجمهورية السورية" in again.content.decode()


def test_each_language_and_each_search_is_another_page(client, archive):
    address = archive.get_absolute_url()
    etags = {client.get(one)["ETag"] for one in (address, f"/en{address}", f"{address}?q=حلب", f"{address}?q=قرى")}
    assert len(etags) == 4


def test_an_editor_sees_what_was_changed(client, archive):
    client.force_login(User.objects.create_superuser("head", password="a long password"))
    etag = client.get(archive.get_absolute_url())["ETag"]
    assert ask(client, archive.get_absolute_url(), etag).status_code == 304
    archive.blocks.filter(position=0).update(text="نص صُحّح")
    assert "نص صُحّح" in ask(client, archive.get_absolute_url(), etag).content.decode()


def test_a_withdrawn_article_is_gone_whatever_the_visitor_has(client, archive, address):
    etag = client.get(address)["ETag"]
    Article.objects.filter(pk=archive.pk).update(status="withdrawn")
    assert ask(client, address, etag).status_code == 410
