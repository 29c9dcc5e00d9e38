"""The article page of Asharq Al-Awsat: an article under a doubled head, cards, further whole articles."""

from dataclasses import dataclass

from articles.corpus.pages import furniture
from articles.corpus.pages.bodies import read_caption
from articles.corpus.pages.boundaries import GAP, bare_head, next_head
from articles.corpus.pages.card_lines import begins_card
from articles.corpus.pages.cards import read_cards
from articles.corpus.pages.heads import Head, read_head
from articles.corpus.pages.links_in_text import goes_on, link_card, without_links
from articles.corpus.pages.listing import kind_of_list
from articles.corpus.pages.openings import first_text, opening_head
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.template import Template
from articles.corpus.pages.whole import whole_article
from articles.corpus.records import APPENDED, MAIN, RELATED


@dataclass
class _Stretch:
    """A part of the page: an article (with its head) or a list of cards (with their kind), up to `end`."""

    start: int
    head: Head | None = None
    kind: str | None = None
    is_bare: bool = False
    end: int = 0


def matches(page: Page) -> bool:
    """A doubled head, a TT mark, or a list of related articles with captions of cards in it."""
    first = first_text(page)
    if first is None:
        return False
    head = read_head(page, first)
    has_picture = any(read_caption(page, at).credit for at in head.captions)
    is_doubled = (
        head.is_certain or (head.is_paired and has_picture) or (head.repeat is not None and head.deck is not None)
    )
    if is_doubled or furniture.TT in page.reasons:
        return True
    if any(line.blanks >= GAP and read_head(page, at).is_certain for at, line in enumerate(page.lines)):
        return True
    headings = [at for at, reason in enumerate(page.reasons) if reason == furniture.RELATED_HEADING]
    return any(begins_card(page, at + 1) or begins_card(page, at + 2) for at in headings if at > first)


def read(page: Page) -> Reading:
    """Read the page from top to bottom, stretch by stretch."""
    articles, cards, dropped = [], [], []
    needs_review = False
    for stretch in _stretches(page):
        if stretch.head:
            role = APPENDED if articles else MAIN
            body, links = without_links(page, range(stretch.start, stretch.end))
            article, of_article = whole_article(page, role, stretch.head, body)
            articles.append(article)
            cards += [link_card(page, at) for at in links]
            dropped += of_article
            needs_review |= stretch.is_bare
        else:
            listed = read_cards(page, stretch.start, stretch.end, stretch.kind or RELATED)
            cards += listed.cards
            dropped += listed.furniture
            needs_review |= listed.needs_review
    return Reading(tuple(articles), tuple(cards), tuple(dropped), needs_review or not articles)


def _stretches(page: Page) -> list[_Stretch]:
    """Cut the page where a list's heading stands and where an article begins; headings open their lists."""
    first = first_text(page)
    if first is None:
        return [_Stretch(0, kind=RELATED, end=len(page))]
    head = opening_head(page, first)
    stretches = [_Stretch(0, kind=RELATED, end=first), _Stretch(head.end, head)]
    at = head.end
    while at < len(page):
        stretch = _begins(page, at, stretches[-1])
        if stretch:
            stretches[-1].end = at
            stretches.append(stretch)
        at = max(at + 1, stretch.start if stretch else 0)
    stretches[-1].end = len(page)
    return stretches


def _begins(page: Page, at: int, current: _Stretch) -> _Stretch | None:
    """The stretch that begins at this line. The heading of a list is the first line of its stretch."""
    among_cards = current.head is None
    if page.is_heading(at) and (among_cards or not goes_on(page, at)):
        return _Stretch(at, kind=kind_of_list(page, at, RELATED))
    if head := next_head(page, at, among_cards):
        return _Stretch(head.end, head)
    if among_cards and (head := bare_head(page, at)):
        return _Stretch(head.end, head, is_bare=True)
    return None


TEMPLATE = Template("article with cards", 2, matches, read, place=20)
