"""Which format a file is in: by what stands in it, and where that may be several, by its name."""

from articles.corpus.formats.feeds import FEED
from articles.corpus.formats.html import HTML
from articles.corpus.formats.interface import Format
from articles.corpus.formats.json_array import JSON
from articles.corpus.formats.json_lines import JSON_LINES
from articles.corpus.formats.own_export import EXPORT
from articles.corpus.formats.pages import PAGE
from articles.corpus.formats.tables import CSV, TSV
from articles.corpus.formats.warc import WARC

# The first that recognises a file reads it. Any text may be a page dump, which therefore comes last.
FORMATS: tuple[Format, ...] = (EXPORT, JSON_LINES, JSON, WARC, HTML, FEED, TSV, CSV, PAGE)


def detect(head: bytes, name: str) -> Format | None:
    """The format of a file, by its first bytes (`encodings.head_of`) and its name; None for one of no known format."""
    return next((known for known in FORMATS if known.recognises(head, name)), None)


def format_named(name: str) -> Format:
    """The format that an operator names. Raises ValueError with a sentence for them."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise ValueError(f"“{name}” is no format; these are: {', '.join(known.name for known in FORMATS)}.")
