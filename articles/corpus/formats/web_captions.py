"""Captions of pictures, and how they keep their place while the text around them is extracted.

Extraction drops figures. So each figure that has a caption is replaced by a paragraph that carries the caption behind a
mark, ⟦0⟧, and is known again by it.
"""

import re

from lxml import etree, html

from articles.corpus.formats.web_text import clean_text
from articles.corpus.pages.phrases import split_credit
from articles.corpus.records import CAPTION, BlockRecord

_FIGURE = etree.XPath(
    "//figure[not(ancestor::figure)] | //*[contains(concat(' ', normalize-space(@class), ' '), ' wp-caption ')]"
)
_CAPTION = etree.XPath(".//figcaption | .//*[contains(@class, 'caption-text') or contains(@class, 'image-caption')]")
_CREDIT = etree.XPath(
    ".//*[contains(@class, 'credit') or contains(@class, 'copyright') or contains(@class, 'photographer')"
    " or @itemprop='copyrightHolder' or self::cite or self::small]"
)
_PICTURE = etree.XPath("boolean(.//img | .//picture | .//video | .//amp-img | .//iframe)")
_MARKED = re.compile("⟦([0-9]{1,5})⟧")


def mark_captions(root: html.HtmlElement) -> list[BlockRecord]:
    """Put marked paragraphs in the place of figures; the captions by the numbers of their marks."""
    captions: list[BlockRecord] = []
    for figure in _FIGURE(root):
        caption = read_caption(figure)
        if caption is None or figure.getparent() is None or not _PICTURE(figure):
            continue
        paragraph = html.Element("p")
        paragraph.text = f"⟦{len(captions)}⟧ {caption.text}"
        paragraph.tail = figure.tail
        figure.getparent().replace(figure, paragraph)
        captions.append(caption)
    return captions


def restore_captions(blocks: list[BlockRecord], captions: list[BlockRecord]) -> list[BlockRecord]:
    """The blocks with captions where their marks stand."""
    restored: list[BlockRecord] = []
    for block in blocks:
        marked = _MARKED.match(block.text)
        if marked and int(marked[1]) < len(captions) and captions[int(marked[1])].text in block.text:
            restored.append(captions[int(marked[1])])
        else:
            restored.append(block)
    return restored


def read_caption(figure: etree._Element) -> BlockRecord | None:
    """The caption of a figure: its credit is what the page marks as one, else what stands in brackets at the end."""
    found = _CAPTION(figure)
    if not found:
        return None
    text = clean_text(" ".join(found[0].itertext()))
    if not text:
        return None
    for element in _CREDIT(figure):
        credit = clean_text(" ".join(element.itertext()))
        rest = text.removesuffix(credit).rstrip(" |–-—(") if credit else ""
        if rest and rest != text:
            return BlockRecord(CAPTION, rest, credit.strip("()[] ") or None)
        if credit and credit not in text:
            return BlockRecord(CAPTION, text, credit.strip("()[] ") or None)
    return BlockRecord(CAPTION, *split_credit(text))
