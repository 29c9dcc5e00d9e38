"""The article page of many sites: menus, a headline, the date and lines to share, the text, tags, lists, a footer.

What shows it is the line with the day of publication beside the headline. Its order is not always the same, so head and
end are read line by line, each for what it is.
"""

import re
from dataclasses import dataclass, field, replace

from articles.corpus.pages import furniture, phrases
from articles.corpus.pages.head_lines import (
    BYLINE,
    COMMENT,
    DATE_LINE,
    SOURCE_LINE,
    date_of,
    is_clock,
    is_comments_heading,
    is_source,
    is_tags_heading,
    signed_by,
)
from articles.corpus.pages.heads import Head
from articles.corpus.pages.links_in_text import SHORTEST_SENTENCE, goes_on, link_card, without_links
from articles.corpus.pages.listing import read_lists
from articles.corpus.pages.page import Page, Reading
from articles.corpus.pages.tag_lines import read_tags
from articles.corpus.pages.template import Template
from articles.corpus.pages.whole import whole_article
from articles.corpus.records import LATEST, Furniture, Known

REACH = 25  # lines of a menu above the headline, at most
SHORTEST_HEADLINE, LONGEST_HEADLINE = 3, 30  # words
LONGEST_MENU_LINE = 3  # words
# A desk and its place: سكاي نيوز عربية - أبوظبي.
_AGENCY = re.compile(r"\S+(?: \S+){0,3} ?[-–/|] ?\S+(?: \S+)?")
LINES_BELOW = 3  # of the text, among which its source is named
_RANK = re.compile(r"\d{1,2}[.)-]?")
AGENCY, RANK = "agency line", "rank in a list"


@dataclass
class _Parts:
    """Where the parts stand; `dropped` has lines that are no text, with reasons."""

    headline: int
    body: int
    deck: int | None = None
    captions: list[int] = field(default_factory=list)
    dropped: list[tuple[int, str]] = field(default_factory=list)
    published: str = ""
    authors: list[str] = field(default_factory=list)


def matches(page: Page) -> bool:
    """A headline and a date line beside it, with sentences below."""
    return _parts(page) is not None


def read(page: Page) -> Reading:
    parts = _parts(page)
    if parts is None:
        raise ValueError("not a page of this template")
    end = _end(page, parts.body)
    body, links = without_links(page, range(parts.body, end))
    sources = [at for at in body[-LINES_BELOW:] if is_source(page.text(at))]
    body = [at for at in body if at not in sources]
    parts.dropped += [(at, SOURCE_LINE) for at in sources]
    head = Head(parts.headline, parts.deck, tuple(parts.captions), parts.body, tuple(parts.dropped))
    article, dropped = whole_article(page, "main", head, body)
    tags, after, of_tags = read_tags(page, end)
    after, of_readers = _comments(page, after)
    known = Known(published=parts.published, authors=tuple(dict.fromkeys(parts.authors)), tags=tags)
    lists, of_lists = _lists(page, after)
    below = read_lists(lists, 0, len(lists), LATEST)
    above = [page.dropped(at, page.reasons[at] or furniture.MENU) for at in range(_top(parts))]
    return Reading(
        articles=(replace(article, known=known),),
        cards=(*(link_card(page, at) for at in links), *below.cards),
        furniture=(*above, *dropped, *of_tags, *of_readers, *of_lists, *below.furniture),
        needs_review=below.needs_review,
    )


def _top(parts: _Parts) -> int:
    return min([parts.headline, *(at for at, reason in parts.dropped if reason == DATE_LINE)])


def _parts(page: Page) -> _Parts | None:
    for at in range(min(len(page), REACH)):
        if not page.reasons[at] and date_of(page.text(at)) is not None:
            return _around(page, at)
    return None


