"""From the text of a page to its tree, within bounds that keep reading it short.

Measured: 20,000 elements in the worst shapes found take 3 seconds to extract, 50,000 attributes on one element 22 to
parse, and their time grows with the square of their number; pages of news have some 1,000 to 5,000 elements.
"""

import re

from lxml import etree, html

from articles.corpus.formats.interface import Unreadable

LARGEST_PAGE = 20 * 1024 * 1024  # bytes
MOST_ELEMENTS = 20_000
MOST_ATTRIBUTES = 5_000  # of one element

# NUL ends a text for the parser, which would lose the rest of the page.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "form",
    "button",
    "select",
    "textarea",
)
# Only behind an equals sign do quotation marks hide the end of a tag.
_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
_ATTRIBUTE_END = re.compile(r"[\s/\"']")
# An attribute with its value in quotation marks; styles and data in such a value are full of spaces.
_QUOTED = re.compile(r"""\s[^\s=>"']{1,200}+\s*+=\s*+(?:"[^"]*+"|'[^']*+')""")
# Names of the part of a page where its readers write.
_COMMENTS = {
    *(
        "comments",
        "comment-list",
        "commentlist",
        "comments-list",
        "comments-area",
        "comments-section",
        "comment-section",
    ),
    *("comments-wrapper", "comments-container", "article-comments", "post-comments", "user-comments", "disqus_thread"),
    *("fb-comments", "comentarios", "commentaires", "kommentare"),
}
_HOLDS_ARTICLE = etree.XPath("boolean(.//h1 | .//*[@itemprop='articleBody'])")
_SHORT_TAG = 2 * MOST_ATTRIBUTES  # no tag shorter than this has too many


def parse_page(text: str) -> html.HtmlElement | None:
    """The root element, None where there is no element at all; `Unreadable` for a page beyond the bounds."""
    text = _NOT_IN_XML.sub("", text)
    _refuse_endless_tags(text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    elements = sum(1 for _ in root.iter())
    if elements > MOST_ELEMENTS:
        raise Unreadable(f"a page of {elements:,} elements, more than {MOST_ELEMENTS:,}")
    return root


def drop_unread(root: html.HtmlElement) -> None:
    """Take out what is no text of the page: scripts, styles, forms, and what readers wrote below it."""
    for element in [*root.iter(*_NO_TEXT), *filter(_is_of_readers, root.iter("div", "section", "ol", "ul", "aside"))]:
        if element.getparent() is not None:
            element.drop_tree()


def _is_of_readers(element: html.HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return not _COMMENTS.isdisjoint(names) and not _HOLDS_ARTICLE(element)


def _refuse_endless_tags(text: str) -> None:
    for tag in _TAG.finditer(text):
        is_long = tag.end() - tag.start() > _SHORT_TAG
        if is_long and len(_ATTRIBUTE_END.findall(_QUOTED.sub(" x", tag.group()))) > 2 * MOST_ATTRIBUTES:
            raise Unreadable(f"an element of more than {MOST_ATTRIBUTES:,} attributes")
