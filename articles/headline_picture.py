"""A headline as a picture, for those who pass on an article's address: the archive's paper and ink, 1200 by 630.

Pillow shapes and orders Arabic itself where the system has FriBiDi; elsewhere the letters are joined and ordered before
they are drawn. Either way the marks of the vowels stay.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont, features

from articles.arabic.shaping import shape

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
PAPER, INK, QUIET, ACCENT = "#fbf8f1", "#211e19", "#5a5348", "#1d5a45"
HEADLINE_SIZES = range(76, 35, -8)
SMALL_SIZE = 34
LEADING = 1.62
ROOM = 340  # for the headline, from top to bottom
LONGEST = 600  # characters of a headline; no more of them could be read
BOLD = 700


@dataclass(frozen=True)
class Card:
    """What the picture says: `above` the headline where it comes from, `below` who keeps it; each on one line."""

    headline: str
    above: str
    below: str
    is_rtl: bool = True


class Pen:
    """Draws and measures lines of one face and size."""

    def __init__(self, typeface: str, size: int, weight: int | None = None):
        layout = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
        self.size, self.shapes_itself = size, layout == ImageFont.Layout.RAQM
        self.font = ImageFont.truetype(typeface, size, layout_engine=layout)
        if weight:
            self.font.set_variation_by_axes([weight])

    def width(self, text: str) -> float:
        return self.font.getlength(text if self.shapes_itself else shape(text))

    def draw(self, on: ImageDraw.ImageDraw, text: str, top: float, colour: str, *, is_rtl: bool) -> None:
        """One line, its beginning at the margin where lines of its direction begin."""
        place, anchor = ((WIDTH - MARGIN, top), "ra") if is_rtl else ((MARGIN, top), "la")
        if self.shapes_itself:
            on.text(place, text, colour, self.font, anchor, direction="rtl" if is_rtl else "ltr")
        else:
            on.text(place, shape(text), colour, self.font, anchor)


def draw(card: Card, *, reading: str, operating: str) -> bytes:
    """The card as PNG; `reading` and `operating` are the files of the two typefaces."""
    image = Image.new("RGB", SIZE, PAPER)
    on = ImageDraw.Draw(image)
    small = pen(operating, SMALL_SIZE)
    small.draw(on, fit_line(small, card.above), MARGIN, ACCENT, is_rtl=card.is_rtl)
    large, lines = fit_headline(card.headline[:LONGEST], reading)
    leading = large.size * LEADING
    top = MARGIN + 65 + max(0.0, (ROOM - leading * len(lines)) / 2)
    for number, line in enumerate(lines):
        large.draw(on, line, top + number * leading, INK, is_rtl=card.is_rtl)
    on.line([(MARGIN, HEIGHT - 118), (WIDTH - MARGIN, HEIGHT - 118)], ACCENT, 2)
    small.draw(on, fit_line(small, card.below), HEIGHT - 104, QUIET, is_rtl=card.is_rtl)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@lru_cache(maxsize=16)
def pen(typeface: str, size: int, weight: int | None = None) -> Pen:
    return Pen(typeface, size, weight)


def fit_headline(headline: str, typeface: str) -> tuple[Pen, list[str]]:
    """The largest size at which the headline has room, and its lines; at the smallest what has none is cut."""
    for size in HEADLINE_SIZES:
        large = pen(typeface, size, BOLD)
        lines, most = list(wrap(large, headline)), int(ROOM // (size * LEADING))
        if len(lines) <= most:
            return large, lines
    return large, [*lines[: most - 1], fit_line(large, " ".join(lines[most - 1 :]))]


def wrap(large: Pen, text: str) -> Iterator[str]:
    """Lines no wider than the picture's measure; each word is measured once, and one that is too wide is broken."""
    space, line, width = large.width(" "), "", 0.0
    for word in text.split():
        for part in break_word(large, word):
            wide = large.width(part)
            if line and width + space + wide > WIDTH - 2 * MARGIN:
                yield line
                line, width = "", 0.0
            line, width = (f"{line} {part}", width + space + wide) if line else (part, wide)
    if line:
        yield line


def break_word(large: Pen, word: str) -> Iterator[str]:
    """The word, in as many pieces as the measure asks for."""
    length = len(word)
    while length > 1 and large.width(word[:length]) > WIDTH - 2 * MARGIN:
        length //= 2
    for start in range(0, len(word), length):
        yield word[start : start + length]


def fit_line(small: Pen, text: str) -> str:
    """As many words of the text as one line holds, with a sign where some are missing."""
    first = next(wrap(small, text), "")
    if first == " ".join(text.split()):
        return first
    words = first.split()
    while len(words) > 1 and small.width(" ".join(words) + "…") > WIDTH - 2 * MARGIN:
        words.pop()
    return " ".join(words) + "…"
