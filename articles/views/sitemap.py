"""The sitemap: every article, name and period in both languages, in files of which each is made quickly.

The XML is put together here: Django's own sitemaps ask for each address of a file by itself, in each language and again
for each of its alternates.
"""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from articles.models import Article, Author, Place, Section, Source, Tag
from articles.views.archive_state import archive_state, cached_by, remember
from articles.views.cited import site_of
from articles.views.names import counts_of
from articles.views.volumes import volumes

PER_FILE = 500
NAMED = {f"{model._meta.model_name}s": model for model in (Source, Section, Author, Place, Tag)}
SECTIONS = ("pages", "articles", *NAMED, "periods")
PAGES = ("home", "date_list", "undated", "source_list", "section_list", "author_list", "place_list", "tag_list")
PAGES += ("on_this_day", "statistics")
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

Entry = tuple[str, str]
"""A path in the language of the archive, and the day of its last change where one is known."""


@cached_by(archive_state)
def sitemap_index(request):
    site, changes = site_of(request), changes_of_files(request)
    lines = []
    for section in SECTIONS:
        address = site + reverse("sitemap", args=[section])
        for number in range(1, count_files(request, section) + 1):
            changed = changes.get(number, "") if section == "articles" else ""
            lines.append(f"<sitemap>{place(address + (f'?p={number}' if number > 1 else ''), changed)}</sitemap>")
    return xml(f'<sitemapindex xmlns="{SCHEMA}">', lines, "</sitemapindex>")


@cached_by(archive_state)
def sitemap(request, section: str):
    number = request.GET.get("p", "1")
    if section not in SECTIONS or not number.isdecimal() or not 0 < int(number[:9]) <= count_files(request, section):
        raise Http404
    entries = list(entries_of(request, section, int(number[:9])))
    site, beginnings = site_of(request), roots()
    opening = f'<urlset xmlns="{SCHEMA}" xmlns:xhtml="{XHTML}">'
    return xml(opening, (line for entry in entries for line in lines_of(entry, site, beginnings)), "</urlset>")


def count_files(request: HttpRequest, section: str) -> int:
    """Of articles as many as their numbers need, so that each stays in its file; one of withdrawn articles is empty."""
    if section == "articles":
        rows = Article.objects.aggregate(last=Max("pk"))["last"] or 0
    elif section == "periods":
        archive = volumes(request)
        rows = len(archive.years) + len(archive.months) + len(archive.days)
    else:
        rows = len(counts_of(request, NAMED[section])) if section in NAMED else len(PAGES)
    return max(1, -(-rows // PER_FILE))


def changes_of_files(request: HttpRequest) -> dict[int, str]:
    """The day on which an article of a file was changed last, by the number of the file."""

    def read() -> dict[int, str]:
        rows = Article.objects.order_by().values_list((F("pk") - 1) / PER_FILE + 1)
        return {number: f"{changed:%Y-%m-%d}" for number, changed in rows.annotate(Max("changed_at"))}

    return remember(request, "changes of files", read)


def entries_of(request: HttpRequest, section: str, number: int) -> Iterator[Entry]:
    first, end = PER_FILE * (number - 1), PER_FILE * number
    with override(settings.LANGUAGE_CODE):
        if section == "articles":
            # The path of each is that of any with its number in it.
            before, after = reverse("article_detail", args=[0]).rsplit("0", 1)
            rows = Article.objects.not_withdrawn().filter(pk__gt=first, pk__lte=end).order_by("pk")
            for pk, changed in rows.values_list("pk", "changed_at"):
                yield f"{before}{pk}{after}", f"{changed:%Y-%m-%d}"
        elif section in NAMED:
            model = NAMED[section]
            names = sorted(counts_of(request, model))[first:end]
            yield from ((reverse(f"{model._meta.model_name}_detail", args=[pk]), "") for pk in names)
        else:
            pages = [(name, ()) for name in PAGES] if section == "pages" else periods(request)
            yield from ((reverse(name, args=parts), "") for name, parts in pages[first:end])


def periods(request: HttpRequest) -> list[tuple[str, tuple[int, ...]]]:
    """(name of the address, its parts) of all years, months and days that have articles."""
    archive = volumes(request)
    years = [("year", (year,)) for year in archive.years]
    months = [("month", month) for month in archive.months]
    return years + months + [("day", (day.year, day.month, day.day)) for day in archive.days]


def roots() -> dict[str, str]:
    """The path with which the addresses of each language begin, the language of the archive first."""
    codes = sorted(dict(settings.LANGUAGES), key=lambda code: code != settings.LANGUAGE_CODE)
    found = {}
    for code in codes:
        with override(code):
            found[code] = reverse("home")
    return found


def lines_of(entry: Entry, site: str, roots: dict[str, str]) -> Iterator[str]:
    """The address in each language, each of them naming all."""
    path, changed = entry
    rest = path.removeprefix(next(iter(roots.values())))
    addresses = {code: f"{site}{root}{rest}" for code, root in roots.items()}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
        for code, address in addresses.items()
    )
    yield from (f"<url>{place(address, changed)}{links}</url>" for address in addresses.values())


def place(address: str, changed: str) -> str:
    return f"<loc>{escape(address)}</loc>" + (f"<lastmod>{changed}</lastmod>" if changed else "")


def xml(opening: str, lines: Iterable[str], closing: str) -> HttpResponse:
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', opening, *lines, closing, ""])
    return HttpResponse(text, content_type="application/xml", headers={"X-Robots-Tag": "noindex, noodp, noarchive"})
