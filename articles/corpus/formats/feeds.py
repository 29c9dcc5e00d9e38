"""Feeds: RSS, RDF and Atom, known by their first element. `web_feeds` reads them."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.interface import Format, Options, Read

# With declarations of its own, which no feed needs: they are refused by whoever reads it.
_DOCTYPE = rb"<!DOCTYPE[^\[>]{0,500}(?:\[[^\]]{0,5000}\]\s{0,100})?>"
_PROLOG = rb"(?:\s++|<\?(?:(?!\?>).){0,1000}\?>|<!--(?:(?!-->).){0,5000}-->|" + _DOCTYPE + rb")*+"
_ROOT = re.compile(
    _PROLOG + rb"<(?:rss\b|(?:\w{1,20}:)?feed\b|(?:\w{1,20}:)?RDF\b[^>]{0,2000}(?:rss|rdf/simple/0\.9))", re.S | re.I
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def _recognises(head: bytes, name: str) -> bool:
    return _ROOT.match(plain(head)) is not None


def _read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    # What reads feeds takes long to load, and most imports are of other files.
    from articles.corpus.formats.web_feeds import read

    yield from read(stream)


def plain(data: bytes) -> bytes:
    """The bytes without byte order mark and, where they are UTF-16, without the zeros between ASCII letters."""
    for mark in _MARKS:
        data = data.removeprefix(mark)
    return data.replace(b"\x00", b"")


FEED = Format("feed", _recognises, _read)
