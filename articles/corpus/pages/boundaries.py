"""Where, below the first article of a page, a further whole article begins."""

from articles.corpus.pages import phrases
from articles.corpus.pages.bylines import is_byline, is_plain_name
from articles.corpus.pages.card_lines import begins_card
from articles.corpus.pages.furniture import split_media_mark
from articles.corpus.pages.heads import Head, read_head
from articles.corpus.pages.page import Page
from articles.corpus.pages.sections import split_section

LONGEST_HEADLINE = 30  # words
SHORTEST_PARAGRAPH = 12  # words
GAP = 2  # blank lines, by which pages set articles apart


def next_head(page: Page, at: int, among_cards: bool) -> Head | None:
    """The head of a further article that begins at this line, if one does."""
    if page.reasons[at] or page.lines[at].words > LONGEST_HEADLINE:
        return None
    head = read_head(page, at)
    if not head.has_signs:
        return None
    if not head.is_framed and (not _looks_like_headline(page, at) or (among_cards and _is_of_card(page, head))):
        return None
    if head.is_certain:
        return None if _begins_below(page, head) else head
    if head.repeat is not None:
        return head if _is_plainly_repeated(page, head, among_cards) else None
    return head if _stands_apart(page, at, among_cards) and not _holds_head(page, head) else None


def bare_head(page: Page, at: int) -> Head | None:
    """A headline without any sign but that two paragraphs follow it, which follow no card's headline."""
    if page.reasons[at] or not _looks_like_headline(page, at) or _is_below_caption(page, at) or begins_card(page, at):
        return None
    below = at + 1
    captions = ()
    if phrases.split_caption(page.text(below), page.glosses):
        captions, below = (below,), below + 1
    if not (_is_paragraph(page, below) and _is_paragraph(page, below + 1)):
        return None
    return Head(headline=at, deck=None, captions=captions, end=below, dropped=())


def _looks_like_headline(page: Page, at: int) -> bool:
    line = page.lines[at]
    return line.words <= LONGEST_HEADLINE and phrases.ending(line.text) != phrases.STOP and not is_byline(line.text)


def _is_of_card(page: Page, head: Head) -> bool:
    """Whether a line among cards is the headline of one, or a byline that stands again below the next card."""
    between = range(head.headline + 1, head.repeat or head.headline)
    has_card = not head.is_paired and any(_begins_card(page, at) for at in between)
    return has_card or is_plain_name(page.text(head.headline)) or _is_below_caption(page, head.headline)


def _is_below_caption(page: Page, at: int) -> bool:
    """Whether a caption with its section stands right above, so that this is a card's headline."""
    above = at - 1
    while above >= 0 and page.reasons[above] and not page.is_heading(above):
        above -= 1
    return above >= 0 and not page.reasons[above] and _begins_card(page, above)


def _begins_card(page: Page, at: int) -> bool:
    return split_section(split_media_mark(page.text(at))[0]) is not None and begins_card(page, at)


def _begins_below(page: Page, head: Head) -> bool:
    """Whether the article begins only where this headline stands again: the first is that of a card above it."""
    return head.repeat is not None and read_head(page, head.repeat).is_certain


def _holds_head(page: Page, head: Head) -> bool:
    """Whether what looks like deck and caption, where a headline stands once, are a byline and a repeated headline."""
    if head.deck is not None and is_byline(page.text(head.deck)):
        return True
    parts = [*head.captions, *([] if head.deck is None else [head.deck])]
    return any(read_head(page, at).repeat not in (None, at + 1) for at in parts)


def _is_plainly_repeated(page: Page, head: Head, among_cards: bool) -> bool:
    """Whether a headline that stands twice without a picture begins an article: a card's headline may, too."""
    if among_cards:
        return _is_paragraph(page, head.end) and _is_paragraph(page, head.end + 1)
    caption = phrases.split_caption(page.text(head.headline), page.glosses)
    return caption is None and page.lines[head.headline].blanks >= GAP


def _stands_apart(page: Page, at: int, among_cards: bool) -> bool:
    """Whether a headline that stands once is set apart from what is above it, as among cards each line is."""
    return among_cards or page.lines[at].blanks >= GAP


def _is_paragraph(page: Page, at: int) -> bool:
    return (
        at < len(page) and page.lines[at].words >= SHORTEST_PARAGRAPH and phrases.ending(page.text(at)) == phrases.STOP
    )
