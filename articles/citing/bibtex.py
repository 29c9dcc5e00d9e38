"""BibTeX, as biblatex and reference managers read it: a newspaper article is an `@article` of a subtype of its own."""

from collections.abc import Iterable, Iterator
from datetime import date

from articles.citing import dates
from articles.citing.facts import CitedArticle, Name
from articles.citing.fields import one_line, safe_address
from articles.citing.words import ARCHIVE_NAMES

# Braces are written by name: BibTeX counts them, even those behind a backslash, and one too many ends the field.
_OF_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: "\\" + character for character in "#$%&_"},
}
_ESCAPES = str.maketrans(_OF_LATEX)
_LANGUAGES = {"ar": "arabic", "en": "english", "fr": "french", "fa": "persian", "tr": "turkish", "he": "hebrew"}


def bibtex(articles: Iterable[CitedArticle], *, accessed: date | None = None) -> Iterator[str]:
    """One entry an article, with an empty line after it."""
    for article in articles:
        fields = [f"  {name} = {{{value}}},\n" for name, value in entry_fields(article, accessed) if value]
        yield f"@article{{{article.key},\n{''.join(fields)}}}\n\n"


def entry_fields(article: CitedArticle, accessed: date | None) -> Iterator[tuple[str, str]]:
    yield "entrysubtype", "newspaper"
    # Each author in braces: which word of an Arabic name is that of the family is not for a program to guess.
    yield "author", " and ".join(f"{{{escape(author.text)}}}" for author in article.authors)
    yield "title", escape(article.headline)
    yield "journal", escape(article.paper.text) if article.paper else ""
    yield "date", escape(article.published)
    yield "year", str(dates.year(article.published) or "")
    yield "abstract", escape(article.deck)
    yield "keywords", ", ".join(keyword(tag) for tag in article.tags)
    yield "langid", _LANGUAGES.get(article.language.split("-")[0].lower(), "")
    yield "library", escape(f"{ARCHIVE_NAMES['en']}, article {article.number}")
    yield "url", safe_address(article.address)
    yield "urldate", accessed.isoformat() if accessed else ""
    yield "note", escape(". ".join(article.remarks))


def escape(text: str) -> str:
    """A text as LaTeX sets it, on one line."""
    return one_line(text).translate(_ESCAPES)


def keyword(tag: Name) -> str:
    return escape(tag.text.replace(",", " "))
