"""The head of an article: headline, deck, lead caption, and the repeats of them that pages show around a picture.

The full form is: headline, deck, caption twice, TT, headline again, caption twice again. Any part but the first may be
missing. What stands between the two headlines is called the upper part here, what stands below them the lower.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.corpus.pages import furniture, phrases
from articles.corpus.pages.furniture import REPEATED_CAPTION, REPEATED_DECK, REPEATED_HEADLINE
from articles.corpus.pages.page import Page

# The most lines a part has: a deck, two captions, a second pair, TT, lines to share and print. It bounds the work, too.
REACH = 9
MOST_TEXTS = 2  # different ones between the headlines: a deck and a caption


@dataclass(frozen=True)
class Head:
    """Where the parts of a head stand. `dropped` has lines that are no text, with reasons; the body begins at `end`.

    `repeat` is the place of the second headline. `has_tt`, `is_paired` (a caption twice in a row) and `is_echoed`
    (a line of the upper part stands again in the lower) are the signs that this is a head and not a likeness;
    `is_framed` says that a pair of captions, or TT and a caption that is echoed, stand between the headlines: nothing
    else on a page looks so.
    """

    headline: int
    deck: int | None
    captions: tuple[int, ...]
    end: int
    dropped: tuple[tuple[int, str | None], ...] = ()
    repeat: int | None = None
    has_tt: bool = False
    is_paired: bool = False
    is_echoed: bool = False
    is_framed: bool = False

    @property
    def has_signs(self) -> bool:
        return self.repeat is not None or self.has_tt or self.is_paired

    @property
    def is_certain(self) -> bool:
        return self.repeat is not None and (self.has_tt or self.is_paired or self.is_echoed)


def read_head(page: Page, at: int) -> Head:
    """Read the head that begins with the headline at `at`, as far as the page repeats itself."""
    repeat = _repeat_of_headline(page, at)
    if repeat is None:
        upper = _read_upper(page, range(at + 1, _end_of_picture(page, at)))
        lower = _read_lower(page, at, upper, upper.end)
    else:
        upper = _read_upper(page, range(at + 1, repeat))
        lower = _read_lower(page, at, upper, repeat + 1)
    deck, captions = _share_out(page, upper, lower)
    headlines = [*lower.headlines, *([] if repeat is None else [repeat])]
    deck_text = None if deck is None else page.text(deck)
    again = [(place, REPEATED_DECK if page.text(place) == deck_text else REPEATED_CAPTION) for place in upper.repeats]
    again += [(place, REPEATED_DECK if page.text(place) == deck_text else REPEATED_CAPTION) for place in lower.repeats]
    marks = [*upper.marks, *lower.marks]
    is_echoed = bool(lower.repeats) and lower.pair is None
    return Head(
        headline=at,
        deck=deck,
        captions=captions,
        end=lower.end,
        dropped=(*((place, None) for place in marks), *((place, REPEATED_HEADLINE) for place in headlines), *again),
        repeat=repeat,
        has_tt=_has_tt(page, marks),
        is_paired=upper.pair is not None or lower.pair is not None,
        is_echoed=is_echoed,
        is_framed=repeat is not None and (upper.pair is not None or (is_echoed and _has_tt(page, upper.marks))),
    )


@dataclass
class _Part:
    """The lines of a part by what they are; `pair` is a caption that stands twice in a row."""

    end: int
    texts: list[int] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)
    headlines: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    pair: int | None = None


def _read_upper(page: Page, places: range) -> _Part:
    part = _Part(places.stop)
    for at in places:
        if page.reasons[at]:
            part.marks.append(at)
        elif part.texts and page.text(at) == page.text(part.texts[-1]):
            part.repeats.append(at)
            part.pair = part.texts[-1]
        else:
            part.texts.append(at)
    return part


def _read_lower(page: Page, headline: int, upper: _Part, start: int) -> _Part:
    """Lines that repeat what stood above; also a pair of captions, or a deck above it, that stand only here."""
    known = {page.text(at) for at in upper.texts}
    part = _Part(start)
    while part.end < min(len(page), start + REACH) and not page.is_heading(part.end):
        at = part.end
        if page.reasons[at]:
            part.marks.append(at)
        elif page.text(at) == page.text(headline):
            part.headlines.append(at)
        elif page.text(at) in known:
            part.repeats.append(at)
        elif upper.pair is None and part.pair is None and not part.repeats and _is_pair(page, at):
            part.texts.append(at)
            part.pair = at
            known.add(page.text(at))
        elif not part.texts and (page.text(at + 1) in known or _is_pair(page, at + 1)):
            part.texts.append(at)
        else:
            break
        part.end += 1
    return part


def _repeat_of_headline(page: Page, at: int) -> int | None:
    """Where the headline stands again, with no more between than a deck, a caption, its repeat, and furniture."""
    texts: list[str] = []
    for place in _reach(page, at):
        text = page.text(place)
        if text == page.text(at):
            return place
        if page.reasons[place] or text in texts[-1:]:
            continue
        texts.append(text)
        if len(texts) > MOST_TEXTS:
            return None
    return None


def _end_of_picture(page: Page, at: int) -> int:
    """Where the headline is not repeated: the end of the lines down to a pair of captions and TT, or of none."""
    texts = 0
    end = at + 1
    for place in _reach(page, at):
        if page.reasons[place] == furniture.TT or (texts and page.text(place) == _text_above(page, place)):
            end = place + 1
        elif not page.reasons[place]:
            texts += 1
            if texts > MOST_TEXTS or end > at + 1:
                break
    return end


def _reach(page: Page, at: int) -> Iterable[int]:
    """The places below a headline in which its head has to be, up to the heading of a list."""
    for place in range(at + 1, min(len(page), at + 1 + REACH)):
        if page.is_heading(place):
            return
        yield place


def _has_tt(page: Page, places: Iterable[int]) -> bool:
    return any(page.reasons[at] == furniture.TT for at in places)


def _text_above(page: Page, at: int) -> str:
    """The next line above that is text, or TT, which ends a pair of captions as other furniture does not."""
    above = at - 1
    while above > 0 and page.reasons[above] not in (None, furniture.TT):
        above -= 1
    return page.text(above)


def _is_pair(page: Page, at: int) -> bool:
    return page.text(at) == page.text(at + 1) != "" and phrases.ending(page.text(at)) != phrases.STOP


def _share_out(page: Page, upper: _Part, lower: _Part) -> tuple[int | None, tuple[int, ...]]:
    """Which of the lines is the deck, and which are captions.

    A caption is what stands twice in a row or has a credit; of two lines the second, as the deck comes first; a line
    alone is a caption where it stands again in the lower part, else the deck.
    """
    repeated = {page.text(at) for at in lower.repeats}
    certain = [at for at in upper.texts if at == upper.pair or phrases.split_caption(page.text(at), page.glosses)]
    if not certain and lower.pair is None:
        certain = upper.texts[1:] or [at for at in upper.texts if page.text(at) in repeated]
    candidates = [*upper.texts, *(at for at in lower.texts if at != lower.pair)]
    deck = next((at for at in candidates if at not in certain), None)
    captions = [at for at in (*upper.texts, *lower.texts) if at != deck]
    return deck, tuple(captions)
