"""What holds of every page: accessible, nothing wider than the screen, in both languages, sizes and lights."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.every_page import addresses_in

LOOKS = [
    (language, size, scheme)
    for language in ("", "/en")
    for size, scheme in (("desktop", "light"), ("desktop", "dark"), ("phone", "light"), ("narrow", "dark"))
]


@pytest.fixture
def addresses(archive):
    return addresses_in(archive)


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
