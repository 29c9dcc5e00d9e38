"""What holds of every page: accessible, nothing wider than the screen, in both languages, sizes and lights."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models import Article, Tag
from tests.pages.rows import make_dump

ADDRESSES = {
    "home": "/",
    "results": "/search/?q=قرى",
    "filtered results": "/search/?q=حلب&year=2026&completeness=whole",
    "all articles": "/search/",
    "nothing found": "/search/?q=ططططط&year=2026",
    "article": "{article}",
    "article from a search": "{article}?q=قرى",
    "version": "{version}",
    "excerpt": "{excerpt}",
    "withdrawn": "{withdrawn}",
    "dates": "/dates/",
    "year": "/dates/2026/",
    "month": "/dates/2026/01/",
    "day": "/dates/2026/01/20/",
    "undated": "/dates/undated/",
    "sources": "/sources/",
    "source": "{source}",
    "sections": "/sections/",
    "authors": "/authors/",
    "places": "/places/",
    "tags": "/tags/",
    "tag": "{tag}",
    "missing": "/nothing/",
}
LOOKS = [
    (language, size, scheme)
    for language in ("", "/en")
    for size, scheme in (("desktop", "light"), ("desktop", "dark"), ("phone", "light"), ("narrow", "dark"))
]


@pytest.fixture
def addresses(archive):
    withdrawn = Article.objects.get(headline__startswith="Erdogan")
    Article.objects.filter(pk=withdrawn.pk).update(status="withdrawn", withdrawn_reason="بطلب من الناشر")
    seen = {"headline": "عودة المهجّرين", "blocks": [["paragraph", "بحثت لجنة مشتركة في بيروت عودة العائلات.", None]]}
    version = archive.appearances.create(
        dump=make_dump("page-2.txt"), role="main", first_line=1, last_line=9, seen=seen, text_digest="other"
    )
    places = {
        "version": reverse("version", args=[archive.pk, version.pk]),
        "article": archive.get_absolute_url(),
        "excerpt": Article.objects.get(completeness="excerpt").get_absolute_url(),
        "withdrawn": withdrawn.get_absolute_url(),
        "source": archive.source.get_absolute_url(),
        "tag": Tag.objects.get(label_en="Syria").get_absolute_url(),
    }
    return {name: address.format(**places) for name, address in ADDRESSES.items()}


@pytest.mark.parametrize(("language", "size", "scheme"), LOOKS)
def test_every_page_is_accessible_and_fits_the_screen(addresses, open_page, language, size, scheme):
    page = open_page("/healthz", size, scheme)
    axe, found = Axe(), {}
    for name, address in addresses.items():
        page.goto(language + address)
        for panel in page.locator("details").all():
            panel.evaluate("panel => { panel.open = true }")
        violations = [violation["id"] for violation in axe.run(page).response["violations"]]
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if violations or overflow > 0:
            found[name] = (violations, overflow)
    assert found == {}


def test_targets_are_large_enough_for_a_finger(addresses, open_page):
    page = open_page("/", "phone")
    small = {}
    for name in ("home", "results", "article", "tags"):
        page.goto(addresses[name])
        boxes = page.locator("nav a, form button, summary, .chips a, .name-row a, .name-list a, .head a").all()
        heights = [(link.inner_text(), link.bounding_box()["height"]) for link in boxes if link.is_visible()]
        small |= {f"{name}: {text}": height for text, height in heights if height < 44}
    assert small == {}
