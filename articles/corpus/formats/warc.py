"""Crawls: WARC files, known by the version in their first line. `web_crawls` reads them."""

from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.interface import Format, Options, Read

_HEADER = b"WARC/"


def _recognises(head: bytes, name: str) -> bool:
    return head.startswith(_HEADER) or (head.startswith(b"\x1f\x8b") and name.lower().endswith((".warc.gz", ".warc")))


def _read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    # What reads crawls takes long to load, and most imports are of other files.
    from articles.corpus.formats.web_crawls import read

    yield from read(stream)


WARC = Format("warc", _recognises, _read)
