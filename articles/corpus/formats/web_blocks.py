"""From marked-up text to paragraphs and subheadings, in the order of the page.

Works on HTML and on the tree that trafilatura makes of it, which has names of its own: head, item, quote, lb.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from articles.corpus.formats.web_text import clean_text
from articles.corpus.records import PARAGRAPH, SUBHEADING, BlockRecord

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
_BREAKS = frozenset(("br", "lb", "hr"))
_CELLS = frozenset(("td", "th", "cell"))
_BLOCKS = HEADINGS | {
    *("p", "div", "section", "article", "main", "blockquote", "quote", "pre", "code", "address", "details", "summary"),
    *("ul", "ol", "li", "list", "item", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "row", "caption"),
    *("figure", "figcaption", "header", "footer", "aside", "body", "html"),
}

_MARKED = etree.XPath("//*[@itemprop='articleBody'] | //article[not(ancestor::article)] | //main")
_MARGINS = etree.XPath(".//nav | .//aside | .//footer | .//head | .//title | .//*[@role='navigation']")


def read_blocks(root: etree._Element) -> list[BlockRecord]:
    """The texts of a tree. A row of a table is one paragraph, bars between its cells; a line break begins another."""
    blocks: list[BlockRecord] = []
    for kind, text in _texts(root):
        if text := clean_text(text).strip("| "):
            blocks.append(BlockRecord(kind, text))
    return blocks


def read_plainly(root: etree._Element) -> list[BlockRecord]:
    """The texts of a page that is too short to tell its text by its weight: by its element, without menus."""
    marked = _MARKED(root)
    text = deepcopy(marked[0] if marked else root)
    for margin in _MARGINS(text):
        if margin.getparent() is not None:
            margin.drop_tree()
    return read_blocks(text)


def _texts(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Runs of text between the borders of blocks, walked without recursion since pages nest as deep as they like."""
    kind, run = PARAGRAPH, []
    layout = _layout_rows(root)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS or tag in _BREAKS:
                yield kind, "".join(run)
                run = []
            if tag in HEADINGS:
                kind = SUBHEADING
            run.append(element.text or "")
            continue
        if event == "end":
            if tag in _BLOCKS:
                yield kind, "".join(run)
                run = []
            if tag in HEADINGS:
                kind = PARAGRAPH
            if tag in _CELLS and element.getparent() in layout:
                yield kind, "".join(run)
                run = []
            elif tag in _CELLS:
                run.append(" | ")
        if element is not root:
            run.append(element.tail or "")
    yield kind, "".join(run)


def _layout_rows(root: etree._Element) -> set[etree._Element]:
    """The rows that hold paragraphs: in such a table old pages set their columns, and its cells are no row of words."""
    held = root.iter("p", "div", "br", "lb", "table")
    rows = (next(element.iterancestors("tr", "row"), None) for element in held)
    return {row for row in rows if row is not None}
