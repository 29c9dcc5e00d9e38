"""What is wrong with a page in the sizes and lights in which it is read.

A page is loaded once in each language and then looked at. That nothing is wider than the screen is seen in every look;
axe takes longest, and judges each look in one of the languages: both languages at a large size and at a small one, by
day and by night.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import SIZES

JUDGED = {
    "": (("desktop", "light"), ("narrow", "dark")),
    "/en": (("desktop", "dark"), ("phone", "light")),
}
# Letters that join are narrower together than one by one. Axe takes that for a font of icons, and would judge the
# contrast of no Arabic text.
_NO_ICONS = "() => { CanvasRenderingContext2D.prototype.measureText = text => ({width: 20 * text.length}) }"
_AXE = Axe().axe_script
_JUDGE = """() => axe.run({resultTypes: ["violations"]})
    .then(found => found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html.slice(0, 200)}`))"""
_OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"


def faults(page: Page, language: str) -> list[str]:
    """Of the page that is shown, with all its panels open; `language` is what its address begins with."""
    for panel in page.locator("details").all():
        panel.evaluate("panel => { panel.open = true }")
    found = []
    prepare(page)
    for size, scheme in JUDGED[language]:
        _look(page, size, scheme)
        found += [f"{size}, {scheme}: {fault}" for fault in judge(page)]
    for size in SIZES:
        _look(page, size, "light")
        if (overflow := page.evaluate(_OVERFLOW)) > 0:
            found.append(f"{size}: {overflow} too wide")
    return found


def prepare(page: Page) -> None:
    """Give axe to the page, once."""
    page.evaluate(_NO_ICONS)
    page.evaluate(_AXE)


def judge(page: Page) -> list[str]:
    """What axe says of a prepared page as it looks now."""
    return page.evaluate(_JUDGE)


def _look(page: Page, size: str, scheme: str) -> None:
    page.set_viewport_size({"width": SIZES[size], "height": 800})
    page.emulate_media(color_scheme=scheme)
