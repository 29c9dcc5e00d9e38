"""What stands among the text of a page and is not of it: the headline again, share lines, links to other articles."""

from collections.abc import Iterable

from articles.arabic.dates import publication_date
from articles.arabic.folding import fold, key
from articles.corpus.pages.furniture import HEADINGS, furniture_reason
from articles.corpus.records import CAPTION, SUBHEADING, BlockRecord

_HEAD = 4  # blocks at the beginning among which the headline may stand again
_LONGEST_DATE = 9  # words


def without_furniture(blocks: Iterable[BlockRecord], repeated: Iterable[str], links: set[str]) -> list[BlockRecord]:
    """The blocks of the article. `links` are the folded texts of the page's links.

    `repeated` is what the head of the page has said already: headlines, names of writers, the section.

    A heading of related articles takes the links behind it along; one at the end takes itself along.
    """
    names = {key(text) for text in repeated} - {""}
    kept: list[BlockRecord] = []
    among_related = False
    for block in blocks:
        folded = key(block.text)
        reason = furniture_reason(block.text)
        among_related = reason in HEADINGS or (among_related and folded in links)
        if block.kind != CAPTION and (reason or among_related or _leads_elsewhere(block.text, links)):
            continue
        if len(kept) < _HEAD and folded in names:
            continue
        if kept and kept[-1] == block:
            continue
        kept.append(block)
    while kept and kept[-1].kind == SUBHEADING:
        kept.pop()
    return kept


def without_date(blocks: list[BlockRecord]) -> tuple[str, list[BlockRecord]]:
    """The date of a line of the head that is only a date, as EDTF, and the blocks without such lines."""
    dates = [_date(block) for block in blocks[:_HEAD]]
    head = [block for block, date in zip(blocks, dates, strict=False) if not date]
    return next(filter(None, dates), ""), [*head, *blocks[_HEAD:]]


def _date(block: BlockRecord) -> str:
    short = block.kind != CAPTION and len(block.text.split()) <= _LONGEST_DATE
    return (short and publication_date(block.text)) or ""


def _leads_elsewhere(text: str, links: set[str]) -> bool:
    """A line of the form اقرأ أيضاً: headline, where the headline (or the whole line) is a link."""
    before, colon, after = text.partition(":")
    if not colon or len(before) > 40 or furniture_reason(before) not in HEADINGS:
        return False
    return key(after) in links or key(text) in links or fold(before) == fold(text)
