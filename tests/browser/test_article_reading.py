"""Reading one article in a browser: its marks, citations, metadata, print, and very large letters."""

import re

import pytest
from playwright.sync_api import expect

from articles.search.searching import Hit
from tests.browser.looks import judge, prepare
from tests.pages.rows import make_article, make_dump


@pytest.fixture
def marked(archive):
    """The address of an article in which a search has several marks."""
    return archive.get_absolute_url() + "?q=المهجّرين قرى"


@pytest.fixture
def hits(archive, monkeypatch):
    """Three hits, whatever is searched: the article with everything is the second."""
    before, after = make_article("خبر قبله", "نص عن القرى."), make_article("خبر بعده", "نص آخر عن القرى.")
    articles = [before, archive, after]

    class Answered:
        total = len(articles)

        def hits(self, offset, limit):
            return tuple(Hit(article.pk, 1.0) for article in articles[offset : offset + limit])

    monkeypatch.setattr("articles.views.hit_steps.answer", lambda request: Answered())
    return articles


def test_buttons_lead_from_mark_to_mark_and_count(marked, open_page):
    page = open_page(marked, "phone")
    count = page.locator("article mark").count()
    assert count > 2
    steps = page.locator(".mark-steps")
    steps.get_by_role("button", name="التالي").click()
    expect(page.locator("#mark-1")).to_have_attribute("aria-current", "true")
    expect(page.locator("#mark-1")).to_be_in_viewport()
    steps.get_by_role("button", name="التالي").click()
    expect(steps.locator("output")).to_have_text(re.compile("^٢ من"))
    expect(page.locator("article mark[aria-current]")).to_have_count(1)
    steps.get_by_role("button", name="السابق").click()
    expect(page.locator("#mark-1")).to_have_attribute("aria-current", "true")


def test_keys_move_the_same_count(marked, open_page):
    page = open_page("/en" + marked)
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(page.locator(".mark-steps output")).to_have_text(re.compile("^2 of"))
    page.keyboard.press("p")
    expect(page.locator(".mark-steps output")).to_have_text(re.compile("^1 of"))


def test_without_scripts_anchors_lead_to_each_mark(marked, open_page):
    page = open_page(marked, java_script_enabled=False)
    expect(page.locator(".mark-steps")).to_be_hidden()
    page.locator(".mark-list summary").click()
    page.locator(".mark-list").get_by_role("link", name="٢", exact=True).click()
    expect(page.locator("#mark-2:target")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["", "/en"])
def test_hits_are_stepped_through_by_links_and_by_keys(hits, open_page, language):
    before, article, after = hits
    page = open_page(f"{language}{article.get_absolute_url()}?q=قرى&n=2")
    page.locator(".hit-steps a[rel=next]").first.click()
    page.wait_for_url(f"**{after.get_absolute_url()}**n=3")
    expect(page.locator(".hit-steps a[rel=next]")).to_have_count(0)
    page.keyboard.press("k")
    page.wait_for_url(f"**{article.get_absolute_url()}**n=2")
    page.keyboard.press("k")
    page.wait_for_url(f"**{before.get_absolute_url()}**n=1")
    page.locator(".query-bar .back").click()
    page.wait_for_url("**/search/?q=**")


def test_the_data_in_the_head_break_no_rule_of_the_page(archive, open_page):
    page = open_page("/healthz")
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(archive.get_absolute_url())
    assert page.locator("script[type='application/ld+json']").evaluate("data => JSON.parse(data.text)['@type']") == (
        "NewsArticle"
    )
    assert [text for text in said if "Content Security Policy" in text] == []


def test_a_citation_is_downloaded_under_its_name(archive, open_page):
    page = open_page(archive.get_absolute_url())
    with page.expect_download() as download:
        page.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == f"newsarchive{archive.pk}.bib"


def test_it_prints_as_an_offprint_with_its_citation(hits, open_page):
    page = open_page(hits[1].get_absolute_url() + "?q=قرى&n=2")
    page.emulate_media(media="print")
    for name in (".query-bar", ".mark-steps", ".downloads", ".tags", ".relatives", ".foot", ".head form"):
        expect(page.locator(name).first).to_be_hidden()
    expect(page.locator(".citation").first).to_contain_text("أرشيف الأخبار العربية")
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_everything_on_it_it_is_accessible_and_fits_at_four_times_the_size(hits, open_page, language, scheme):
    article = hits[1]
    dump = make_dump("page-3.txt")
    dump.dropped = [[2, "share line", "شارك المقال"], [4, "TT mark", "TT"]]
    dump.save()
    seen = {"headline": "عنوان سابق", "deck": None, "blocks": [["paragraph", "نص سابق.", None]]}
    article.appearances.create(dump=dump, role="main", first_line=1, last_line=9, seen=seen, text_digest="other")
    # 400 % of a window of 1280 by 1024 leaves 320 by 256.
    page = open_page(f"{language}{article.get_absolute_url()}?q=قرى&n=2", "narrow", scheme)
    page.set_viewport_size({"width": 320, "height": 256})
    for panel in page.locator("details").all():
        panel.evaluate("panel => { panel.open = true }")
    page.locator("[data-mark-step='1']").click()
    prepare(page)
    assert judge(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.locator(".provenance")).to_contain_text("شارك المقال")
