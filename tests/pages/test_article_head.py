"""What machines read in the head of an article's page, as extruct and a plain reader of HTML find it."""

import re
from html.parser import HTMLParser

import extruct
import pytest

from tests.pages.rows import make_article

SITE = "http://testserver"


class Head(HTMLParser):
    """The meta tags and links of a page."""

    def __init__(self, html):
        super().__init__()
        self.metas, self.links = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "meta":
            self.metas.append((found.get("name") or found.get("property"), found.get("content")))
        if tag == "link":
            self.links.append((found.get("rel"), found.get("hreflang") or found.get("type"), found.get("href")))

    def all(self, name):
        return [content for tag, content in self.metas if tag == name]


@pytest.fixture(params=["", "/en"])
def html(client, archive, request):
    return client.get(request.param + f"/articles/{archive.pk}/").content.decode()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_extruct_finds_a_news_article_of_its_paper(html, archive):
    found = extruct.extract(html, base_url=SITE, syntaxes=["json-ld", "opengraph"], uniform=False)
    [item] = found["json-ld"]
    assert item["@type"] == "NewsArticle"
    assert item["headline"] == archive.headline
    assert item["datePublished"] == "2026-01-20"
    assert item["publisher"]["name"] == "صحيفة المرفأ"
    assert {author["name"]: author["@type"] for author in item["author"]} == {
        "ليلى الخطيب": "Person",
        "صحيفة المرفأ": "Organization",
    }
    assert item["isBasedOn"] == "https://example.org/news/1"
    [graph] = found["opengraph"]
    properties = dict(graph["properties"])
    assert properties["og:type"] == "article"
    assert properties["og:title"] == archive.headline
    assert properties["og:image"].startswith(f"{SITE}/")


def test_zotero_reads_a_newspaper_article(html, archive):
    head = Head(html)
    assert head.all("DC.type") == ["newspaperArticle"]
    assert head.all("DC.source") == ["صحيفة المرفأ"]
    assert head.all("citation_title") == [archive.headline]
    assert sorted(head.all("citation_author")) == ["صحيفة المرفأ", "ليلى الخطيب"]
    assert head.all("citation_journal_title") == []


def test_zotero_finds_no_author_where_nobody_signed(client, db):
    """Where no author is named, Zotero makes one of all that stands in an element of the class byline or vcard."""
    article = make_article("خبر بلا توقيع", "فُتح السوق.", day="2026-01-20")
    html = client.get(article.get_absolute_url()).content.decode()
    classes = [name for found in re.findall(r'class="([^"]*)"', html) for name in found.split()]
    assert "signed" in classes
    assert {"byline", "vcard"}.isdisjoint(classes)


@pytest.mark.parametrize(("prefix", "canonical"), [("", "/articles/{}/"), ("/en", "/en/articles/{}/")])
def test_each_language_is_canonical_and_names_the_other(client, archive, prefix, canonical):
    head = Head(client.get(f"{prefix}/articles/{archive.pk}/?q=حلب").content.decode())
    assert [href for rel, _, href in head.links if rel == "canonical"] == [SITE + canonical.format(archive.pk)]
    others = {of: href for rel, of, href in head.links if rel == "alternate" and not of.startswith(("text", "app"))}
    assert others == {
        "ar": f"{SITE}/articles/{archive.pk}/",
        "en": f"{SITE}/en/articles/{archive.pk}/",
        "x-default": f"{SITE}/articles/{archive.pk}/",
    }


def test_a_hostile_headline_stays_in_its_tags(client, db):
    article = make_article('"><script>alert(1)</script>', "</script><!--<script>", language='"><b')
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in html
    assert "<!--<script" not in html
    assert Head(html).all("og:title") == [article.headline]
