"""Printing for people at a terminal: nothing from a dump may steer it, and Arabic is shaped where it cannot."""

import os
import re
import shutil
import textwrap

from django.core.management.base import OutputWrapper

from articles.arabic import shaping

# Control characters, line ends and bidi overrides: a headline must not move the cursor or turn what follows around.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """A text on one line, its control characters as spaces."""
    return CONTROL.sub(" ", text)


def leave_unread(stream) -> None:
    """Write nothing more to a stream whose reader has seen enough, and have Python not complain when it closes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Printer:
    """Lines on the two streams of a command, which goes on and ends as it would when nobody reads them any more."""

    def __init__(self, out: OutputWrapper, err: OutputWrapper, *, shape: bool = False):
        self.out, self.err, self.shape = out, err, shape

    def line(self, text: str = "") -> None:
        self.write(self.out, text)

    def error(self, text: str) -> None:
        self.write(self.err, text)

    def write(self, stream: OutputWrapper, text: str) -> None:
        try:
            stream.write(self.prepared(text))
            stream.flush()
        except BrokenPipeError:
            leave_unread(stream)

    def prepared(self, text: str) -> str:
        text = printable(text)
        return shaped(text, shutil.get_terminal_size().columns) if self.shape else text


def shaped(text: str, width: int) -> str:
    """A text with its Arabic joined and ordered, broken at words first: a terminal would break it at the wrong end."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    lines = textwrap.wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=indent) or [text]
    return "\n".join(map(shaping.shape, lines))
