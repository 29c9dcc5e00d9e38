"""One saved page: its bytes in, an article out, or the reason why it is none."""

import logging
from dataclasses import replace

import trafilatura
from lxml import html

from articles.arabic.folding import key
from articles.corpus.formats import markup
from articles.corpus.formats import web_judgement as judgement
from articles.corpus.formats.interface import Unreadable
from articles.corpus.formats.web_blocks import read_blocks, read_plainly
from articles.corpus.formats.web_captions import mark_captions, restore_captions
from articles.corpus.formats.web_decks import choose_deck
from articles.corpus.formats.web_decoding import decode_page
from articles.corpus.formats.web_furniture import without_date, without_furniture
from articles.corpus.formats.web_metadata import PageMetadata, read_metadata
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.formats.web_trees import LARGEST_PAGE, drop_unread, parse_page
from articles.corpus.records import MAIN, ArticleRecord, BlockRecord

# Elements of a page up to which trafilatura compares what it found with what other ways find. The time of that grows
# with the square of their number: with this bound, the worst shapes found take 3 seconds instead of 30.
MOST_COMPARED = 5_000

# It warns of every page without a text, which is counted here anyway.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_article(data: bytes, line: int, address: str = "", charset: str = "") -> ArticleRecord | Skipped:
    """Read a page; `address` and `charset` are what a crawl knows of it. `Unreadable` for a page beyond the bounds."""
    if len(data) > LARGEST_PAGE:
        raise Unreadable(f"a page larger than {LARGEST_PAGE:,} bytes")
    root = parse_page(decode_page(data, charset))
    if root is None:
        return Skipped(line, "an empty page")
    page = read_metadata(root, address)
    asks_password, marks_body = judgement.has_password(root), judgement.has_marked_body(root)
    drop_unread(root)
    links = judgement.link_texts(root)
    shown_date, blocks = without_date(_extract(root, page))
    repeated = (*page.headlines, *page.known.authors, page.known.section, page.known.source)
    kept = without_furniture(blocks, repeated, links)
    reason = judgement.why_no_article(page, kept, links, asks_password=asks_password, marks_body=marks_body)
    if reason:
        return Skipped(line, reason)
    deck, kept = choose_deck(root, page, kept)
    known = replace(page.known, published=page.known.published or shown_date)
    return ArticleRecord(MAIN, page.headlines[0], deck, tuple(kept), None, line, line, known)


def _extract(root: html.HtmlElement, page: PageMetadata) -> list[BlockRecord]:
    """The blocks of the text; what the page repeats of it for search engines only where its own text is not found."""
    captions = mark_captions(root)
    document = trafilatura.bare_extraction(
        root, include_comments=False, fast=sum(1 for _ in root.iter()) > MOST_COMPARED
    )
    extracted = read_blocks(document.body) if document is not None else []
    # From a short page it takes everything, menus too, in one paragraph.
    blocks = restore_captions(extracted if len(extracted) > 1 else read_plainly(root), captions)
    declared = _declared(page.body)
    if _length(declared) > 2 * _length(blocks):
        return declared
    return blocks


def _declared(body: str) -> list[BlockRecord]:
    """The paragraphs of a text in the page's metadata, where ends of lines or markup part them."""
    try:
        return list(markup.blocks(body))
    except markup.TooLong:
        return []


def _length(blocks: list[BlockRecord]) -> int:
    return sum(len(key(block.text)) for block in blocks)
