"""The search page in a browser: suggestions by keyboard, reasons on focus, settings, large and small."""

import pytest
from playwright.sync_api import expect

from articles.search import outbox
from articles.views.suggestions import forget_phrases
from tests.browser.looks import faults
from tests.pages.rows import make_article

ADDRESSES = {
    "levels and names": "/search/?q=ترمب لجنة&match=most",
    "a form left out": "/search/?q=قرى&not=القرى",
    "mistakes": '/search/?q="قرى OR (حلب',
    "excluded": "/search/?q=حلب&completeness=-excerpt&year=-2024",
    "compact": "/search/?view=compact",
    "long passages": "/search/?q=حلب&passages=5&length=long",
    "per thousand": "/search/?scale=thousand",
    "another keyboard": "/search/?q=pgf",
    "nothing with filters": "/search/?q=معرض&year=2026&completeness=whole",
    "values of a facet": "/search/facets/source?q=حلب",
    "guide": "/search/help",
}


@pytest.fixture(autouse=True)
def _fresh_phrases():
    forget_phrases()


def test_suggestions_are_chosen_by_keyboard(archive, open_page):
    page = open_page("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("ترم")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(page.get_by_role("option", name="دونالد ترمب")).to_have_attribute("aria-selected", "true")
    active = box.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").inner_text().startswith("دونالد ترمب")
    box.press("Enter")
    expect(page.locator(".chips")).to_contain_text("الوسم: دونالد ترمب")


def test_escape_closes_suggestions_and_leaves_what_was_typed(archive, open_page):
    page = open_page("/")
    box = page.get_by_role("combobox")
    box.press_sequentially("سور")
    expect(page.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("سور")


def test_a_mark_on_focus_says_why_it_is_one(archive, open_page):
    page = open_page("/search/?q=مدرسة")
    mark = page.locator(".passage mark[title]").first
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    said = mark.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert "مدارس" in said
    assert "جمع تكسير" in said


@pytest.mark.parametrize("scripts", [True, False])
def test_untick_a_form_loosen_the_level_and_come_back(archive, open_page, scripts):
    make_article("القرية والمدينة", "بين القرية والمدينة طريق.")
    outbox.rebuild()
    page = open_page("/search/?q=قرى", java_script_enabled=scripts)
    expect(page.locator("h1")).to_contain_text("مقالان")
    page.locator(".forms > summary").click()
    page.locator(".tick", has_text="القرية").click()
    expect(page.locator("h1")).to_contain_text("مقال واحد")
    page.locator(".tick.is-out").click()
    expect(page.locator("h1")).to_contain_text("مقالان")
    page.get_by_role("link", name="كما كُتبت").click()
    expect(page.locator("h1")).to_contain_text("مقال واحد")
    expect(page.get_by_role("link", name="كما كُتبت")).to_have_attribute("aria-current", "true")


def test_narrow_by_dates_typed_and_by_a_bar_of_the_timeline(archive, open_page):
    page = open_page("/search/")
    page.get_by_label("من", exact=True).fill("٢٠٢٥")
    page.get_by_role("button", name="ضيّق").click()
    expect(page.locator(".chips")).to_contain_text("تاريخ النشر: من ٢٠٢٥")
    assert page.url.endswith("/search/?date=2025..")
    page.locator(".timeline svg a").first.click()
    expect(page.locator(".chips")).to_contain_text("الشهر")


def test_from_a_hit_to_the_next(archive, open_page):
    page = open_page("/search/?q=حلب")
    page.locator("[data-step]").first.click()
    page.locator("a[rel=next]").first.click()
    expect(page.locator("article mark").first).to_have_text("حلب")
    assert "n=2" in page.url


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_state_is_accessible_and_fits_the_screen(archive, open_page, language):
    page = open_page("/healthz")
    found = {}
    for name, address in ADDRESSES.items():
        page.goto(language + address)
        found[name] = faults(page, language)
    assert not any(found.values()), found


def test_at_four_times_the_size_nothing_is_lost(archive, open_page):
    page = open_page("/search/", "narrow")
    for name in (".timeline", ".entries", ".looks summary"):
        box = page.locator(name).first.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
