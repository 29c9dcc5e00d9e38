"""Citations of an article: on its page, and as files for reference managers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls.converters import StringConverter
from django.utils import timezone

from articles.citing.bibtex import bibtex
from articles.citing.csl import csl
from articles.citing.facts import CitedArticle
from articles.citing.ris import ris
from articles.citing.texts import Piece, cite, plain
from articles.models import Article
from articles.views.caching import answer_unless_known
from articles.views.cited import facts_of, site_of
from articles.views.finding_article import for_article

LANGUAGES = ("ar", "en")


@dataclass(frozen=True)
class Format:
    """A file format of citations: its name for people, its MIME type, and what writes it."""

    name: str
    content_type: str
    write: Callable[..., Iterator[str]]


def citation_texts(articles: Iterable[CitedArticle], *, accessed: date) -> Iterator[str]:
    """Of each article its citation in Arabic and in English, a line each, and an empty line."""
    for article in articles:
        yield "".join(plain(cite(article, language, accessed)) + "\n" for language in LANGUAGES) + "\n"


FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex; charset=utf-8", bibtex),
    "ris": Format("RIS", "application/x-research-info-systems; charset=utf-8", ris),
    "json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json; charset=utf-8", csl),
    "txt": Format("", "text/plain; charset=utf-8", citation_texts),
}


class FormatConverter(StringConverter):
    """One of the extensions in an address."""

    regex = "|".join(FORMATS)


@dataclass(frozen=True)
class Citation:
    """A citation in one language, piece by piece."""

    language: str
    pieces: tuple[Piece, ...]

    @property
    def direction(self) -> str:
        return "rtl" if self.language == "ar" else "ltr"


def citations(request: HttpRequest, article: Article) -> list[Citation]:
    """Those of the page, each with today as the day on which it was seen."""
    facts = facts_of(article, site_of(request))
    return [Citation(language, cite(facts, language, today())) for language in LANGUAGES]


@for_article
def citation_file(request: HttpRequest, article: Article, extension: str) -> HttpResponse:
    """The citation as a file of one of `FORMATS`."""
    facts, day = facts_of(article, site_of(request)), today()

    def make() -> HttpResponse:
        chosen = FORMATS[extension]
        text = "".join(chosen.write([facts], accessed=day))
        response = HttpResponse(text.encode("utf-8", "replace"), content_type=chosen.content_type)
        response.headers["Content-Disposition"] = f'attachment; filename="{facts.key}.{extension}"'
        return response

    return answer_unless_known(request, (extension, day, facts), make, changed_at=article.changed_at)


def today() -> date:
    return timezone.now().date()
