"""A citation in words: that of an article of a newspaper, in Arabic or in English, with its address here and there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from articles.arabic.calendars import describe, digits
from articles.citing.dates import date_in_words
from articles.citing.facts import CitedArticle
from articles.citing.fields import one_line, readable_address
from articles.citing.words import ARCHIVE_NAMES, PHRASES, join_names

# Where no markup can say it: an address runs from left to right whatever stands around it, a name as its letters do.
LEFT_TO_RIGHT, FIRST_STRONG, POP = "\u2066", "\u2068", "\u2069"
_INNER_QUOTES = {"ar": str.maketrans("«»", "‹›"), "en": str.maketrans("“”", "‘’")}


@dataclass(frozen=True)
class Piece:
    """A part of a citation: words of the language it is in, a name or headline as the page had it, or an address."""

    kind: Literal["words", "name", "address"]
    text: str


def cite(article: CitedArticle, language: str, accessed: date) -> tuple[Piece, ...]:
    """The citation in `ar` or `en`, piece by piece; `accessed` is the day on which the reader saw the page."""
    make = _cite_in_arabic if language == "ar" else _cite_in_english
    return tuple(make(article, accessed))


def plain(pieces: tuple[Piece, ...]) -> str:
    """The citation as one line of text, every piece kept in its own direction."""
    openings = {"words": "", "name": FIRST_STRONG, "address": LEFT_TO_RIGHT}
    return "".join(
        f"{openings[piece.kind]}{piece.text}{POP}" if openings[piece.kind] else piece.text for piece in pieces
    )


def _cite_in_arabic(article: CitedArticle, accessed: date) -> Iterator[Piece]:
    phrases = PHRASES["ar"]
    if authors := _authors(article, "ar"):
        yield from (_name(authors), _words("، "))
    yield from (_words("«"), _headline(article, "ar"), _words("»، "))
    yield from _where_and_when(article, "ar", "، ")
    yield _words(f". {ARCHIVE_NAMES['ar']}، {phrases['number'].format(digits(str(article.number), 'ar'))}: ")
    yield _address(article.address)
    if article.original:
        yield from (_words(f". {phrases['original']}: "), _address(article.original))
    yield _words(f". {phrases['accessed']}: {describe(accessed.isoformat(), 'ar')}.")


def _cite_in_english(article: CitedArticle, accessed: date) -> Iterator[Piece]:
    phrases = PHRASES["en"]
    if authors := _authors(article, "en"):
        yield from (_name(authors), _words(". "))
    yield from (_words("“"), _headline(article, "en"), _words("”, "))
    yield from _where_and_when(article, "en", ", ")
    yield _words(f". {ARCHIVE_NAMES['en']}, {phrases['number'].format(article.number)}: ")
    yield _address(article.address)
    if article.original:
        yield from (_words(f". {phrases['original']}: "), _address(article.original))
    yield _words(f". {phrases['accessed']} {describe(accessed.isoformat(), 'en')}.")


def _where_and_when(article: CitedArticle, language: str, comma: str) -> Iterator[Piece]:
    """The paper, the dateline and the date, and that it is an excerpt."""
    phrases = PHRASES[language]
    if article.is_excerpt:
        yield _words(phrases["excerpt"] + comma)
    yield _name(article.paper.read_in(language)) if article.paper else _words(phrases["unknown paper"])
    if article.places:
        before, after = phrases["from"].split("{}")
        yield _words(comma + before)
        yield _name(join_names([place.read_in(language) for place in article.places], language))
        yield _words(after)
    yield _words(comma + (one_line(date_in_words(article.published, language)) or phrases["undated"]))


def _authors(article: CitedArticle, language: str) -> str:
    """Who signed; the paper's own desk would only say the paper twice."""
    signed = [author for author in article.authors if not article.paper or author.text != article.paper.text]
    return join_names([author.read_in(language) for author in signed], language)


def _headline(article: CitedArticle, language: str) -> Piece:
    return _name(article.headline.translate(_INNER_QUOTES[language]))


def _words(text: str) -> Piece:
    return Piece("words", text)


def _name(text: str) -> Piece:
    return Piece("name", one_line(text))


def _address(text: str) -> Piece:
    return Piece("address", readable_address(text))
