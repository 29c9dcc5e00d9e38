"""What a visitor does, by pointer, by keys, and without scripts."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.models import Article
from tests.pages.rows import make_article


def test_find_narrow_read_and_return(archive, open_page):
    page = open_page("/")
    page.get_by_role("combobox").fill("حلب")
    page.get_by_role("button", name="ابحث").click()
    expect(page.locator("h1")).to_contain_text("مقالان")
    page.get_by_role("navigation", name="المرشّحات").get_by_role("link", name="٢٠٢٦ ١", exact=True).click()
    expect(page.locator("h1")).to_contain_text("مقال واحد")
    page.get_by_role("link", name=archive.headline).click()
    expect(page.locator("article mark").first).to_have_text("حلب")
    page.get_by_role("link", name="عودة إلى النتائج").click()
    expect(page.locator(".chips")).to_contain_text("السنة: ٢٠٢٦")
    page.locator(".chips a").click()
    expect(page.locator("h1")).to_contain_text("مقالان")


def test_on_a_phone_the_filters_are_in_a_drawer(archive, open_page):
    page = open_page("/search/", "phone")
    option = page.get_by_role("link", name="شؤون إقليمية ١", exact=True)
    expect(option).to_be_hidden()
    page.locator(".filters > summary").click()
    option.click()
    expect(page.locator("h1")).to_contain_text("مقال واحد")


def test_keys_lead_to_the_box_through_the_hits_and_through_the_marks(archive, open_page):
    page = open_page("/search/?q=قرى")
    page.keyboard.press("j")
    expect(page.locator("[data-step]").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    page.keyboard.press("n")
    expect(page.locator("article mark").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).to_be_focused()
    page.get_by_role("combobox").blur()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_an_arabic_keyboard_has_the_same_keys(archive, open_page):
    page = open_page("/search/?q=قرى")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))")
    expect(page.locator("[data-step]").first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chosen_light_is_kept(archive, open_page, scheme):
    other = {"light": "dark", "dark": "light"}[scheme]
    page = open_page("/", scheme=scheme)
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.locator("#theme").click()
    after = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert after != before
    page.goto("/dates/")
    assert page.evaluate("document.documentElement.dataset.theme") == other
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == after


def test_without_scripts_everything_is_there(archive, open_page):
    page = open_page("/", java_script_enabled=False)
    expect(page.locator("#theme")).to_be_hidden()
    page.get_by_role("searchbox").fill("قرى")
    page.get_by_role("button", name="ابحث").click()
    page.get_by_role("link", name=archive.headline).click()
    page.locator(".provenance summary").click()
    expect(page.locator(".provenance")).to_contain_text("page-1.txt")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_first_stop_of_the_keyboard_skips_the_head(archive, open_page):
    page = open_page("/dates/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_mark_inside_a_word_does_not_part_its_letters(archive, open_page):
    page = open_page("/")
    page.locator("main").evaluate(
        "main => { main.innerHTML = '<span id=whole>المستشفى</span> <span id=marked>الم<mark>ستش</mark>فى</span>' }"
    )
    page.evaluate("document.fonts.ready")
    whole, marked = (page.locator(name).bounding_box()["width"] for name in ("#whole", "#marked"))
    assert marked == pytest.approx(whole, abs=0.5)


def test_an_article_prints_without_the_frame(archive, open_page):
    page = open_page(archive.get_absolute_url())
    page.emulate_media(media="print")
    for name in (".head form", ".foot nav", ".head-switches"):
        expect(page.locator(name)).to_be_hidden()
    expect(page.get_by_text("page-1.txt")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("size", ["phone", "narrow"])
def test_the_years_are_one_line_of_time_on_a_small_screen(archive, open_page, size):
    for year in range(2012, 2024):
        make_article(f"خبر {year}", day=f"{year}-02-02")
    page = open_page("/", size)
    tops = page.locator(".years li").evaluate_all("years => years.map(year => year.getBoundingClientRect().bottom)")
    assert len(tops) == 12
    assert len(set(tops)) == 1


def test_the_list_of_articles_in_the_admin_fits_a_small_desk(archive, open_page):
    Article.objects.update(review=Article.Review.AMBIGUOUS_IDENTITY)
    User.objects.create_superuser("head", password="a long password")
    page = open_page("/admin/login/")
    page.fill("#id_username", "head")
    page.fill("#id_password", "a long password")
    page.click("input[type=submit]")
    page.goto("/admin/articles/article/")
    assert page.locator(".results").evaluate("list => list.scrollWidth <= list.clientWidth")
