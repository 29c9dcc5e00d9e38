"""The lines of a page: numbered as an editor numbers them, white space made even, blank ones counted and left out."""

import re
from dataclasses import dataclass

from articles.corpus.pages.unreadable import UnreadablePage

MAX_LINES = 100_000
MAX_LINE_LENGTH = 500_000

_LINE = re.compile(r"[^\n]+")
_WHITE_SPACE = re.compile(r"\s+")
# C0 and C1 controls (the white ones among them are spaces by then), surrogates, the noncharacters that XML forbids.
_NOT_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Marks that show nothing by themselves: zero-width characters, bidi controls, the byte order mark, soft hyphen.
_INVISIBLE = "".join(
    map(chr, (0x20, 0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. `blanks` is the number of blank lines right before it."""

    number: int
    text: str
    blanks: int

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1


def read_lines(text: str) -> list[Line]:
    """Split at LF, CR LF and CR only: other separators (U+2028, form feed) count no line in an editor."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[Line] = []
    number, place, last = 1, 0, 0
    for found in _LINE.finditer(text):
        number += text.count("\n", place, found.start())
        place = found.start()
        if found.end() - place > MAX_LINE_LENGTH:
            raise UnreadablePage(f"a line of more than {MAX_LINE_LENGTH:,} characters", number)
        clean = tidy(found.group())
        if not clean.strip(_INVISIBLE):
            continue
        if len(lines) == MAX_LINES:
            raise UnreadablePage(f"more than {MAX_LINES:,} lines of text, too many for one page", number)
        lines.append(Line(number, clean, number - last - 1))
        last = number
    return lines


def tidy(text: str) -> str:
    """Make runs of white space one space, trim the ends, drop control characters; letters and marks stay."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    text = _NOT_TEXT.sub("", _WHITE_SPACE.sub(" ", text)).removeprefix("\ufeff")
    return _WHITE_SPACE.sub(" ", text).strip()