def _around(page: Page, date: int) -> _Parts | None:
    """The head that this date line belongs to: its headline stands above, with no sentence between, or right below."""
    above = [at for at in range(max(0, date - 5), date) if not page.reasons[at]]
    found = [at for at in above if _is_headline(page, at)]
    headline = next((at for at in found if page.lines[at].words > LONGEST_MENU_LINE), next(iter(found), None))
    if headline is None or any(_is_sentence(page, at) for at in above):
        below = next((at for at in range(date + 1, len(page)) if not page.reasons[at]), None)
        if below is None or not _is_headline(page, below):
            return None
        headline = below
    parts = _Parts(headline, 0)
    if date < headline:
        parts.dropped.append((date, DATE_LINE))
        parts.published = date_of(page.text(date)) or ""
        parts.dropped += [(at, page.reasons[at] or furniture.MENU) for at in range(date + 1, headline)]
    for at in range(headline + 1, len(page)):
        if page.is_heading(at):
            return None
        if _is_body(page, at, parts):
            parts.body = at
            return parts
        _take(page, at, parts)
    return None


def _take(page: Page, at: int, parts: _Parts) -> None:
    """Put a line of the head where it belongs."""
    text = page.text(at)
    if page.reasons[at]:
        parts.dropped.append((at, page.reasons[at] or ""))
    elif (day := date_of(text)) is not None or is_clock(text):
        parts.dropped.append((at, DATE_LINE))
        parts.published = parts.published or day or ""
    elif name := signed_by(text):
        parts.dropped.append((at, BYLINE))
        parts.authors.append(name)
    elif is_source(text):
        parts.dropped.append((at, SOURCE_LINE))
    elif text == page.text(parts.headline):
        parts.dropped.append((at, furniture.REPEATED_HEADLINE))
    elif phrases.split_caption(text, page.glosses):
        parts.captions.append(at)
    elif parts.deck is None and page.lines[at].words > SHORTEST_HEADLINE and not _AGENCY.fullmatch(text):
        parts.deck = at
    else:
        parts.dropped.append((at, AGENCY))


def _is_headline(page: Page, at: int) -> bool:
    line = page.lines[at]
    if page.reasons[at] or not SHORTEST_HEADLINE <= line.words <= LONGEST_HEADLINE:
        return False
    return phrases.ending(line.text) not in (phrases.STOP, phrases.COLON) and signed_by(line.text) is None


def _is_sentence(page: Page, at: int) -> bool:
    if at >= len(page):
        return False
    line = page.lines[at]
    return page.reasons[at] is None and line.words >= SHORTEST_SENTENCE and phrases.ending(line.text) == phrases.STOP


def _is_body(page: Page, at: int, parts: _Parts) -> bool:
    """Whether the text begins: a sentence; or a second line of words, where the deck has been met."""
    if page.reasons[at] or date_of(page.text(at)) is not None:
        return False
    return _is_sentence(page, at) or (parts.deck is not None and page.lines[at].words > LONGEST_HEADLINE // 2)


def _end(page: Page, start: int) -> int:
    """Where the text ends: the first heading of tags, of comments, or of a list below which the text does not go on."""
    for at in range(start, len(page)):
        if is_tags_heading(page.text(at)) or is_comments_heading(page.text(at)):
            return at
        if page.is_heading(at) and not goes_on(page, at):
            return at
    return len(page)


def _lists(page: Page, start: int) -> tuple[Page, list[Furniture]]:
    """The lines from here on without the dates and the numbers that lists set beside their cards."""
    reasons = {at: DATE_LINE for at in range(start, len(page)) if date_of(page.text(at)) is not None}
    reasons |= {at: RANK for at in range(start, len(page)) if _RANK.fullmatch(page.text(at))}
    kept = [line for at, line in enumerate(page.lines) if at >= start and at not in reasons]
    return Page(kept), [page.dropped(at, reason) for at, reason in sorted(reasons.items())]


def _comments(page: Page, start: int) -> tuple[int, list[Furniture]]:
    """Where the lists begin after readers' comments, and those as furniture."""
    if not is_comments_heading(page.text(start)):
        return start, []
    end = next((at for at in range(start + 1, len(page)) if page.is_heading(at)), len(page))
    return end, [page.dropped(at, page.reasons[at] or COMMENT) for at in range(start, end)]


TEMPLATE = Template("dated article", 3, matches, read, place=40)
