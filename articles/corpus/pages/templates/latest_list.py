"""The page that begins with a list of latest news: headlines with broken-off teasers, then the article itself."""

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
    headline = _find_headline(page)
    if headline is not None:
        return read_around(page, _head(page, headline), LATEST)
    listed = read_lists(page, 0, len(page), LATEST)
    return Reading((), tuple(listed.cards), tuple(listed.furniture), needs_review=True)


def _find_headline(page: Page) -> int | None:
    """The first headline that is not a card's: a share line or more than a teaser follows it."""
    at = 0
    while at < len(page):
        if page.reasons[at]:
            at += 1
        elif _is_headline_of_article(page, at):
            return at
        else:
            at += 2 if _is_teaser(page, at + 1) else 1
    return None


def _is_headline_of_article(page: Page, at: int) -> bool:
    if phrases.ending(page.text(at)) == phrases.STOP:
        return False
    if _is_share_line(page, at + 1):
        return True
    if _is_share_line(page, at + 2) and at and page.reasons[at - 1] == furniture.RELATED_HEADING:
        return phrases.ending(page.text(at + 1)) != phrases.DOTS
    return _is_whole_sentence(page, at + 1) and (_is_whole_sentence(page, at + 2) or _ends_at(page, at + 2))


def _is_share_line(page: Page, at: int) -> bool:
    return at < len(page) and page.reasons[at] in (furniture.SHARE, furniture.PRINT)


def _is_teaser(page: Page, at: int) -> bool:
    return at < len(page) and page.reasons[at] is None and phrases.is_sentence(page.text(at))


def _is_whole_sentence(page: Page, at: int) -> bool:
    return _is_teaser(page, at) and phrases.ending(page.text(at)) != phrases.DOTS


def _ends_at(page: Page, at: int) -> bool:
    """Whether nothing but furniture, or the heading of a list, follows."""
    return at > page.last_text or page.is_heading(at)


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


TEMPLATE = Template("latest list", 1, matches, read)
