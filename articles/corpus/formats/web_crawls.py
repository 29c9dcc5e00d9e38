"""The pages of a crawl, each of which may be an article. The date of a record is that of its capture, no more."""

import io
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from typing import BinaryIO

import brotli
import zstandard
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from articles.corpus.formats.html import looks_like_html
from articles.corpus.formats.interface import Read, Unreadable
from articles.corpus.formats.web_articles import read_article
from articles.corpus.formats.web_records import TOO_LARGE, RawRecord, read_records
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.formats.web_text import web_address
from articles.corpus.formats.web_trees import LARGEST_PAGE
from articles.corpus.records import ArticleRecord, Rejection

_PAGES = ("response", "resource")
_KINDS = (*_PAGES, "warcinfo", "request", "metadata", "revisit", "conversion", "continuation")
_HTML = ("text/html", "application/xhtml+xml")
_VAGUE = ("", "text/plain", "application/octet-stream", "unknown/unknown")
_CHARSET = re.compile(r"""charset\s{0,5}=\s{0,5}["']?([\w.:-]{2,30})""", re.I)
_OF_WARCIO = ("", "identity", "none", "gzip", "x-gzip", "deflate")
_LARGEST_WINDOW = 2**23  # bytes, the most that servers may ask of browsers (RFC 9659)
# What warcio raises for a record that is none: its own, and what follows from a header that is missing.
_NO_RECORD = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, AttributeError, zlib.error)
_CHUNK = 65_536


def read(stream: BinaryIO) -> Iterator[Read]:
    for record in read_records(stream):
        if record.damage == TOO_LARGE:
            yield Skipped(record.number, f"a record {TOO_LARGE}")
        elif record.damage:
            yield _rejected(record, record.damage)
        else:
            yield _read_record(record)


def _read_record(raw: RawRecord) -> ArticleRecord | Skipped | Rejection:
    try:
        record = _parsed(raw)
        reason = _why_no_page(record)
        if reason:
            return Skipped(raw.number, reason)
        data = _content(record)
        declared = _content_type(record)
        if declared.partition(";")[0].strip().lower() in _VAGUE and not looks_like_html(data[:_CHUNK]):
            return Skipped(raw.number, "not HTML")
        charset = _CHARSET.search(declared)
        address = web_address((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>"))
        return read_article(data, raw.number, address, charset[1] if charset else "")
    except Unreadable as error:
        return _rejected(raw, error.reason)


def _parsed(raw: RawRecord) -> ArcWarcRecord:
    try:
        return ArcWarcRecordLoader(verify_http=False).parse_record_stream(io.BytesIO(raw.data))
    except _NO_RECORD as error:
        raise Unreadable(f"cannot be read as a record ({type(error).__name__})") from None


def _why_no_page(record: ArcWarcRecord) -> str | None:
    if record.rec_type not in _PAGES:
        return f"a {record.rec_type} record" if record.rec_type in _KINDS else "a record of another kind"
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return "an answer that is not 200"
    kind = _content_type(record).partition(";")[0].strip().lower()
    return None if kind in (*_HTML, *_VAGUE) else "not HTML"


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _content(record: ArcWarcRecord) -> bytes:
    """The page without chunks and compression, as far as the bounds."""
    encoding = _in_small_letters(record, "Content-Encoding")
    _in_small_letters(record, "Transfer-Encoding")
    if encoding not in _OF_WARCIO and encoding not in _DECODERS:
        raise Unreadable(f"compressed as {encoding[:20]!r}, which is not read")
    if encoding in _DECODERS:
        # Sixteen bytes of Brotli can stand for megabytes, and warcio sets no bound.
        record.http_headers.remove_header("Content-Encoding")
    try:
        content = _bounded(iter(partial(record.content_stream().read, _CHUNK), b""))
    except _NO_RECORD as error:
        raise Unreadable(f"its content cannot be read ({type(error).__name__})") from None
    return _bounded(_DECODERS[encoding](content)) if encoding in _DECODERS else content


def _in_small_letters(record: ArcWarcRecord, name: str) -> str:
    """The value of a header of the answer, put into small letters there too, for warcio knows no others."""
    if not record.http_headers or not (value := record.http_headers.get_header(name)):
        return ""
    record.http_headers.replace_header(name, value.strip().lower())
    return value.strip().lower()


def _bounded(parts: Iterable[bytes]) -> bytes:
    whole = bytearray()
    for part in parts:
        whole += part
        if len(whole) > LARGEST_PAGE:
            raise Unreadable(f"a page larger than {LARGEST_PAGE:,} bytes")
    return bytes(whole)


def _without_brotli(data: bytes) -> Iterator[bytes]:
    decompressor = brotli.Decompressor()
    try:
        yield decompressor.process(data, output_buffer_limit=_CHUNK)
        while not decompressor.is_finished():
            if decompressor.can_accept_more_data():
                raise Unreadable("broken compression")
            yield decompressor.process(b"", output_buffer_limit=_CHUNK)
    except brotli.error:
        raise Unreadable("broken compression") from None


def _without_zstandard(data: bytes) -> Iterator[bytes]:
    try:
        with zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).stream_reader(data) as reader:
            yield from iter(partial(reader.read, _CHUNK), b"")
    except zstandard.ZstdError:
        raise Unreadable("broken compression") from None


_DECODERS = {"br": _without_brotli, "zstd": _without_zstandard}


def _rejected(raw: RawRecord, reason: str) -> Rejection:
    """A record's number stands for the line that a crawl has not."""
    return Rejection(raw.number, reason, raw.offset)
