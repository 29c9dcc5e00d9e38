"""One entry of a feed: an article where it has the content, a card where it has a summary only."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from lxml import html

from articles.arabic.folding import key
from articles.corpus.formats.web_blocks import read_blocks
from articles.corpus.formats.web_captions import mark_captions, restore_captions
from articles.corpus.formats.web_dates import first_date
from articles.corpus.formats.web_furniture import without_furniture
from articles.corpus.formats.web_judgement import link_texts
from articles.corpus.formats.web_names import labels, writers
from articles.corpus.formats.web_text import clean_text, first_text, is_root, web_address
from articles.corpus.formats.web_trees import drop_unread, parse_page
from articles.corpus.records import BYLINE_SEPARATOR, LATEST, MAIN, ArticleRecord, BlockRecord, CardRecord, Known

Entry = Mapping[str, Any]

LONGEST_ID = 500  # characters
LEAST_WHOLE = 100  # words; a teaser has some 50, and WordPress cuts at 55
_CUT = re.compile(r"(?:…|\.\.\.?|\[…\]|المزيد|read more)[\s\])»]*$", re.I)

# The line that WordPress sets below every entry.
_APPEARED_FIRST = re.compile(r"(?:The post .{1,400} appeared first on|ظهرت المقالة .{1,400} أولا)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?![a-z])")


def read_entry(entry: Entry, feed: Entry, number: int) -> ArticleRecord | None:
    """The article of an entry, None where the entry has no title or no content but a summary."""
    headline = _plain(_text(entry, "title"))
    values = [_marked_up(content) for content in _own(entry, "content") or ()]
    summary = _with_breaks(_text(entry, "summary"))
    blocks = _blocks(max(values, key=len, default=""), headline) or _whole(summary, headline)
    if not headline or not blocks:
        return None
    return ArticleRecord(MAIN, headline, None, tuple(blocks), None, number, number, _known(entry, feed))


def read_card(entry: Entry, feed: Entry, number: int) -> CardRecord | None:
    """The card of an entry, None where it has no title; its authors stand in the byline."""
    headline = _plain(_text(entry, "title"))
    if not headline:
        return None
    teaser = _plain(_text(entry, "summary"))
    byline = BYLINE_SEPARATOR.join(writers(_authors(entry), "")) or None
    teaser = teaser if teaser and key(teaser) != key(headline) else None
    known = replace(_known(entry, feed), authors=())
    return CardRecord(LATEST, headline, None, None, None, teaser, byline, None, None, number, number, known)


def _whole(summary: str, headline: str) -> list[BlockRecord]:
    """The blocks of a summary that is the whole text, as old feeds have it; none of one that is cut or short."""
    blocks = _blocks(summary, headline)
    is_long = sum(len(block.text.split()) for block in blocks) >= LEAST_WHOLE
    return blocks if is_long and not _CUT.search(blocks[-1].text) else []


def _known(entry: Entry, feed: Entry) -> Known:
    channel = _own(feed, "feed") or {}
    origin = _own(entry, "source") or {}
    source = _plain(_text(origin, "title")) or _plain(_text(channel, "title"))
    language = _LANGUAGE.match(_text(channel, "language").strip().lower())
    return Known(
        source=source,
        authors=writers(_authors(entry), source),
        published=first_date(_dates(entry, feed)),
        url=first_text(_address(_text(entry, name)) for name in ("feedburner_origlink", "link")),
        tags=labels(clean_text(_text(tag, "term")) for tag in _own(entry, "tags") or ()),
        language=language.group() if language else "",
        outside_id=clean_text(_text(entry, "id"))[:LONGEST_ID],
    )


def _address(link: str) -> str:
    """A link that leads to an article; one to the site would make one article of all that have it."""
    address = web_address(link)
    return "" if is_root(address) else address


def _dates(entry: Entry, feed: Entry) -> list[str]:
    """What says when the entry was published. RSS knows no other date, and feedparser calls its dc:date updated."""
    names = ("published", "updated", "created") if _text(feed, "version").startswith("rss") else ("published",)
    return [_text(entry, name) for name in names]


def _authors(entry: Entry) -> list[str]:
    named = [_text(author, "name") for author in _own(entry, "authors") or ()]
    return [clean_text(name) for name in named if name] or [clean_text(_text(entry, "author"))]


def _blocks(markup: str, headline: str) -> list[BlockRecord]:
    root = _tree(markup)
    if root is None:
        return []
    drop_unread(root)
    links = link_texts(root)
    captions = mark_captions(root)
    blocks = without_furniture(restore_captions(read_blocks(root), captions), [headline], links)
    return [block for block in blocks if not _APPEARED_FIRST.match(block.text)]


def _marked_up(content: Entry) -> str:
    """The content of an entry as markup, which plain text in Atom is not."""
    value = _text(content, "value")
    return _with_breaks(escape(value) if _text(content, "type") == "text/plain" else value)


def _with_breaks(markup: str) -> str:
    """Of what has no markup the lines are paragraphs."""
    return markup if "<" in markup else "<br>".join(markup.splitlines())


def _plain(markup: str) -> str:
    """The text of what may be marked up: سوق <b>الكتب</b> &amp; الورق -> سوق الكتب & الورق."""
    if "<" not in markup and "&" not in markup:
        return clean_text(markup)
    root = _tree(markup)
    if root is None:
        return ""
    drop_unread(root)
    return " ".join(block.text for block in read_blocks(root))


def _tree(markup: str) -> html.HtmlElement | None:
    return parse_page(f"<html><body>{markup}</body></html>") if clean_text(markup) else None


def _text(values: Entry, name: str) -> str:
    value = _own(values, name)
    return value if isinstance(value, str) else ""


def _own(values: Entry, name: str) -> Any:
    """What an entry itself has of this name: feedparser would answer `updated` with `published`, and warn."""
    return dict.get(values, name) if isinstance(values, dict) else None
