"""Pages as the browser's own print makes them into a PDF: whole, legible to programs, without what is operated."""

import pypdfium2
import pytest
from django.utils.translation import gettext, override

from tests.pages.every_page import addresses_in

ADDRESSES = {
    "concordance": "/search/concordance/?q=قرى&by=after1",
    "words": "/search/words/?q=حلب",
    "comparison": "/compare/?q=حلب&q=قرى",
}
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "15mm")
# What is operated, and no paper can be.
CONTROLS = [
    "How to search",
    "Take it away",
    "Back to the results",
    "Previous result",
    "Next result",
    "As a table",
    "Order",
]


@pytest.fixture
def printed(archive, open_page):
    """`printed(address)` is the page on paper."""
    page = open_page("/healthz")

    def printed(address: str) -> pypdfium2.PdfDocument:
        page.goto(address)
        return pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True, margin=MARGIN))

    return printed


def text_of(document: pypdfium2.PdfDocument) -> str:
    """All words with single spaces."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_an_article_can_be_copied_and_searched_in_its_order(archive, printed):
    text = text_of(printed(archive.get_absolute_url()))
    places = [
        text.find(words)
        for words in (
            "لجنة مشتركة تبحث عودة",
            "وشبكات المياه",
            "عودة العائلات",
            "عضو في اللجنة",
            "UNICEF",
            "ألغام في الحقول",
            "عائلة تعود إلى بيتها",
            "أن تنتهي فرق الهندسة",
            "تاريخ الاطلاع",
            "page-1.txt",
        )
    ]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_prints_what_is_operated_or_goes_over_the_edge(archive, printed, language):
    addresses = addresses_in(archive) | ADDRESSES
    with override(language):
        controls = [gettext(control) for control in CONTROLS]
    wrong = {}
    for name in ("results", "all articles", "article from a search", "month", "tag", *ADDRESSES):
        document = printed(("/en" if language == "en" else "") + addresses[name])
        text = text_of(document)
        assert "حلب" in text or "قرى" in text
        wrong[name] = [control for control in controls if control in text] + over_the_edge(document)
    assert {name: found for name, found in wrong.items() if found} == {}


def over_the_edge(document: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    """The beginnings and ends of lines, in points, that no paper has room for."""
    found = []
    for page in document:
        text = page.get_textpage()
        rectangles = [text.get_rect(number) for number in range(text.count_rects())]
        found += [(left, right) for left, _, right, _ in rectangles if left < 0 or right > page.get_width()]
    return found


@pytest.mark.parametrize("chosen", [None, "dark"])
def test_paper_is_white_and_ink_black_at_night_too(archive, open_page, chosen):
    page = open_page(archive.get_absolute_url(), scheme="dark")
    page.evaluate("theme => { if (theme) document.documentElement.dataset.theme = theme }", chosen)
    page.emulate_media(media="print")
    ink = page.locator(".text p").first.evaluate("text => getComputedStyle(text).color")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


def test_a_concordance_lies_across_the_paper_its_hits_under_each_other(archive, printed):
    document = printed("/search/concordance/?q=قرى&by=after1")
    width, height = document[0].get_size()
    assert width > height
    assert "قرى" in text_of(document)
