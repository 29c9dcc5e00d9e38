"""The page that begins with a list of latest news: headlines with broken-off teasers, then the article itself."""

from collections.abc import Container

from articles.corpus.pages import furniture, phrases
from articles.corpus.pages.heads import Head
from articles.corpus.pages.listing import read_around, read_lists
from articles.corpus.pages.openings import first_text, is_deck
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.template import Template
from articles.corpus.records import LATEST


def matches(page: Page) -> bool:
    """A list's heading is the first thing on the page but for lines to share it."""
    first = first_text(page)
    return furniture.LATEST_HEADING in page.reasons[:first]


def read(page: Page) -> Reading:
    """Read cards down to the article's headline, the article down to the next list, and cards again."""
    end = page.last_text + 1
    headline = _find_headline(page, {end})
    if headline is None:
        headline = _find_headline(page, {end, *(at for at in range(len(page)) if page.is_heading(at))})
    if headline is not None:
        return read_around(page, _head(page, headline), LATEST)
    listed = read_lists(page, 0, len(page), LATEST)
    return Reading((), tuple(listed.cards), tuple(listed.furniture), needs_review=True)


def _find_headline(page: Page, ends: Container[int]) -> int | None:
    """The first headline that is not a card's: a share line or more than a teaser follows it.

    Where an article may end, in `ends`, one sentence is enough.
    """
    at = 0
    while at < len(page):
        if page.reasons[at]:
            at += 1
        elif _is_headline_of_article(page, at, ends):
            return at
        else:
            at += 2 if _is_teaser(page, at + 1) else 1
    return None


def _is_headline_of_article(page: Page, at: int, ends: Container[int]) -> bool:
    if phrases.ending(page.text(at)) == phrases.STOP:
        return False
    if _is_share_line(page, at + 1):
        return True
    if _is_share_line(page, at + 2) and at and page.reasons[at - 1] == furniture.RELATED_HEADING:
        return phrases.ending(page.text(at + 1)) != phrases.DOTS
    return _is_whole_sentence(page, at + 1) and (_is_whole_sentence(page, at + 2) or at + 2 in ends)


def _is_share_line(page: Page, at: int) -> bool:
    return at < len(page) and page.reasons[at] in (furniture.SHARE, furniture.PRINT)


def _is_teaser(page: Page, at: int) -> bool:
    return at < len(page) and page.reasons[at] is None and phrases.is_sentence(page.text(at))


def _is_whole_sentence(page: Page, at: int) -> bool:
    return _is_teaser(page, at) and phrases.ending(page.text(at)) != phrases.DOTS


def _head(page: Page, headline: int) -> Head:
    """The headline, a deck, and lines to share in between."""
    dropped: list[tuple[int, str | None]] = []
    deck = None
    at = headline + 1
    while at < len(page) and not page.is_heading(at):
        if page.reasons[at]:
            dropped.append((at, None))
        elif deck is None and (is_deck(page, at) or (at == headline + 1 and _is_share_line(page, at + 1))):
            deck = at
        else:
            break
        at += 1
    return Head(headline, deck, (), at, tuple(dropped))


TEMPLATE = Template("latest list", 2, matches, read, place=10)
