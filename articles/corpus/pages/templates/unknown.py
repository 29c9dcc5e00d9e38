"""A text of no known shape: its first line serves as the headline, the rest as paragraphs; an editor has to look."""

from articles.corpus.pages import furniture
from articles.corpus.pages.furniture import REPEATED_HEADLINE
from articles.corpus.pages.openings import first_text
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.template import Template
from articles.corpus.records import MAIN, PARAGRAPH, ArticleRecord, BlockRecord

# A longer first line is a whole text on one line: its beginning serves as the headline, and the line stays in the text.
LONGEST_HEADLINE = 250  # characters
DROPPED = (furniture.TT, furniture.SHARE, furniture.PRINT)


def matches(page: Page) -> bool:
    """Any page: the last template that is tried."""
    return True


def read(page: Page) -> Reading:
    """One article; only lines that are marks of a page beyond doubt are dropped."""
    first = first_text(page)
    if first is None:
        return Reading((), furniture=tuple(page.dropped(at) for at in range(len(page))), needs_review=True)
    headline = shortened(page.text(first))
    body = range(first + 1 if headline == page.text(first) else first, len(page))
    kept = [at for at in body if page.reasons[at] not in DROPPED and (at == first or page.text(at) != headline)]
    dropped = [page.dropped(at) for at in range(first)]
    dropped += [page.dropped(at, page.reasons[at] or REPEATED_HEADLINE) for at in sorted({*body} - {*kept})]
    article = ArticleRecord(
        role=MAIN,
        headline=headline,
        deck=None,
        blocks=tuple(BlockRecord(PARAGRAPH, page.text(at)) for at in kept),
        place=None,
        first_line=page.number(first),
        last_line=page.number(max([first, *kept])),
    )
    return Reading((article,), furniture=tuple(dropped), needs_review=True)


def shortened(text: str) -> str:
    """The words that fit into a headline, with an ellipsis where some are left out."""
    if len(text) <= LONGEST_HEADLINE:
        return text
    return text[:LONGEST_HEADLINE].rsplit(" ", 1)[0] + "…"


TEMPLATE = Template("unknown", 1, matches, read, place=100)
