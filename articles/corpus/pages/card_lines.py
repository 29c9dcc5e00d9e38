"""The lines of a list of cards, and by what signs a card begins among them."""

from dataclasses import dataclass

from articles.corpus.pages import phrases
from articles.corpus.pages.bylines import is_byline, is_plain_name
from articles.corpus.pages.furniture import split_media_mark
from articles.corpus.pages.page import Page
from articles.corpus.pages.sections import split_section

LONG_CAPTION = 6  # words; a shorter line with brackets at its end is rather a byline


def begins_card(page: Page, at: int) -> bool:
    """Whether the line has a section and a caption, or a caption alone, such as stand before a card's headline."""
    lines = CardLines.of(page, at, min(len(page), at + 4))
    return bool(lines.places) and lines.places[0] == at and lines.has_lead(0)


@dataclass(frozen=True)
class CardLines:
    """The lines of a list without its furniture, marks of media taken off. `places` are places on the page."""

    page: Page
    texts: list[str]
    places: list[int]
    marks: dict[int, str]
    furniture: list[int]

    def __len__(self) -> int:
        return len(self.texts)

    @classmethod
    def of(cls, page: Page, start: int, end: int) -> "CardLines":
        lines = cls(page, [], [], {}, [])
        for at in range(start, end):
            text, mark = split_media_mark(page.text(at))
            if mark:
                lines.marks[at] = mark
            if page.reasons[at] and text:
                lines.furniture.append(at)
            elif text:
                lines.texts.append(text)
                lines.places.append(at)
        return lines

    def text(self, at: int) -> str:
        return self.texts[at] if at < len(self.texts) else ""

    def has_section_and_credit(self, at: int) -> bool:
        parts = split_section(self.text(at))
        return parts is not None and phrases.split_credit(parts[1], self.page.glosses)[1] is not None

    def has_lead(self, at: int) -> bool:
        """Whether a section or a caption stands here, before a headline."""
        text = self.text(at)
        parts = split_section(text)
        if phrases.ending(text):
            return False
        if parts:
            return not parts[1] or self.has_section_and_credit(at) or self._has_headline(at + 1)
        return (self._is_bare_caption(text) or self._clings_to_byline(at)) and self._has_headline(at + 1)

    def _is_bare_caption(self, text: str) -> bool:
        """Whether a caption stands without a section, or with one that the table lacks."""
        caption = phrases.split_caption(text, self.page.glosses)
        return caption is not None and (phrases.is_known_credit(caption[1]) or caption[0].count(" ") >= LONG_CAPTION)

    def _clings_to_byline(self, at: int) -> bool:
        """Whether the line stands right under a byline, with a blank line below: there the next card's caption is."""
        if at == 0 or at + 1 >= len(self) or is_byline(self.texts[at]):
            return False
        if is_plain_name(self.texts[at]) or is_plain_name(self.texts[at + 1]):
            return False
        above, here, below = (self.page.lines[self.places[place]].blanks for place in (at - 1, at, at + 1))
        is_name = is_byline(self.texts[at - 1]) or (is_plain_name(self.texts[at - 1]) and above > 0)
        return is_name and here == 0 < below

    def _has_headline(self, at: int) -> bool:
        """Whether the line looks like a headline: it closes no sentence, or breaks off before another that does."""
        text = self.text(at)
        if not text or phrases.ending(text) in (phrases.STOP, phrases.COLON) or is_byline(text):
            return False
        return phrases.ending(text) != phrases.DOTS or phrases.is_sentence(self.text(at + 1))

    def repeats_headline(self, at: int) -> bool:
        """Whether headline, caption, headline again begin here; and not one card between two bylines of one name."""
        text, between = self.text(at), self.text(at + 1)
        if not text or text != self.text(at + 2) or phrases.ending(between) == phrases.STOP:
            return False
        return split_section(between) is not None or not (is_byline(text) or is_plain_name(text))

    def is_above_teaser(self, at: int) -> bool:
        """Whether a teaser comes next, and not a headline that happens to break off."""
        if self.begins_card(at + 1) or not phrases.is_sentence(self.text(at + 1)):
            return False
        return phrases.ending(self.text(at + 1)) == phrases.STOP or not phrases.is_sentence(self.text(at + 2))

    def begins_card(self, at: int) -> bool:
        return self.repeats_headline(at) or self.has_lead(at)
