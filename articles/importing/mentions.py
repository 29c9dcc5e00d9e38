"""The dates that an article's text mentions, for later search. Nothing is concluded from them."""

from datetime import date

from articles.arabic.dates import date_mentions
from articles.corpus.records import BlockRecord


def of_blocks(blocks: tuple[BlockRecord, ...]) -> tuple[list, date | None]:
    """The mentions in a text, and the latest full date among them.

    A mention is a list: number of its block, first and last offset in it, EDTF date, calendar.
    """
    found = [
        [number, mention.start, mention.end, mention.edtf, mention.calendar]
        for number, block in enumerate(blocks)
        for mention in date_mentions(block.text)
    ]
    full = [day for _, _, _, edtf, _ in found if (day := full_day(edtf))]
    return found, max(full, default=None)


def full_day(edtf: str) -> date | None:
    """The day that an EDTF date names, or None where it is less than a day."""
    try:
        return date.fromisoformat(edtf) if len(edtf) == len("2026-01-20") else None
    except ValueError:
        return None
