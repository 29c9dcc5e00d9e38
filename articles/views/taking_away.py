"""What a search found, as files to take away: all of it, in the order of the page, whatever its size."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls.converters import StringConverter
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from articles.citing.texts import cite, plain
from articles.models import Article
from articles.search.errors import IndexUnavailable
from articles.search.searching import answer
from articles.taking_away.articles import ArticleText
from articles.taking_away.csv_file import csv_file
from articles.taking_away.jsonl_file import jsonl_file
from articles.taking_away.reference_files import bibtex_file, ris_file
from articles.taking_away.xlsx_file import xlsx_file
from articles.taking_away.zip_file import zip_file
from articles.views.article_head import language_of_page
from articles.views.article_text import parts_of
from articles.views.cited import site_of
from articles.views.file_names import attachment
from articles.views.searched import address_of
from articles.views.taken_articles import read_facts, read_objects, take

CHUNK = 1 << 16


@dataclass(frozen=True)
class Take:
    """What is to be taken away: the numbers of the articles, and by whom it is read."""

    numbers: Iterable[int]
    site: str
    language: str


@dataclass(frozen=True)
class Kind:
    """A format: its name for people, its MIME type, and what makes the bytes."""

    name: str
    content_type: str
    make: Callable[[Take], Iterator[bytes]]


def facts(taken: Take):
    return take(taken.numbers, lambda some: read_facts(some, taken.site))


def texts(taken: Take):
    day = timezone.now().date()

    def read(some: list[int]) -> dict[int, ArticleText]:
        facts = read_facts(some, taken.site)
        articles = Article.objects.only("headline", "deck").prefetch_related("blocks").in_bulk(facts)
        return {
            pk: ArticleText(facts[pk], tuple(parts_of(article)), plain(cite(facts[pk], taken.language, day)))
            for pk, article in articles.items()
        }

    return take(taken.numbers, read)


def make_xlsx(taken: Take) -> Iterator[bytes]:
    return xlsx_file(facts(taken), headings=headings(), is_right_to_left=taken.language == "ar")


KINDS = {
    "csv": Kind("CSV", "text/csv; charset=utf-8", lambda taken: csv_file(facts(taken))),
    "xlsx": Kind("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", make_xlsx),
    "jsonl": Kind(
        "JSON Lines",
        "application/jsonl; charset=utf-8",
        lambda taken: jsonl_file(take(taken.numbers, read_objects)),
    ),
    "ris": Kind(
        "RIS",
        "application/x-research-info-systems; charset=utf-8",
        lambda taken: ris_file(facts(taken), accessed=timezone.now().date()),
    ),
    "bib": Kind(
        "BibTeX",
        "application/x-bibtex; charset=utf-8",
        lambda taken: bibtex_file(facts(taken), accessed=timezone.now().date()),
    ),
    "zip": Kind("ZIP", "application/zip", lambda taken: zip_file(texts(taken), made_at=timezone.now())),
}


class KindConverter(StringConverter):
    """One of the extensions in an address."""

    regex = "|".join(KINDS)


@require_safe
def export(request: HttpRequest, extension: str) -> HttpResponse:
    """All that the page of the same parameters found, of one state of the index: that at the time of asking."""
    address = address_of(request)
    try:
        numbers = array("q", answer(replace(address.request(), facets=())).article_ids())
    except IndexUnavailable:
        return render(request, "search/unavailable.html", {"address": address}, status=503)
    kind = KINDS[extension]
    # What words the file needs are chosen here: when the file is sent, the language of the page is forgotten.
    taken = Take(numbers, site_of(request), language_of_page())
    chunks = [] if request.method == "HEAD" else gathered(kind.make(taken))
    response = StreamingHttpResponse(chunks, content_type=kind.content_type)
    response.headers["Content-Disposition"] = attachment(pgettext("of a file", "search"), address.query, extension)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces worth sending."""
    held, size = [], 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size >= CHUNK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)


def headings() -> tuple[str, ...]:
    """Those of a table for people, in the order of `tables.COLUMNS`."""
    return (
        _("Number"),
        _("Headline"),
        _("Deck"),
        _("Source"),
        _("Section"),
        _("Authors"),
        _("Places"),
        _("Tags"),
        _("Date (EDTF)"),
        _("Completeness"),
        _("Language"),
        _("Address"),
        _("Original address"),
        pgettext("of an article", "Status"),
    )
