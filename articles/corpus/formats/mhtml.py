"""Pages that a browser saved in one file with their pictures (MHTML, RFC 2557): one article, that of the first page."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import BinaryIO

from articles.corpus.formats.interface import Format, Options, Read, Unreadable

LONGEST_HEADER = 65_536  # bytes
LARGEST_PART = 40 * 2**20  # bytes as they stand; what is encoded is larger than the page
_CHUNK = 65_536  # bytes of a line that are held at once

_FIELD = rb"[A-Za-z-]{1,60}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,20}\r?\n"
_OPENING = re.compile(rb"\s*(?:" + _FIELD + rb"){1,40}", re.S)
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)


def _recognises(head: bytes, name: str) -> bool:
    opening = _OPENING.match(head)
    return opening is not None and _RELATED.search(opening.group()) is not None


def _read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    # What reads web pages takes long to load, and most imports are of other files.
    from articles.corpus.formats.web_articles import read_article
    from articles.corpus.formats.web_text import web_address

    whole = _header(stream)
    border = whole.get_boundary("").encode("ascii", "ignore")
    if not border:
        raise Unreadable("its parts have no border between them", 1)
    while _skip_to(stream, border):
        part = _header(stream)
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            part.set_payload(_body(stream, border).decode("latin-1"))
            data = part.get_payload(decode=True)
            said = str(part.get("Content-Location") or whole.get("Snapshot-Content-Location") or "")
            yield read_article(bytes(data or b""), 1, web_address(said), _charset(part))
            return
    raise Unreadable("no page among its parts")


def _header(stream: BinaryIO) -> Message:
    """The header of the whole or of a part, to the empty line."""
    lines = bytearray()
    while (line := stream.readline(LONGEST_HEADER)).strip():
        lines += line
        if len(lines) > LONGEST_HEADER:
            raise Unreadable("a header without an end")
    return message_from_bytes(bytes(lines) + b"\n")


def _skip_to(stream: BinaryIO, border: bytes) -> bool:
    """Whether a further part begins, after whose border the stream then stands."""
    while line := stream.readline(_CHUNK):
        if line.startswith(b"--" + border):
            return not line.rstrip().endswith(border + b"--")
    return False


def _body(stream: BinaryIO, border: bytes) -> bytes:
    body = bytearray()
    while (line := stream.readline(_CHUNK)) and not line.startswith(b"--" + border):
        body += line
        if len(body) > LARGEST_PART:
            raise Unreadable(f"a page of more than {LARGEST_PART:,} bytes")
    return bytes(body)


def _charset(part: Message) -> str:
    charset = part.get_param("charset", "")
    return charset if isinstance(charset, str) else ""


MHTML = Format("mhtml", _recognises, _read)
