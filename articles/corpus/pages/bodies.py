"""The body of an article: which of its lines are paragraphs, subheadings and captions."""

from collections.abc import Iterable

from articles.corpus.pages import phrases
from articles.corpus.pages.furniture import (
    MEDIA_MARK,
    REPEATED_CAPTION,
    REPEATED_DECK,
    REPEATED_HEADLINE,
    split_media_mark,
)
from articles.corpus.pages.page import Page
from articles.corpus.records import CAPTION, PARAGRAPH, SUBHEADING, BlockRecord, Furniture

Blocks = list[tuple[int, BlockRecord]]  # with their places on the page

LONGEST_SUBHEADING = 8  # words
LONGEST_CAPTION = 40  # words
LONG_LINE = 12  # words; from here on a line is prose, and its end tells whether the page sets full stops
MOST_IN_A_ROW = 2  # short lines; more of them are a list, not subheadings


def read_caption(page: Page, at: int) -> BlockRecord:
    """A line that stands where a caption stands."""
    text, credit = phrases.split_credit(split_media_mark(page.text(at))[0], page.glosses)
    return BlockRecord(CAPTION, text, credit)


def read_body(page: Page, places: Iterable[int], seen: dict[str, str]) -> tuple[Blocks, list[Furniture]]:
    """Blocks with their places, and what was dropped. `seen` has texts of the head, and why they are dropped here."""
    kept: list[int] = []
    dropped: list[Furniture] = []
    for at in places:
        reason = page.reasons[at] or seen.get(page.text(at))
        if reason is None and kept and page.text(at) == page.text(kept[-1]) and _credited(page, at):
            reason = REPEATED_CAPTION
        if reason:
            dropped.append(page.dropped(at, reason))
        else:
            kept.append(at)
    kinds = _kinds(page, kept)
    marked = [
        at for at, kind in zip(kept, kinds, strict=True) if kind == CAPTION and split_media_mark(page.text(at))[1]
    ]
    dropped += [page.dropped(at, MEDIA_MARK) for at in marked]
    return [(at, _block(page, at, kind)) for at, kind in zip(kept, kinds, strict=True)], dropped


def seen_in_head(headline: str, deck: str | None, captions: Iterable[str]) -> dict[str, str]:
    """The texts of a head that are furniture where they stand again."""
    seen = dict.fromkeys(captions, REPEATED_CAPTION)
    if deck:
        seen[deck] = REPEATED_DECK
    return seen | {headline: REPEATED_HEADLINE}


def _block(page: Page, at: int, kind: str) -> BlockRecord:
    if kind == CAPTION:
        return read_caption(page, at)
    return BlockRecord(kind, page.text(at))


def _kinds(page: Page, kept: list[int]) -> list[str]:
    """The kind of each line; the last is never a subheading, for nothing follows it."""
    stops = _sets_full_stops(page, kept)
    kinds = [_kind(page, at, stops) for at in kept]
    if kinds and not _credited(page, kept[-1]):
        kinds[-1] = PARAGRAPH
    return _without_lists(kinds)


def _kind(page: Page, at: int, stops: bool) -> str:
    text = page.text(at)
    words = page.lines[at].words
    if _credited(page, at):
        return CAPTION
    if words > LONGEST_CAPTION or _is_prose(text):
        return PARAGRAPH
    if words <= LONGEST_SUBHEADING and not (words > 4 and phrases.has_caption_word(text)):
        return SUBHEADING
    if phrases.ending(text) or not stops or phrases.opens_with_and(text) or phrases.has_clause(text):
        return PARAGRAPH
    return CAPTION


def _is_prose(text: str) -> bool:
    """Whether a line is no noun phrase; a question may be a subheading."""
    return (
        phrases.ending(text) not in (None, phrases.QUESTION)
        or phrases.is_list_item(text)
        or phrases.has_inner_end(text)
        or phrases.opens_sentence(text)
    )


def _credited(page: Page, at: int) -> bool:
    return phrases.split_caption(split_media_mark(page.text(at))[0], page.glosses) is not None


def _sets_full_stops(page: Page, kept: list[int]) -> bool:
    """Whether this article ends its paragraphs with full stops, so that a long line without one is no paragraph."""
    long = [at for at in kept if page.lines[at].words >= LONG_LINE and not _credited(page, at)]
    ended = sum(phrases.ending(page.text(at)) is not None for at in long)
    return ended * 10 >= len(long) * 6


def _without_lists(kinds: list[str]) -> list[str]:
    """Make runs of more short lines than subheadings come in paragraphs."""
    result = list(kinds)
    start = 0
    for place, kind in enumerate([*kinds, PARAGRAPH]):
        if kind != SUBHEADING:
            if place - start > MOST_IN_A_ROW:
                result[start:place] = [PARAGRAPH] * (place - start)
            start = place + 1
    return result
