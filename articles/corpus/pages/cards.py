"""Cards that lead to other articles, in groups of lines: section and caption, headline, teaser, byline.

The first card of a list has its headline before the caption too. Any part but the headline may be missing.
"""

from dataclasses import dataclass, field

from articles.corpus.pages import phrases
from articles.corpus.pages.bylines import is_byline, is_plain_name, read_bylines
from articles.corpus.pages.card_lines import CardLines
from articles.corpus.pages.furniture import HEADLESS_CARD, MEDIA_MARK, REPEATED_HEADLINE
from articles.corpus.pages.page import Page
from articles.corpus.pages.sections import split_section
from articles.corpus.records import LATEST, CardRecord, Furniture

LONG_TEASER = 12  # words of a teaser that no full stop ends


@dataclass
class CardList:
    """The cards of a list, what was dropped in it, and whether anything in it made no sense."""

    cards: list[CardRecord] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    needs_review: bool = False


@dataclass
class _Parts:
    """Places of a card's parts."""

    headline: int
    start: int
    lead: int | None = None
    teaser: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)
    end: int = 0


def read_cards(page: Page, start: int, end: int, kind: str) -> CardList:
    """Read the lines from `start` up to `end` as cards of one kind."""
    result = CardList()
    lines = CardLines.of(page, start, end)
    at = 0
    while at < len(lines):
        parts = _parts(lines, at, kind)
        if parts is None:
            result.needs_review = True
            result.furniture.append(page.dropped(lines.places[at], HEADLESS_CARD))
            at += 1
            continue
        result.cards.append(_card(lines, parts, kind))
        result.furniture += [page.dropped(lines.places[place], REPEATED_HEADLINE) for place in parts.repeats]
        at = parts.end
    result.furniture += [page.dropped(place) for place in lines.furniture]
    result.furniture += [page.dropped(place, MEDIA_MARK) for place in lines.marks]
    return result


def _parts(lines: CardLines, start: int, kind: str) -> _Parts | None:
    parts = _opening(lines, start)
    if parts is None:
        return None
    _read_teaser(lines, parts)
    _read_bylines(lines, parts, kind)
    return parts


def _opening(lines: CardLines, start: int) -> _Parts | None:
    """The headline with what stands before it, None for a caption that no headline follows."""
    text = lines.text(start)
    if lines.repeats_headline(start):
        parts = _Parts(start, start, lead=start + 1, repeats=[start + 2], end=start + 3)
    elif lines.has_lead(start):
        if not lines.text(start + 1) or (
            lines.has_section_and_credit(start) and lines.has_section_and_credit(start + 1)
        ):
            return None
        parts = _Parts(start + 1, start, lead=start, end=start + 2)
    else:
        parts = _Parts(start, start, end=start + 1)
        if lines.has_section_and_credit(start + 1) and phrases.is_sentence(lines.text(start + 2)):
            parts.lead, parts.end = start + 1, start + 2
    text = lines.text(parts.headline)
    while lines.text(parts.end) == text:
        parts.repeats.append(parts.end)
        parts.end += 1
    return parts


def _read_teaser(lines: CardLines, parts: _Parts) -> None:
    """One teaser, of several lines only where each closes a sentence and a caption shows that this is a card."""
    text = lines.text(parts.end)
    if not text or is_byline(text) or lines.begins_card(parts.end):
        return
    after = parts.end + 1
    closed = phrases.is_sentence(text) or (phrases.ending(text) == phrases.QUESTION and text.count(" ") >= LONG_TEASER)
    ends_card = parts.lead is not None and (after >= len(lines) or lines.begins_card(after)) and not is_plain_name(text)
    if not (closed or text.count(" ") >= LONG_TEASER or ends_card or is_byline(lines.text(after))):
        return
    parts.teaser.append(parts.end)
    parts.end += 1
    while parts.lead is not None and phrases.ending(lines.text(parts.end)) == phrases.STOP:
        parts.teaser.append(parts.end)
        parts.end += 1


def _read_bylines(lines: CardLines, parts: _Parts, kind: str) -> None:
    while lines.text(parts.end) and _is_byline_here(lines, parts, kind):
        parts.bylines.append(parts.end)
        parts.end += 1


def _is_byline_here(lines: CardLines, parts: _Parts, kind: str) -> bool:
    """A teaser may follow a headline that looks like a name, but never a byline."""
    at = parts.end
    if lines.begins_card(at) or lines.is_above_teaser(at):
        return False
    if is_byline(lines.text(at)):
        return True
    is_unsigned_card = kind == LATEST or not (parts.teaser or parts.lead is not None)
    return not parts.bylines and not is_unsigned_card and is_plain_name(lines.text(at))


def _card(lines: CardLines, parts: _Parts, kind: str) -> CardRecord:
    page = lines.page
    section, caption, credit = _lead(page, None if parts.lead is None else lines.text(parts.lead))
    byline, place = read_bylines([lines.text(at) for at in parts.bylines])
    first, last = lines.places[parts.start], lines.places[parts.end - 1]
    return CardRecord(
        kind=kind,
        headline=lines.text(parts.headline),
        section=section,
        caption=caption,
        credit=credit,
        teaser=" ".join(lines.text(at) for at in parts.teaser) or None,
        byline=byline,
        place=place,
        media=next((lines.marks.pop(at) for at in range(first, last + 1) if at in lines.marks), None),
        first_line=page.number(first),
        last_line=page.number(last),
    )


def _lead(page: Page, text: str | None) -> tuple[str | None, str | None, str | None]:
    """Section, caption and credit of the line before a headline."""
    if text is None:
        return None, None, None
    section, caption = split_section(text) or (None, text)
    caption, credit = phrases.split_credit(caption, page.glosses)
    return section, caption or None, credit
