"""From the bytes of a saved page to a record of it: whole articles, cards, and every line that was dropped.

A page is cut into lines (`lines`), its shape is recognised (`templates`), and its parts are read by modules that the
templates share: `heads`, `bodies`, `cards`. Nothing is lost: each line that has text is in an article, a card or the
furniture.
"""

from articles.corpus.pages.decoding import LARGEST_PAGE, decode
from articles.corpus.pages.lines import read_lines
from articles.corpus.pages.page import Page
from articles.corpus.pages.sections import SECTION_NAMES
from articles.corpus.pages.template import Template
from articles.corpus.pages.templates import known_templates, unknown
from articles.corpus.pages.unreadable import UnreadablePage
from articles.corpus.records import PageRecord, Rejection
from articles.corpus.text_layers import mend

__all__ = ["LARGEST_PAGE", "SECTION_NAMES", "TEMPLATES", "TEXT_LAYER", "UnreadablePage", "read_page"]

# In the place of the template's name, where letters are in doubt: what an importer takes for a page to be looked at.
TEXT_LAYER = "text layer"

# The first that matches reads the page; the last matches any.
TEMPLATES: tuple[Template, ...] = known_templates()


def read_page(name: str, data: bytes) -> PageRecord:
    """Read the bytes of a saved page. Raises UnreadablePage; `name` is the file's, for its message."""
    try:
        text, encoding = decode(data)
        layer = mend(text)
        page = Page(read_lines(layer.text))
        if not page.lines:
            raise UnreadablePage("nothing that can be seen")
    except UnreadablePage as error:
        error.name = name
        raise
    template = next(template for template in TEMPLATES if template.matches(page))
    reading = template.read(page)
    return PageRecord(
        template=TEXT_LAYER if layer.doubts else template.name,
        template_version=template.version,
        encoding=encoding,
        articles=reading.articles,
        cards=reading.cards,
        furniture=tuple(sorted(reading.furniture, key=lambda dropped: dropped.line)),
        rejections=tuple(Rejection(None, note, is_note=True) for note in layer.notes),
        needs_review=reading.needs_review or template is unknown.TEMPLATE or bool(layer.doubts),
    )
