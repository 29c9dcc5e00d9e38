"""Browsing: the calendar, the alphabet, the day of the year and the numbers, in a browser."""

import pytest
from playwright.sync_api import expect

from articles.models import Author
from tests.browser.looks import faults
from tests.pages.rows import make_article

PAGES = ["/", "/dates/", "/dates/2026/", "/dates/2026/01/", "/dates/2026/01/20/", "/tags/", "/tags/?filter=سور"]
PAGES += ["/authors/?sort=count", "/on-this-day/01/20/", "/on-this-day/hijri/08/01/", "/statistics/"]


@pytest.mark.parametrize("language", ["", "/en"])
def test_pages_are_accessible_and_fit_the_screen(archive, open_page, language):
    for number in range(30):
        make_article(f"خبر {number}", day="2026-01-02" if number < 20 else "2026-01-11", source=archive.source)
    page = open_page("/healthz")
    found = {}
    for address in PAGES:
        page.goto(language + address)
        found[address] = faults(page, language)
    assert not any(found.values()), found


def test_from_the_years_to_a_day_and_to_its_neighbour(archive, open_page):
    page = open_page("/dates/", "phone")
    page.get_by_role("link", name="٢٠٢٦", exact=True).click()
    page.get_by_role("cell", name="٢٠ ، مقالان").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("٢٠ يناير (كانون الثاني) ٢٠٢٦")
    expect(page.locator("main")).to_contain_text("١ شعبان ١٤٤٧ هـ")
    page.get_by_role("navigation", name="قبله وبعده").get_by_role("link").click()
    expect(page.locator("h1")).to_have_text("٣ نوفمبر (تشرين الثاني) ٢٠٢٥")


def test_a_letter_on_another_page_is_reached_by_keys(archive, open_page):
    for number in range(120):
        archive.authors.add(Author.objects.create(name=f"بشار {number:03}"))
    archive.authors.add(Author.objects.create(name="الوليد"))
    page = open_page("/authors/", java_script_enabled=False)
    page.get_by_role("navigation", name="الحروف").get_by_role("link", name="و").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**page=2**")
    expect(page.locator("[id='letter-و']")).to_be_in_viewport()


def test_the_filter_narrows_a_list_without_scripts(archive, open_page):
    page = open_page("/tags/", java_script_enabled=False)
    page.get_by_label("الأسماء التي فيها").fill("ترامب")
    page.get_by_role("button", name="صفِّ").click()
    expect(page.locator(".name-list li")).to_have_count(1)
    page.get_by_role("link", name="اعرض الكل").click()
    expect(page.locator(".name-list li")).to_have_count(2)


def test_on_a_day_cell_a_finger_finds_its_mark(archive, open_page):
    page = open_page("/dates/2026/", "narrow")
    boxes = [link.bounding_box() for link in page.locator(".calendar td a, .letters a, .neighbours a").all()]
    assert boxes
    assert all(box["height"] >= 44 and box["width"] >= 36 for box in boxes)
