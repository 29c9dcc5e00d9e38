"""Printing for people at a terminal: nothing from a dump may steer it, and Arabic is shaped where it cannot."""

import re
import shutil
import textwrap

from articles.arabic import shaping

# Control characters, line ends and bidi overrides: a headline must not move the cursor or turn what follows around.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """A text on one line, its control characters as spaces."""
    return CONTROL.sub(" ", text)


class Printer:
    """Lines on the two streams of a command."""

    def __init__(self, out, err, *, shape: bool = False):
        self.out, self.err, self.shape = out, err, shape

    def line(self, text: str = "") -> None:
        self.out.write(self.prepared(text))

    def error(self, text: str) -> None:
        self.err.write(self.prepared(text))

    def prepared(self, text: str) -> str:
        text = printable(text)
        return shaped(text, shutil.get_terminal_size().columns) if self.shape else text


def shaped(text: str, width: int) -> str:
    """A text with its Arabic joined and ordered, broken at words first: a terminal would break it at the wrong end."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    lines = textwrap.wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=indent) or [text]
    return "\n".join(map(shaping.shape, lines))
