"""Links to other articles in the midst of a text: a heading and some headlines below it, or both in one line."""

from collections.abc import Iterable

from articles.corpus.pages import furniture, phrases
from articles.corpus.pages.card_lines import begins_card
from articles.corpus.pages.page import Page
from articles.corpus.records import RELATED, CardRecord

SHORTEST_SENTENCE = 6  # words
LONG_LINE = 20  # words; from here on a line is prose, be it closed or not
LONGEST_SUBHEADING = 3  # words
MOST_LINKS = 3  # of a list in the midst of a text


def is_prose(page: Page, at: int) -> bool:
    """Whether a line is of a text: a sentence, or longer than headlines are."""
    if at >= len(page) or page.reasons[at]:
        return False
    line = page.lines[at]
    return line.words >= LONG_LINE or (line.words >= SHORTEST_SENTENCE and phrases.ending(line.text) == phrases.STOP)


def goes_on(page: Page, heading: int) -> bool:
    """Whether the text goes on below a list: a few links, then two lines of prose one below the other.

    In a list at the end a teaser may be prose too, and the next headline follows it. A last line of prose is of the
    text if it begins with "and", as no teaser does.
    """
    if begins_card(page, heading + 1) or begins_card(page, heading + 2):
        return False
    links = range(heading + 1, min(heading + 2 + MOST_LINKS, len(page)))
    first = next((at for at in links if page.reasons[at] or is_prose(page, at)), None)
    if first is None or first == heading + 1 or not is_prose(page, first):
        return False
    is_last = first + 1 >= len(page) or page.reasons[first + 1] is not None
    return is_prose(page, first + 1) or (is_last and phrases.opens_with_and(page.text(first)))


def without_links(page: Page, places: Iterable[int]) -> tuple[list[int], list[int]]:
    """The lines of the text, and those among them that lead to another article: اقرأ أيضاً: headline."""
    kept: list[int] = []
    links: list[int] = []
    in_list = False
    for at in places:
        if page.is_heading(at):
            in_list = goes_on(page, at)
        elif is_prose(page, at) or (in_list and _is_subheading(page, at)):
            in_list = False
        is_link = not page.is_heading(at) and (in_list or linked(page.text(at)) is not None)
        (links if is_link and not page.reasons[at] else kept).append(at)
    return kept, links


def _is_subheading(page: Page, at: int) -> bool:
    """Whether a short line below the links stands above the prose with which the text goes on."""
    is_short = page.lines[at].words <= LONGEST_SUBHEADING and not page.reasons[at]
    return is_short and not page.is_heading(at - 1) and is_prose(page, at + 1)


def linked(text: str) -> str | None:
    before, colon, after = text.partition(":")
    if not colon or furniture.furniture_reason(before) != furniture.RELATED_HEADING:
        return None
    return after.strip() or None


def link_card(page: Page, at: int) -> CardRecord:
    absent = dict.fromkeys(("section", "caption", "credit", "teaser", "byline", "place", "media"))
    number = page.number(at)
    return CardRecord(
        kind=RELATED, headline=linked(page.text(at)) or page.text(at), first_line=number, last_line=number, **absent
    )
