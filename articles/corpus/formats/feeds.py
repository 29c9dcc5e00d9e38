"""Feeds: RSS, RDF and Atom, each of whose entries is an article, or a card where the feed has but a summary of it."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

import feedparser

from articles.corpus.formats.interface import Format, Options, Read, Unreadable
from articles.corpus.formats.web_entries import read_card, read_entry
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.formats.web_text import clean_text
from articles.corpus.records import CardRecord, PageRecord, Rejection

LARGEST_FEED = 20 * 1024 * 1024  # bytes
MOST_ENTRIES = 50_000

_PROLOG = rb"(?:\s++|<\?(?:(?!\?>).){0,1000}\?>|<!--(?:(?!-->).){0,5000}-->|<!DOCTYPE[^\[>]{0,500}>)*+"
_ROOT = re.compile(_PROLOG + rb"<(?:rss\b|(?:\w{1,20}:)?feed\b|(?:\w{1,20}:)?RDF\b[^>]{0,2000}rss)", re.S | re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
# Declarations of its own stand between square brackets in the document type, which stands before the first element.
_ENTITIES = re.compile(rb"""(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE(?:"[^"]*+"|'[^']*+'|[^"'>\[])*+\[""", re.S | re.I)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def _recognises(head: bytes, name: str) -> bool:
    return _ROOT.match(_plain(head)) is not None


def _read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    data = stream.read(LARGEST_FEED + 1)
    if len(data) > LARGEST_FEED:
        raise Unreadable(f"a feed larger than {LARGEST_FEED:,} bytes")
    _refuse_entities(data)
    feed = _parsed(data)
    cards: list[CardRecord] = []
    for number, entry in enumerate(feed.entries[:MOST_ENTRIES], 1):
        try:
            found = read_entry(entry, feed, number) or read_card(entry, feed, number)
        except Unreadable as error:
            found = Rejection(number, error.reason)
        if isinstance(found, CardRecord):
            cards.append(found)
        else:
            yield found or Skipped(number, "an entry without a title or a text")
    if cards:
        yield PageRecord("feed", 1, str(feed.get("encoding") or "utf-8"), (), tuple(cards))
    if len(feed.entries) > MOST_ENTRIES:
        yield Rejection(MOST_ENTRIES + 1, f"more than {MOST_ENTRIES:,} entries; the rest is not read")
    if feed.bozo and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield Rejection(_line(feed.bozo_exception), "not well-formed XML; entries after the damage may be lost")


def _parsed(data: bytes) -> feedparser.FeedParserDict:
    """The feed. It is handed over as a stream, since a text would be taken for an address or a path and opened."""
    try:
        feed = feedparser.parse(io.BytesIO(_in_utf_8(data)), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, AssertionError, RecursionError) as error:
        raise Unreadable(f"cannot be read as a feed ({type(error).__name__})") from None
    if not feed.get("version") and not feed.entries:
        reason = clean_text(str(feed.bozo_exception))[:200] if feed.bozo else "no channel and no entry"
        raise Unreadable(f"not a feed: {reason}", _line(feed.get("bozo_exception")))
    return feed


def _in_utf_8(data: bytes) -> bytes:
    """UTF-16 feeds in UTF-8; feedparser reads only those of them that declare it."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    return _DECLARATION.sub("", data.decode("utf-16", errors="replace")).encode("utf-8", errors="replace")


def _refuse_entities(data: bytes) -> None:
    """No feed needs entities of its own; they serve to swell a small file, or to read files of this machine."""
    if _ENTITIES.match(_plain(data)):
        raise Unreadable("declares XML entities, which no feed needs")


def _plain(data: bytes) -> bytes:
    """The bytes without byte order mark and, where they are UTF-16, without the zeros between ASCII letters."""
    for mark in _MARKS:
        data = data.removeprefix(mark)
    return data.replace(b"\x00", b"")


def _line(error: object) -> int | None:
    number = getattr(error, "getLineNumber", None)
    return number() if number else None


FEED = Format("feed", _recognises, _read)
