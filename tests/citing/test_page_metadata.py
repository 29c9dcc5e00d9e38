"""What the head of a page says, and that it cannot leave its place."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from articles.citing.coins import context_object
from articles.citing.page_metadata import PageFacts, json_ld, meta_tags
from tests.citing.articles import BARE, FULL, hostile_articles

PAGE = PageFacts("ar", "https://archive.example/articles/12/", "https://archive.example/articles/12/picture.png")


def values(article):
    found = {}
    for tag in meta_tags(article, PAGE):
        found.setdefault(tag.name, []).append(tag.content)
    return found


def test_zotero_makes_a_newspaper_article_of_it():
    found = values(FULL)
    assert found["DC.type"] == ["newspaperArticle"]
    assert found["og:type"] == ["article"]
    assert found["DC.source"] == ["صحيفة المرفأ"]
    assert found["citation_author"] == ["ليلى الخطيب", "صحيفة المرفأ"]
    assert found["citation_publication_date"] == ["2026/01/20"]
    assert not [name for name in found if name.startswith(("citation_journal", "citation_conference", "citation_book"))]


def test_the_archive_is_never_taken_for_the_paper():
    assert "og:site_name" in values(FULL)
    assert "og:site_name" not in values(BARE)
    assert json.loads(json_ld(FULL, PAGE))["publisher"]["name"] == "صحيفة المرفأ"
    assert "publisher" not in json.loads(json_ld(BARE, PAGE))


@pytest.mark.parametrize(("published", "said"), [("2026-01", "2026-01"), ("2026~", None), ("2026-21", None)])
def test_a_date_in_doubt_is_not_said_as_if_it_were_certain(published, said):
    assert json.loads(json_ld(replace(FULL, published=published), PAGE)).get("datePublished") == said


class Scripts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.texts, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.texts.append(data)


@given(hostile_articles())
def test_json_stays_in_its_script(article):
    reader = Scripts()
    reader.feed(f'<script type="application/ld+json">{json_ld(article, PAGE)}</script><p>')
    assert reader.tags == ["script", "p"]
    assert json.loads("".join(reader.texts))["@type"] == "NewsArticle"


def test_coins_name_a_newspaper_article():
    text = context_object(FULL)
    assert "rft.type=newspaperArticle" in text
    assert "rft.date=2026-01-20" in text
    assert text.count("rft.au=") == 2
