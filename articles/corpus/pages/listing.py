"""The reading of a page that has one article, and lists of cards above or below it."""

from articles.corpus.pages import furniture
from articles.corpus.pages.cards import CardList, read_cards
from articles.corpus.pages.heads import Head
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.whole import whole_article
from articles.corpus.records import LATEST, MAIN, RELATED


def read_around(page: Page, head: Head, kind: str) -> Reading:
    """The article from its head down to the heading of a list; `kind` is that of cards that no heading names."""
    end = next((at for at in range(head.end, len(page)) if page.is_heading(at)), len(page))
    article, dropped = whole_article(page, MAIN, head, range(head.end, end))
    above = read_lists(page, 0, head.headline, kind)
    below = read_lists(page, end, len(page), kind)
    return Reading(
        articles=(article,),
        cards=(*above.cards, *below.cards),
        furniture=(*above.furniture, *dropped, *below.furniture),
        needs_review=above.needs_review or below.needs_review,
    )


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
