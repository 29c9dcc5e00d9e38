"""The page on the API, and the panel by which results are taken away, in a browser."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from articles.views.search_address import SearchAddress
from tests.browser.looks import faults


def panel(language: str) -> str:
    address = SearchAddress.read(QueryDict("q=%D8%B5%D9%8A%D8%AF+%D8%A7%D9%84%D8%B3%D9%85%D9%83&source=-5"))
    with override(language):
        return render_to_string(
            "search/_take_away.html", {"address": address}, request=RequestFactory().get("/search/")
        )


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_and_the_panel_are_accessible_and_fit_the_screen(archive, open_page, language):
    page = open_page(f"{language}/api/")
    markup = panel("en" if language else "ar")
    page.locator("main h1").evaluate("(title, markup) => title.insertAdjacentHTML('afterend', markup)", markup)
    assert faults(page, language) == []


def test_the_files_are_links_and_programs_are_written_from_left_to_right(archive, open_page):
    page = open_page("/api/")
    page.locator("main h1").evaluate("(title, markup) => title.insertAdjacentHTML('afterend', markup)", panel("ar"))
    page.locator("details.take-away").evaluate("details => { details.open = true }")
    assert page.get_by_role("link", name="XLSX").is_visible()
    assert page.locator("details.take-away pre").last.evaluate("pre => getComputedStyle(pre).direction") == "ltr"
