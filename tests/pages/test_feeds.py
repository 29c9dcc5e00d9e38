"""Atom feeds, as a reader of feeds takes them."""

import feedparser
import pytest
from django.test import RequestFactory
from lxml import etree

from articles.models import Article, Tag
from articles.views.feeds import atom_feed, xml_text
from articles.views.lists import ArticlePaginator
from tests.pages.rows import make_article

ATOM = "{http://www.w3.org/2005/Atom}"


def read(response):
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    etree.fromstring(response.content)
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    return feed


def test_a_tag_has_a_feed_that_its_page_names(client, archive):
    tag = Tag.objects.get(label_en="Syria")
    assert f'href="/tags/{tag.pk}/feed.atom"' in client.get(f"/tags/{tag.pk}/").content.decode()
    feed = read(client.get(f"/tags/{tag.pk}/feed.atom"))
    assert [entry.title for entry in feed.entries] == ["تقرير بلا تاريخ عن أسواق حلب", archive.headline]
    entry = feed.entries[1]
    assert entry.link == f"http://testserver/articles/{archive.pk}/"
    assert entry.published.startswith("2026-01-20")
    assert "published" not in feed.entries[0]
    assert {author.name for author in entry.authors} == {"صحيفة المرفأ", "ليلى الخطيب"}
    assert "سوريا" in {term.term for term in entry.tags}
    assert entry.summary == archive.deck


@pytest.mark.parametrize("name", ["source", "section"])
def test_other_names_have_feeds_too(client, archive, name):
    authority = getattr(archive, name)
    feed = read(client.get(f"/{name}s/{authority.pk}/feed.atom"))
    assert feed.entries[-1].title == archive.headline


def test_the_id_of_an_entry_is_the_same_in_both_languages(client, archive):
    arabic, english = read(client.get("/feed.atom")), read(client.get("/en/feed.atom"))
    assert [entry.id for entry in arabic.entries] == [entry.id for entry in english.entries]
    assert english.entries[0].link.startswith("http://testserver/en/articles/")
    assert english.feed.language == "en"


def test_a_long_feed_has_pages(client, db):
    for number in range(25):
        make_article(f"خبر {number}")
    feed = read(client.get("/feed.atom"))
    links = {link.rel: link.href for link in feed.feed.links}
    assert len(feed.entries) == 20
    assert links["next"] == links["last"] == "http://testserver/feed.atom?page=2"
    assert {link.rel: link.type for link in feed.feed.links}["next"] == "application/atom+xml"
    second = read(client.get("/feed.atom?page=2"))
    assert [entry.title for entry in second.entries] == [f"خبر {number}" for number in range(4, -1, -1)]
    assert second.feed.id == feed.feed.id


def test_no_character_breaks_the_feed(client, db):
    make_article("خبر \x01\x08 <b>&amp;\ufffe ]]> \u202e", "نص \x0b\x1f", deck="\x00".replace("\0", "\x02") + "مقدمة")
    entry = read(client.get("/feed.atom")).entries[0]
    assert "]]>" in entry.title
    assert "\x01" not in entry.title


def test_surrogates_that_no_database_gives_are_left_out_too():
    assert xml_text("أ\ud800ب\udfff") == "أب"


def test_any_page_of_articles_gives_a_feed(archive):
    request = RequestFactory().get("/search/?q=حلب")
    page = ArticlePaginator(Article.objects.published(), rows=Article.objects.for_feeds()).get_page(1)
    feed = read(atom_feed(request, title="بحث: \x07حلب", address="/search/?q=حلب", page=page))
    assert feed.feed.title == "بحث: حلب"
    assert len(feed.entries) == 6


def test_withdrawn_articles_and_unknown_names_have_no_feed(client, archive):
    Article.objects.update(status="withdrawn")
    assert read(client.get("/feed.atom")).entries == []
    assert client.get("/tags/999/feed.atom").status_code == 404
