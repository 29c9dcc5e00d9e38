"""The deck of an article: the sentence below the headline, which a page writes for its readers.

A description is written for search engines, and most are the beginning of the text, cut. It is a deck only where the
page shows it to readers too, in an element of its own.
"""

from collections.abc import Sequence

from lxml import etree

from articles.arabic.folding import key
from articles.corpus.formats.web_metadata import PageMetadata
from articles.corpus.formats.web_text import clean_text
from articles.corpus.records import CAPTION, BlockRecord

_LONGEST = 600  # characters
_NAMED = (
    "subtitle", "sub-title", "subhead", "standfirst", "deck", "lead", "lede", "summary", "excerpt", "intro", "teaser",
    "dek", "description",
)  # fmt: skip
_SHOWN = etree.XPath("//h2 | //h3 | //h4 | //p | //div[not(*)] | //span[not(*)] | //strong | //b")


def choose_deck(
    root: etree._Element, page: PageMetadata, blocks: Sequence[BlockRecord]
) -> tuple[str | None, list[BlockRecord]]:
    """The deck, and the blocks without it."""
    headlines = {key(headline) for headline in page.headlines}
    for deck in page.decks:
        if key(deck) not in headlines:
            return deck, _without(deck, blocks)
    shown = _shown(root)
    for text in page.descriptions:
        folded = key(text)
        if not folded or folded in headlines or folded not in shown or len(text) > _LONGEST:
            continue
        if shown[folded] or not _is_of_the_text(folded, blocks):
            return text, _without(text, blocks)
    return None, list(blocks)


def _shown(root: etree._Element) -> dict[str, bool]:
    """The folded texts that the page shows in elements of their own, and whether the element is named as a deck."""
    shown: dict[str, bool] = {}
    for element in _SHOWN(root):
        text = clean_text("".join(element.itertext()))
        if text and len(text) <= _LONGEST:
            names = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}".lower()
            shown[key(text)] = shown.get(key(text), False) or any(name in names for name in _NAMED)
    return shown


def _is_of_the_text(folded: str, blocks: Sequence[BlockRecord]) -> bool:
    return any(key(block.text) == folded for block in blocks)


def _without(deck: str, blocks: Sequence[BlockRecord]) -> list[BlockRecord]:
    """The blocks without the deck, where it stands at their beginning."""
    folded = key(deck)
    head = [block for block in blocks[:3] if block.kind == CAPTION or key(block.text) != folded]
    return [*head, *blocks[3:]]
