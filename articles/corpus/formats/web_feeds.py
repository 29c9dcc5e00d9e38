"""The entries of a feed, each of which is an article, or a card where the feed has but a summary of it."""

import codecs
import io
import re
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO

import feedparser

from articles.corpus.formats.feeds import plain
from articles.corpus.formats.interface import Read, Unreadable
from articles.corpus.formats.web_entries import read_card, read_entry
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.formats.web_text import clean_text
from articles.corpus.records import CardRecord, PageRecord, Rejection

LARGEST_FEED = 20 * 1024 * 1024  # bytes
MOST_ENTRIES = 50_000

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONTROLS = re.compile(b"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)([A-Za-z]{2,31};)?")
# Declarations of its own stand between square brackets in the document type, which stands before the first element.
_ENTITIES = re.compile(rb"""(?:\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE(?:"[^"]*+"|'[^']*+'|[^"'>\[])*+\[""", re.S | re.I)


def read(stream: BinaryIO) -> Iterator[Read]:
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
    """The feed; one that is not well-formed for a few signs only is mended."""
    data = _in_utf_8(data)
    feed = _fed(data)
    if feed.bozo and (mended := _mended(data)) != data:
        again = _fed(mended)
        feed = feed if again.bozo else again
    if not feed.get("version") and not feed.entries:
        reason = clean_text(str(feed.bozo_exception))[:200] if feed.bozo else "no channel and no entry"
        raise Unreadable(f"not a feed: {reason}", _line(feed.get("bozo_exception")))
    return feed


def _fed(data: bytes) -> feedparser.FeedParserDict:
    """What feedparser says. It is given a stream, since a text would be taken for an address or a path and opened."""
    try:
        return feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, AssertionError, RecursionError) as error:
        raise Unreadable(f"cannot be read as a feed ({type(error).__name__})") from None


def _mended(data: bytes) -> bytes:
    """A feed without control characters, and with what XML takes for the beginning of an entity written as it asks."""
    return _AMPERSAND.sub(_reference, _CONTROLS.sub(b"", data))


def _reference(found: re.Match[bytes]) -> bytes:
    meant = html5.get((found[1] or b"").decode(), "")
    return b"".join(b"&#%d;" % ord(sign) for sign in meant) or b"&amp;" + (found[1] or b"")


def _in_utf_8(data: bytes) -> bytes:
    """UTF-16 feeds in UTF-8; feedparser reads only those of them that declare it."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    return _DECLARATION.sub("", data.decode("utf-16", errors="replace")).encode("utf-8", errors="replace")


def _refuse_entities(data: bytes) -> None:
    """No feed needs entities of its own; they serve to swell a small file, or to read files of this machine."""
    if _ENTITIES.match(plain(data)):
        raise Unreadable("declares XML entities, which no feed needs")


def _line(error: object) -> int | None:
    number = getattr(error, "getLineNumber", None)
    return number() if number else None
