"""What every format of saved news has in common: a stream in, an iterator of records and rejections out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from articles.corpus.formats.exported_article import ExportedArticle
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.records import ArticleRecord, PageRecord, Rejection

Read = ArticleRecord | PageRecord | ExportedArticle | Skipped | Rejection


@dataclass(frozen=True)
class Member:
    """One file to read: a file of its own, or one inside an archive or behind a compression.

    `name` is the path as an operator would write it, `crawls.zip/2025/a.warc.gz`; `open` gives a fresh binary stream of
    the plain bytes, bounded, which raises `Unreadable` where the bounds are passed or the bytes are damaged.
    """

    name: str
    open: Callable[[], BinaryIO]


@dataclass(frozen=True)
class Options:
    """What the operator said of how to read: `mapping` is from our field names to those of the file."""

    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Format:
    """A format: `recognises` looks at the first bytes of the plain file (at most `HEAD`) and its name.

    `read` gives what it reads one by one, never the whole file at once, and raises `Unreadable` where it cannot go on.
    """

    name: str
    recognises: Callable[[bytes, str], bool]
    read: Callable[[BinaryIO, str, Options], Iterator[Read]]


HEAD = 65_536  # bytes


class Unreadable(Exception):
    """A file, or the rest of one, cannot be read: `reason` is for the operator; `line` where that is known."""

    def __init__(self, reason: str, line: int | None = None):
        super().__init__(reason)
        self.reason, self.line = reason, line


class CutShort(Unreadable):
    """A stream ends before its data does. All that stands before has been given, and is good."""
