"""How a page's first article opens: nothing has to show that it begins."""

from dataclasses import replace

from articles.corpus.pages import phrases
from articles.corpus.pages.datelines import dateline_place
from articles.corpus.pages.heads import Head, read_head
from articles.corpus.pages.page import Page

SHORTEST_DECK, LONGEST_DECK = 4, 40  # words


def first_text(page: Page) -> int | None:
    """The first line that is not furniture."""
    return next((at for at, reason in enumerate(page.reasons) if reason is None), None)


def opening_head(page: Page, at: int) -> Head:
    """The head at this line; where the page repeats nothing, a deck is told by its form."""
    head = read_head(page, at)
    if head.deck is None and not head.captions and head.end < len(page) and is_deck(page, head.end):
        return replace(head, deck=head.end, end=head.end + 1)
    return head


def is_deck(page: Page, at: int) -> bool:
    """Whether a line is a phrase above the first paragraph, perhaps with captions between.

    A deck that a full stop ends is told from a paragraph by the dateline below it.
    """
    if at >= len(page) or page.reasons[at] or _is_credited(page, at):
        return False
    line = page.lines[at]
    below = at + 1
    while below <= page.last_text and (page.reasons[below] or _is_credited(page, below)) and not page.is_heading(below):
        below += 1
    if not SHORTEST_DECK <= line.words <= LONGEST_DECK or dateline_place(line.text):
        return False
    if dateline_place(page.text(below)):
        return True
    return not phrases.is_sentence(line.text) and (_is_credited(page, at + 1) or phrases.is_sentence(page.text(below)))


def _is_credited(page: Page, at: int) -> bool:
    return phrases.split_caption(page.text(at), page.glosses) is not None
