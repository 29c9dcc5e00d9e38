"""What other programs read: OpenSearch, the sitemap, robots.txt."""

import datetime
import urllib.robotparser

import pytest
from lxml import etree

from articles.models import Article
from tests.pages.rows import make_article

MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
OPEN = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def addresses(response) -> list[str]:
    return [place.text for place in etree.fromstring(response.content).iterfind(".//s:loc", MAP)]


@pytest.mark.parametrize(("root", "language"), [("/", "ar"), ("/en/", "en")])
def test_a_browser_is_told_how_to_search(client, archive, root, language):
    assert f'href="{root}opensearch.xml"' in client.get(root).content.decode()
    response = client.get(f"{root}opensearch.xml")
    assert response.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    document = etree.fromstring(response.content)
    assert len(document.findtext("o:ShortName", namespaces=OPEN)) <= 16
    assert document.findtext("o:Language", namespaces=OPEN) == language
    template = document.find("o:Url[@type='text/html']", OPEN).get("template")
    assert template.startswith(f"http://testserver{root}search/?q=")
    assert template.endswith("q={searchTerms}&page={startPage?}")


def test_the_sitemap_leads_to_every_page_in_both_languages(client, archive):
    hidden = make_article("مسحوب", status="withdrawn")
    found = [address for part in addresses(client.get("/sitemap.xml")) for address in addresses(client.get(part))]
    assert len(found) == len(set(found))
    for path in (
        "/",
        "/en/",
        archive.get_absolute_url(),
        f"/en/articles/{archive.pk}/",
        "/dates/2026/01/20/",
        "/tags/",
    ):
        assert f"http://testserver{path}" in found
    assert f"http://testserver/articles/{hidden.pk}/" not in found
    for address in found:
        assert client.get(address).status_code == 200, address


def test_an_article_tells_when_it_changed_and_its_other_language(client, archive):
    document = etree.fromstring(client.get("/sitemap-articles.xml").content)
    entry = document.xpath(f"//s:url[s:loc='http://testserver/articles/{archive.pk}/']", namespaces=MAP)[0]
    assert entry.findtext("s:lastmod", namespaces=MAP) == f"{archive.changed_at:%Y-%m-%d}"
    assert {link.get("hreflang") for link in entry.iterfind("x:link", MAP)} == {"ar", "en"}


def test_an_article_stays_in_its_file(client, db):
    Article.objects.create(pk=499, headline="خبر")
    Article.objects.create(pk=501, headline="خبر")
    assert addresses(client.get("/sitemap-articles.xml"))[0].endswith("/499/")
    assert addresses(client.get("/sitemap-articles.xml?p=2"))[0].endswith("/501/")
    assert client.get("/sitemap-articles.xml?p=3").status_code == 404
    assert client.get("/sitemap-nothing.xml").status_code == 404


def test_the_index_tells_which_file_changed(client, db):
    for pk, day in ((499, 3), (500, 2), (501, 1)):
        Article.objects.create(pk=pk, headline="خبر")
        Article.objects.filter(pk=pk).update(changed_at=datetime.datetime(2026, 1, day, tzinfo=datetime.UTC))
    document = etree.fromstring(client.get("/sitemap.xml").content)
    files = document.xpath("//s:sitemap[contains(s:loc, '-articles.xml')]", namespaces=MAP)
    assert [file.findtext("s:lastmod", namespaces=MAP) for file in files] == ["2026-01-03", "2026-01-01"]


def test_an_empty_archive_has_a_sitemap(client, db):
    assert client.get("/sitemap.xml").status_code == 200
    assert client.get("/sitemap-articles.xml").status_code == 200


def test_robots_may_read_articles_and_no_endless_space(client, db):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in text
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(text.splitlines())
    for path in ("/", "/articles/1/", "/en/articles/1/", "/dates/2026/", "/tags/1/", "/en/tags/"):
        assert rules.can_fetch("any", f"http://testserver{path}"), path
    for path in ("/search/?q=a", "/en/search/?q=a", "/random/", "/admin/"):
        assert not rules.can_fetch("any", f"http://testserver{path}"), path
    assert "Disallow: /*?*filter=" in text
