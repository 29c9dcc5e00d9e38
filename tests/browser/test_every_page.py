"""What holds of every page: accessible, nothing wider than the screen, in both languages, sizes and lights."""

import pytest

from tests.browser.looks import faults
from tests.pages.every_page import addresses_in


@pytest.fixture
def addresses(archive):
    return addresses_in(archive)


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_is_accessible_and_fits_the_screen(addresses, open_page, language):
    page = open_page("/healthz")
    found = {}
    for name, address in addresses.items():
        page.goto(language + address)
        found[name] = faults(page, language)
    assert not any(found.values()), found


def test_targets_are_large_enough_for_a_finger(addresses, open_page):
    page = open_page("/", "phone")
    small = {}
    for name in ("home", "results", "article", "tags"):
        page.goto(addresses[name])
        boxes = page.locator("nav a, form button, summary, .chips a, .name-row a, .name-list a, .head a").all()
        heights = [(link.inner_text(), link.bounding_box()["height"]) for link in boxes if link.is_visible()]
        small |= {f"{name}: {text}": height for text, height in heights if height < 44}
    assert small == {}
