"""The plain article: a headline, a deck and paragraphs, of which the first opens with its dateline."""

from articles.corpus.pages import phrases
from articles.corpus.pages.datelines import dateline_place
from articles.corpus.pages.listing import read_around
from articles.corpus.pages.openings import first_text, opening_head
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.template import Template
from articles.corpus.records import RELATED

LONGEST_HEADLINE = 30  # words
LINES_ABOVE = 2  # that may stand between head and dateline, such as captions


def matches(page: Page) -> bool:
    """A headline, and the dateline right below it or below deck and captions.

    Without a dateline the page looks like any text with a title, and what stands below the title may be a deck, a
    reporter's name, a caption or the first paragraph: such a text is not called known.
    """
    first = first_text(page)
    if first is None or not _is_headline(page, first):
        return False
    below = opening_head(page, first).end
    return any(dateline_place(page.text(at)) for at in range(below, below + LINES_ABOVE))


def read(page: Page) -> Reading:
    """Read the article, and the lists of cards that may stand around it."""
    return read_around(page, opening_head(page, first_text(page) or 0), RELATED)


def _is_headline(page: Page, at: int) -> bool:
    line = page.lines[at]
    return line.words <= LONGEST_HEADLINE and phrases.ending(line.text) not in (phrases.STOP, phrases.COLON)


TEMPLATE = Template("plain article", 2, matches, read, place=30)
