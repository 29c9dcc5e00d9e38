"""A text of no known shape: its first line serves as the headline, the rest as paragraphs; an editor has to look."""

from articles.corpus.pages import furniture
from articles.corpus.pages.furniture import REPEATED_HEADLINE
from articles.corpus.pages.links_in_text import goes_on, is_prose, link_card, without_links
from articles.corpus.pages.listing import end_of_text, read_lists
from articles.corpus.pages.openings import first_text
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.tag_lines import read_tags
from articles.corpus.pages.template import Template
from articles.corpus.records import MAIN, PARAGRAPH, RELATED, ArticleRecord, BlockRecord, Known

# A longer first line is a whole text on one line: its beginning serves as the headline, and the line stays in the text.
LONGEST_HEADLINE = 250  # characters
DROPPED = (furniture.TT, furniture.SHARE, furniture.PRINT)


def matches(page: Page) -> bool:
    """Any page: the last template that is tried."""
    return True


def read(page: Page) -> Reading:
    """One article; only lines that are marks of a page beyond doubt are dropped, and what stands at its foot."""
    first = first_text(page)
    if first is None:
        return Reading((), furniture=tuple(page.dropped(at) for at in range(len(page))), needs_review=True)
    headline = shortened(page.text(first))
    start = first + 1 if headline == page.text(first) else first
    end = _end(page, start)
    body, links = without_links(page, range(start, end))
    tags, after, of_tags = read_tags(page, end)
    below = read_lists(page, after, len(page), RELATED)
    kept = [at for at in body if not _is_dropped(page, at) and (at == first or page.text(at) != headline)]
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
        known=Known(tags=tags),
    )
    return Reading(
        articles=(article,),
        cards=(*(link_card(page, at) for at in links), *below.cards),
        furniture=(*dropped, *of_tags, *below.furniture),
        needs_review=True,
    )


def _end(page: Page, start: int) -> int:
    """Where tags or a list are announced and no prose is below; else the text may go on there, and nothing is cut."""
    end = end_of_text(page, start)
    return len(page) if any(is_prose(page, at) for at in range(end, len(page))) else end


def _is_dropped(page: Page, at: int) -> bool:
    is_beyond_doubt = page.reasons[at] in DROPPED or at > page.last_text
    return is_beyond_doubt or (page.is_heading(at) and goes_on(page, at))


def shortened(text: str) -> str:
    """The words that fit into a headline, with an ellipsis where some are left out."""
    if len(text) <= LONGEST_HEADLINE:
        return text
    return text[:LONGEST_HEADLINE].rsplit(" ", 1)[0] + "…"


TEMPLATE = Template("unknown", 2, matches, read, place=100)
