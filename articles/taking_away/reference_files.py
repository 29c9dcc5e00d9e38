"""RIS and BibTeX of any number of articles."""

from collections.abc import Iterable, Iterator
from datetime import date

from articles.citing.bibtex import bibtex
from articles.citing.facts import CitedArticle
from articles.citing.ris import ris
from articles.taking_away.articles import Gone


def ris_file(articles: Iterable[CitedArticle | Gone], *, accessed: date) -> Iterator[bytes]:
    """The format knows no remark outside a record, and a record without a title is none: who is gone is left out."""
    return encoded(ris(present(articles, []), accessed=accessed))


def bibtex_file(articles: Iterable[CitedArticle | Gone], *, accessed: date) -> Iterator[bytes]:
    """The numbers of those that are gone stand in a comment at the end."""
    gone: list[int] = []
    yield from encoded(bibtex(present(articles, gone), accessed=accessed))
    if gone:
        numbers = ", ".join(map(str, gone))
        yield f"@comment{{Deleted or withdrawn since the search: {numbers}}}\n".encode()


def present(articles: Iterable[CitedArticle | Gone], gone: list[int]) -> Iterator[CitedArticle]:
    """The articles that are there; the numbers of the others are added to `gone`."""
    for article in articles:
        if isinstance(article, Gone):
            gone.append(article.number)
        else:
            yield article


def encoded(texts: Iterable[str]) -> Iterator[bytes]:
    return (text.encode("utf-8", "replace") for text in texts)
