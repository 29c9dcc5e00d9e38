"""The plain article: a headline, a deck and paragraphs, of which the first opens with its dateline."""

from articles.corpus.pages import phrases
from articles.corpus.pages.datelines import dateline_place
from articles.corpus.pages.heads import Head
from articles.corpus.pages.listing import read_around
from articles.corpus.pages.openings import first_text, opening_head
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.template import Template
from articles.corpus.records import RELATED

LONGEST_HEADLINE = 30  # words
SHORTEST_DECK = 6  # words
DASHES = (" - ", " – ", " — ", " ـ ", " _ ")


def matches(page: Page) -> bool:
    """A headline, and below it a dateline or else a deck that no full stop ends, above at least two paragraphs.

    A text with neither looks like any other text with a title, so it is not called known.
    """
    first = first_text(page)
    if first is None or not _is_headline(page, first):
        return False
    head = opening_head(page, first)
    body = [at for at in range(head.end, min(len(page), head.end + 4)) if page.reasons[at] is None]
    if any(dateline_place(page.text(at)) for at in body[:2]):
        return True
    return _has_open_deck(page, head) and len(body) > 1 and all(phrases.is_sentence(page.text(at)) for at in body[:2])


def read(page: Page) -> Reading:
    """Read the article, and the lists of cards that may stand around it."""
    return read_around(page, opening_head(page, first_text(page) or 0), RELATED)


def _is_headline(page: Page, at: int) -> bool:
    line = page.lines[at]
    return line.words <= LONGEST_HEADLINE and phrases.ending(line.text) not in (phrases.STOP, phrases.COLON)


def _has_open_deck(page: Page, head: Head) -> bool:
    if head.deck is None:
        return False
    text = page.text(head.deck)
    # A shorter line, or one with a dash or an agency at its end, rather names a reporter, a town and a day.
    is_signature = any(dash in text for dash in DASHES) or phrases.is_known_credit(text.rsplit(" ", 1)[-1])
    return phrases.ending(text) is None and page.lines[head.deck].words >= SHORTEST_DECK and not is_signature


TEMPLATE = Template("plain article", 1, matches, read)
