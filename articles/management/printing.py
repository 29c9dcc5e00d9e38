"""Printing for people at a terminal: nothing from a dump may steer it, and Arabic is shaped where it cannot."""

import re

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
        return shaping.shape(text) if self.shape else text
