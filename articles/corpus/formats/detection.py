"""Which format a file is in: by what stands in it, and where that may be several, by its name."""

from collections.abc import Collection
from pathlib import PurePath

from articles.corpus.formats.feeds import FEED
from articles.corpus.formats.html import HTML
from articles.corpus.formats.interface import Format
from articles.corpus.formats.json_array import JSON
from articles.corpus.formats.json_lines import JSON_LINES
from articles.corpus.formats.mhtml import MHTML
from articles.corpus.formats.own_export import EXPORT
from articles.corpus.formats.pages import COMPRESSED, PAGE
from articles.corpus.formats.tables import CSV, TSV, table_with
from articles.corpus.formats.warc import WARC

# The first that recognises a file reads it. Any text may be a page dump, which therefore comes last.
FORMATS: tuple[Format, ...] = (EXPORT, JSON_LINES, JSON, WARC, MHTML, HTML, FEED, TSV, CSV, PAGE)

# What a file should be by its name, where its content tells nothing.
BY_ENDING: dict[str, Format] = {
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".json": JSON,
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
    ".warc": WARC,
    ".arc": WARC,
    ".html": HTML,
    ".htm": HTML,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".xml": FEED,
    ".rss": FEED,
    ".rdf": FEED,
    ".atom": FEED,
}


def detect(head: bytes, name: str, fields: Collection[str] = ()) -> Format | None:
    """The format of a file, by its first bytes (`encodings.head_of`) and its name; None for one of no known format.

    `fields` are those of the file's own to which the operator gave a meaning: by them a table may be known.
    """
    found = next((known for known in FORMATS if known.recognises(head, name)), None)
    if fields and found in (None, PAGE):
        return table_with(head, fields) or found
    return found


def expected(name: str) -> Format:
    """What a file that the operator names should be where nothing recognises it; any text may be a page."""
    return BY_ENDING.get(ending(name), PAGE)


def is_called_news(name: str) -> bool:
    """Whether a file of a folder is news by its name, so that it is refused and not passed over if it is none.

    XML may be anything, and most of it is no feed.
    """
    return ending(name) in {".txt", *BY_ENDING} - {".xml"}


def ending(name: str) -> str:
    """News.CSV.gz -> .csv"""
    path = PurePath(name.lower())
    return path.with_suffix("").suffix if path.suffix in COMPRESSED else path.suffix


def format_named(name: str) -> Format:
    """The format that an operator names. Raises ValueError with a sentence for them."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise ValueError(f"“{name}” is no format; these are: {', '.join(known.name for known in FORMATS)}.")
