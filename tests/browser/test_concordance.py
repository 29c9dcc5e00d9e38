"""A researcher's way from a search to its words in context, to what marks it, and to a comparison over time."""

import pytest

from articles.search import outbox
from tests.browser.looks import faults
from tests.pages.rows import make_article

ADDRESSES = (
    "/search/concordance/?q=حلب&by=after1",
    "/search/concordance/?q=قرى&by=form",
    "/search/concordance/",
    "/search/words/?q=نهر",
    "/search/words/",
    "/compare/?q=حلب&q=نهر&by=month",
    "/compare/?q=نهر&relative=1",
    "/compare/",
)


@pytest.fixture
def rivers(archive):
    for number in range(12):
        make_article(f"نهر {number}", "فاض النهر على السدود والجسور، وقال مهندسٌ إنّ السدّ متين.", day="2025-04-01")
    make_article("A river in flood", "The river rose over the dam.", day="2025-04-02", language="en")
    outbox.rebuild()


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_is_accessible_and_fits_the_screen(rivers, open_page, language):
    page = open_page("/healthz")
    found = {}
    for address in ADDRESSES:
        page.goto(language + address)
        found[address] = faults(page, language)
    assert not any(found.values()), found


def middle(box) -> float:
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("language", ["", "/en"])
def test_what_comes_before_an_arabic_hit_stands_on_its_right_and_the_hits_under_each_other(rivers, open_page, language):
    page = open_page(f"{language}/search/concordance/?q=السدود&by=oldest")
    lines = page.locator(".kwic-line")
    first = lines.first
    before, hit, after = (first.locator(part).bounding_box() for part in (".kwic-before", "mark", ".kwic-after"))
    assert after["x"] < hit["x"] < before["x"]
    middles = {round(middle(box.bounding_box())) for box in lines.locator("mark").all()}
    assert len(middles) == 1


def test_a_line_in_english_runs_from_the_left(rivers, open_page):
    line = open_page("/search/concordance/?q=dam").locator(".kwic-line").first
    before, after = (line.locator(part).bounding_box() for part in (".kwic-before", ".kwic-after"))
    assert before["x"] < after["x"]


def test_lines_are_sorted_both_ways_and_a_hit_opened_at_its_mark(rivers, open_page):
    page = open_page("/search/concordance/?q=حلب")
    page.get_by_role("link", name="بكلمة بعدها: الأولى").click()
    page.locator("[aria-current]", has_text="بكلمة بعدها").wait_for()
    after = [line.inner_text().split()[0] for line in page.locator(".kwic-after").all() if line.inner_text()]
    assert after == sorted(after)
    page.get_by_role("link", name="بكلمة قبلها: الأولى").click()
    page.locator("[aria-current]", has_text="بكلمة قبلها").wait_for()
    before = [line.inner_text().split()[-1] for line in page.locator(".kwic-before").all() if line.inner_text()]
    assert before == sorted(before)
    page.locator(".kwic-line a").first.click()
    number = page.url.split("#mark-")[1]
    assert page.locator(f"#mark-{number}").inner_text() == "حلب"


def test_another_order_is_shown_in_place_and_has_its_address(rivers, open_page):
    page = open_page("/search/concordance/?q=السدود")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_role("link", name="بكلمة بعدها: الأولى").press("Enter")
    chosen = page.locator("[aria-current]", has_text="بكلمة بعدها")
    chosen.wait_for()
    assert page.evaluate("window.isTheSamePage")
    assert chosen.evaluate("link => link === document.activeElement")
    assert "by=after1" in page.url
    assert "by=after1" in page.locator("#other-language").get_attribute("href")
    assert page.locator("main").count() == 1
    page.go_back()
    # The address is the earlier one at once, the page when htmx has put it back.
    chosen.wait_for(state="detached")
    assert "by=after1" not in page.url
    assert page.locator(".kwic-line").count() > 10


def test_without_javascript_another_order_is_another_page(rivers, open_page):
    page = open_page("/search/concordance/?q=السدود", java_script_enabled=False)
    page.get_by_role("link", name="بكلمة بعدها: الأولى").click()
    assert "by=after1" in page.url
    assert page.locator(".kwic-line").count() > 10


def test_queries_are_compared_from_the_form_and_by_the_keyboard_alone(rivers, open_page):
    page = open_page("/compare/")
    fields = page.locator(".compare-form input[type=search]")
    fields.nth(0).fill("نهر")
    fields.nth(1).fill("حلب")
    fields.nth(1).press("Enter")
    assert page.locator("#trend-table thead th").all_inner_texts()[1:] == ["نهر", "حلب"]
    assert page.locator("g[class^=trend]").count() == 2
    with page.expect_download() as download:
        page.get_by_role("link", name="PNG").click()
    assert download.value.suggested_filename.endswith(".png")


def test_time_runs_from_the_right_in_arabic_and_from_the_left_in_english(rivers, open_page):
    for language, sign in (("", 1), ("/en", -1)):
        page = open_page(f"{language}/compare/?q=نهر")
        labels = page.locator(".trend > text", has_text="202" if language else "٢٠٢").all()
        places = [label.bounding_box()["x"] for label in labels]
        assert len(places) > 1
        assert places == sorted(places, key=lambda place: -sign * place)


def test_the_longest_months_stand_side_by_side_within_the_chart(rivers, open_page):
    for day in ("2017-11-05", "2022-09-05"):
        make_article("نهر بعيد", "فاض النهر.", day=day)
    outbox.rebuild()
    page = open_page("/compare/?q=نهر&by=month&date=2017-11..2022-09")
    chart = page.locator(".trend").bounding_box()
    boxes = [label.bounding_box() for label in page.locator(".trend > text", has_text="٢٠").all()]
    edges = [edge for box in reversed(boxes) for edge in (box["x"], box["x"] + box["width"])]
    edges = [chart["x"], *edges, chart["x"] + chart["width"]]
    assert len(boxes) > 2
    assert edges == sorted(edges)


def test_a_word_that_marks_a_result_narrows_the_search(rivers, open_page):
    page = open_page("/search/words/?q=نهر")
    page.get_by_role("link", name="السدود").click()
    assert page.locator(".entry").count() == 10
    assert "السدود" in page.locator(".head input[name=q]").input_value()
