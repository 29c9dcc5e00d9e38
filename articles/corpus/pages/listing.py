"""The reading of a page that has one article, and lists of cards above or below it."""

from dataclasses import replace

from articles.corpus.pages import furniture
from articles.corpus.pages.cards import CardList, read_cards
from articles.corpus.pages.heads import Head
from articles.corpus.pages.links_in_text import goes_on, link_card, without_links
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.tag_lines import begins_tags, read_tags
from articles.corpus.pages.whole import whole_article
from articles.corpus.records import LATEST, MAIN, RELATED, Known


def read_around(page: Page, head: Head, kind: str) -> Reading:
    """The article from its head down to its tags or a list; `kind` is that of cards that no heading names."""
    end = end_of_text(page, head.end)
    body, links = without_links(page, range(head.end, end))
    article, dropped = whole_article(page, MAIN, head, body)
    tags, after, of_tags = read_tags(page, end)
    above = read_lists(page, 0, head.headline, kind)
    below = read_lists(page, after, len(page), kind)
    return Reading(
        articles=(replace(article, known=Known(tags=tags)),),
        cards=(*above.cards, *(link_card(page, at) for at in links), *below.cards),
        furniture=(*above.furniture, *dropped, *of_tags, *below.furniture),
        needs_review=above.needs_review or below.needs_review,
    )


def end_of_text(page: Page, start: int) -> int:
    """The first heading of tags, or of a list below which the text does not go on."""
    places = range(start, len(page))
    ends = (at for at in places if begins_tags(page, at) or (page.is_heading(at) and not goes_on(page, at)))
    return next(ends, len(page))


def read_lists(page: Page, start: int, end: int, kind: str) -> CardList:
    """Read lists of cards, each of the kind that its heading says."""
    whole = CardList()
    headings = [at for at in range(start, end) if page.is_heading(at)]
    for opening, closing in zip([start, *headings], [*headings, end], strict=True):
        part = read_cards(page, opening, closing, kind_of_list(page, opening, kind))
        whole.cards += part.cards
        whole.furniture += part.furniture
        whole.needs_review |= part.needs_review
    return whole


def kind_of_list(page: Page, at: int, kind: str) -> str:
    """The kind of cards below a heading; `kind` where the line is none."""
    if not page.is_heading(at):
        return kind
    return LATEST if page.reasons[at] == furniture.LATEST_HEADING else RELATED
