"""Texts of records as plain paragraphs: markup taken off, white space made even, what is no letter dropped.

Nothing here makes a text safe for a page, which escapes all that it shows; it makes it readable.
"""

import html
import io
import re
from collections.abc import Iterable, Iterator

from articles.corpus.pages.lines import tidy
from articles.corpus.pages.vocabulary import words
from articles.corpus.records import PARAGRAPH, SUBHEADING, BlockRecord

MOST_BLOCKS = 10_000  # of one article
LONGEST_LINE = 500_000  # characters, as in a page dump

# A comment's beginning, or a tag with the values of its attributes, which may hold its end. Never looked at twice.
_TAG = re.compile(r"""<!--|<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""")
# A text that begins so was marked up, and then escaped as a whole.
_ESCAPED_TAG = re.compile(r"\s*&lt;(?:p|div|br|span|h[1-6]|article|section|strong|b|ul|ol|figure|img|a)\b", re.I)
_ENTITY = re.compile("&(?:quot|amp|nbsp|[lr]aquo|[lr][ds]quo|hellip|[mn]dash|#[0-9]{2,5}|#x[0-9a-fA-F]{2,4});")
_LINE_ENDS = re.compile("[\n\r\v\f\x85\u2028\u2029]+")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides and isolates; letters keep their way

_ENDING_LINES = words(
    "address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_INLINE = words(
    "a abbr acronym b bdi bdo big cite code del dfn em font i iframe img ins input kbd label mark meta q s samp small "
    "source span strike strong sub sup time tt u var video audio picture wbr html body o link button svg path"
)
_SILENT = words("script style noscript template head title textarea object")
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_TAGS = _ENDING_LINES | _INLINE | _SILENT
_COMMENT_END = re.compile("-->")
_CLOSING = {name: re.compile(f"</{name}[^<>]*>", re.IGNORECASE) for name in _SILENT}


class TooLong(Exception):
    """A text of more, or of longer, paragraphs than an article has; its words say which."""


def one_line(text: str) -> str:
    """A short text without markup, in one line: `<b>نشرة</b>&nbsp;السادسة` -> نشرة السادسة. Raises TooLong."""
    if "<" not in text and "&" not in text and len(text) <= LONGEST_LINE:
        clean = " ".join(text.split())
        if clean.isprintable():
            return clean
    return " ".join(line for _, line in _lines(text))


def blocks(text: str) -> tuple[BlockRecord, ...]:
    """The paragraphs of a text, and its subheadings where markup says so. Raises TooLong."""
    found = []
    for kind, line in _lines(text):
        if len(found) == MOST_BLOCKS:
            raise TooLong(f"more than {MOST_BLOCKS:,} paragraphs")
        found.append(BlockRecord(kind, line))
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Every line with something to read on it, and its kind; one by one, for a hostile text is nothing but lines."""
    if "<" not in text and _ESCAPED_TAG.match(text):
        text = html.unescape(text)
    pieces = _without_markup(text) if "<" in text else [(PARAGRAPH, text)]
    for kind, piece in pieces:
        for row in _rows(_unescaped(piece)):
            if len(row) > LONGEST_LINE:
                raise TooLong(f"a paragraph of more than {LONGEST_LINE:,} characters")
            for line in row.splitlines():
                if clean := _clean(line):
                    yield kind, clean


def _unescaped(text: str) -> str:
    """A text with the characters that its entities mean, be they escaped twice: &amp;laquo; -> «."""
    text = html.unescape(text)
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text


def _rows(text: str) -> Iterable[str]:
    """A text in pieces that end where a line ends; a long one is never split as a whole."""
    return [text] if len(text) <= LONGEST_LINE else io.StringIO(text, newline=None)


def _clean(line: str) -> str:
    """A line as in a page dump, nothing where it shows no more than joiners and marks of direction.

    Nearly all are made of printed characters with one space between words, of which there is nothing to drop.
    """
    if line.isprintable() and "  " not in line:
        return line.strip()
    clean = " ".join(line.split())
    if not clean.isprintable():
        clean = tidy(_TURNING.sub("", clean))
    return clean if any(character.isprintable() for character in clean if character != " ") else ""


def _without_markup(text: str) -> Iterator[tuple[str, str]]:
    """Pieces of text between tags that end a line; only known tags are taken for such (س < ص is text).

    In a text with paragraphs of markup, ends of lines are white space.
    """
    is_page = any((tag[2] or "").lower() in _ENDING_LINES for tag in _TAG.finditer(text))
    kind, piece = PARAGRAPH, []
    for name, is_end, run in _runs(text):
        piece.append(_LINE_ENDS.sub(" ", run) if is_page else run)
        if name in _ENDING_LINES:
            yield kind, "".join(piece)
            piece = []
            kind = SUBHEADING if name in _HEADINGS and not is_end else PARAGRAPH
    yield kind, "".join(piece)


def _runs(text: str) -> Iterator[tuple[str, bool, str]]:
    """Each known tag's name, whether it closes, and the text before it; comments and scripts are no text.

    A comment or script that nothing closes is text: rather too much than an article lost.
    """
    done = 0
    unclosed: set[str] = set()
    for tag in _TAG.finditer(text):
        name = (tag[2] or "").lower()
        if tag.start() < done or (name and name not in _TAGS):
            continue
        end = tag.end()
        if not name or (name in _SILENT and not tag[1]):
            end = -1 if name in unclosed else _end_of_silence(text, end, name)
            if end < 0:
                unclosed.add(name)
                if not name:
                    continue
                end = tag.end()
        yield name, bool(tag[1]), text[done : tag.start()]
        done = end
    yield "", False, text[done:]


def _end_of_silence(text: str, at: int, name: str) -> int:
    """After the end of a comment, which has no name, or after the closing tag; -1 where there is none."""
    ending = _COMMENT_END if not name else _CLOSING[name]
    found = ending.search(text, at)
    return found.end() if found else -1
