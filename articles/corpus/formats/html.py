"""Saved HTML pages, one article to a file."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.interface import Format, Options, Read, Unreadable

_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.I | re.S,
)


# Where browsers, and the extension SingleFile, write the address that they saved.
_SAVED_FROM = re.compile(
    rb"<!--\s{0,10}(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile\s{1,10}url:)\s{0,10}([!-~]{8,2000}?)\s",
    re.I,
)
_SAVED_WITHIN = 8_192  # bytes


def looks_like_html(head: bytes) -> bool:
    """Whether these first bytes of a file open a page of HTML, in any encoding of one or two bytes a letter."""
    return (
        _OPENING.match(
            head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
        )
        is not None
    )


def _recognises(head: bytes, name: str) -> bool:
    return looks_like_html(head) or (name.lower().endswith(_NAMES) and b"<" in head)


def _read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    # What reads web pages takes long to load, and most imports are of other files.
    from articles.corpus.formats.web_articles import LARGEST_PAGE, read_article

    data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise Unreadable(f"a page larger than {LARGEST_PAGE:,} bytes")
    yield read_article(data, 1, saved_from(data))


def saved_from(data: bytes) -> str:
    """The address on the web from which a page was saved, as it says itself; else an empty text."""
    from articles.corpus.formats.web_text import web_address

    found = _SAVED_FROM.search(data[:_SAVED_WITHIN].replace(b"\x00", b""))
    return web_address(found[1].decode("ascii")) if found else ""


HTML = Format("html", _recognises, _read)
