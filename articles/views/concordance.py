"""The concordance of a search: every hit in every article found, a line each; as a page and as a file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_safe

from articles.context_processors import own_address
from articles.search.concordance import AFTER, BEFORE, FORM, ORDERS, Concordance, concordance
from articles.search.errors import IndexUnavailable
from articles.search.searching import NEWEST, OLDEST, SOURCE, wanted
from articles.taking_away.csv_file import MARK, csv_line
from articles.templatetags.archive import digits, number
from articles.views.archive_state import cached_by
from articles.views.bare_search import bare
from articles.views.cited import article_address, site_of
from articles.views.concordance_lines import ShownLine, groups, show_lines
from articles.views.facets import Chip, Labels, drop_unknown, make_chips
from articles.views.file_names import attachment
from articles.views.search_address import LONGEST_FORM, SearchAddress
from articles.views.searched import search_state
from articles.views.setting_chips import setting_chips
from articles.views.ways_out import concordance_asked

PER_PAGE = 50
AT_ONCE = 500
"""Lines of a file that are read from the database together."""
FORMS_SHOWN = 60
COLUMNS = ("before", "hit", "after", "form", "source", "published", "headline", "article", "address")
ORDER_NAMES = {
    NEWEST: gettext_lazy("Newest first"),
    OLDEST: gettext_lazy("Oldest first"),
    SOURCE: gettext_lazy("By source"),
    FORM: gettext_lazy("By form"),
}


@dataclass(frozen=True)
class ConcordanceAddress:
    """A search, the order of its lines (`by`) and the form that alone is shown (`form`)."""

    search: SearchAddress
    by: str = NEWEST
    form: str = ""

    @classmethod
    def read(cls, search: SearchAddress, params: QueryDict) -> "ConcordanceAddress":
        by, form = params.get("by", ""), params.get("form", "").replace("\0", "")
        return cls(search, by if by in ORDERS else NEWEST, form[: 8 * LONGEST_FORM].strip())

    def querystring(self) -> str:
        own = [("by", self.by if self.by != NEWEST else ""), ("form", self.form)]
        page = [("page", str(self.search.page))] if self.search.page > 1 else []
        search = bare(self.search).pairs()
        return "?" + urlencode([*search, *(pair for pair in own if pair[1]), *page])

    def sorted_by(self, by: str) -> "ConcordanceAddress":
        return replace(self, search=self.search.with_(), by=by)

    def of_form(self, form: str) -> "ConcordanceAddress":
        return replace(self, search=self.search.with_(), form=form)


@dataclass(frozen=True)
class Choice:
    """A link that changes one thing of the page: what it says, also to those who do not see it, and where it goes."""

    label: str
    name: str
    href: str
    is_chosen: bool
    count: int = 0


@require_safe
@cached_by(search_state)
def concordance_page(request: HttpRequest) -> HttpResponse:
    labels = Labels(request)
    address, notices = drop_unknown(SearchAddress.read(request.GET), labels)
    asked = ConcordanceAddress.read(address, request.GET)
    context = {"address": address, "asked": asked, "notices": [*address.notices, *notices]}
    context["chips"] = chips_of(asked, labels)
    try:
        everything = concordance(address.request())
        shown = everything.of_form(asked.form) if asked.form else everything
        pages = Paginator(range(len(shown)), PER_PAGE)
        page = pages.get_page(address.page)
        lines = shown.lines(asked.by, page.start_index() - 1 if len(shown) else 0, page.end_index())
    except IndexUnavailable:
        return render(request, "search/unavailable.html", context, status=503)
    question = asked.sorted_by(asked.by).querystring()
    here = replace(asked, search=replace(address, page=page.number)).querystring()
    rows = show_lines(lines, wanted=wanted(address.query, address.options), address=bare(address))
    context |= {
        "concordance": shown,
        "everything": everything,
        "page": page,
        "groups": form_groups(rows, everything) if asked.by == FORM else [("", 0, rows)],
        "orders": [order_choice(asked, order) for order in (NEWEST, OLDEST, SOURCE, FORM)],
        "sides": [
            (_("By a word before"), [side_choice(asked, order) for order in BEFORE]),
            (_("By a word after"), [side_choice(asked, order) for order in AFTER]),
        ],
        "forms": form_choices(asked, everything),
        "all_forms": asked.of_form("").querystring(),
        "other_forms": max(0, len(everything.forms) - FORMS_SHOWN),
        "here": question,
        "as_asked": concordance_asked(request, question),
        "question": bare(address).querystring(),
        **own_address(request, here),
    }
    return render(request, "concordance/page.html", context)


@require_safe
def concordance_file(request: HttpRequest) -> HttpResponse:
    """CSV of all lines in the order of the page, of one state of the index; read from the database bit by bit."""
    address, _notices = drop_unknown(SearchAddress.read(request.GET), Labels(request))
    asked = ConcordanceAddress.read(address, request.GET)
    try:
        found = concordance(address.request())
    except IndexUnavailable:
        return render(request, "search/unavailable.html", {"address": address}, status=503)
    lines = found.of_form(asked.form) if asked.form else found
    chunks = [] if request.method == "HEAD" else csv_chunks(lines, asked.by, site_of(request))
    response = StreamingHttpResponse(chunks, content_type="text/csv; charset=utf-8")
    name = pgettext("of a file", "concordance")
    response.headers["Content-Disposition"] = attachment(name, address.query, "csv")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def csv_chunks(found: Concordance, by: str, site: str) -> Iterator[bytes]:
    yield (MARK + csv_line(COLUMNS)).encode()
    for start in range(0, len(found), AT_ONCE):
        rows = show_lines(found.lines(by, start, start + AT_ONCE))
        yield "".join(csv_line(cells_of(row, site)) for row in rows).encode("utf-8", "replace")


def cells_of(row: ShownLine, site: str) -> tuple:
    """In the order of `COLUMNS`; of an article that is gone only the words."""
    article = row.article
    source = article.source.name if article and article.source else ""
    known = (source, article.published, article.headline) if article else ("", "", "")
    address = site + article_address(row.article_id)
    return (row.before.strip(), row.keyword, row.after.strip(), row.form, *known, row.article_id, address)


def chips_of(asked: ConcordanceAddress, labels: Labels) -> list[Chip]:
    """As on the page of results, but each leads to these lines without its filter."""
    search = asked.search

    def lines_of(other: SearchAddress) -> str:
        return replace(asked, search=other).querystring()

    filters = zip(make_chips(search, labels), search.filters, strict=True)
    chips = [replace(chip, href=lines_of(search.dropping(chosen))) for chip, chosen in filters]
    return [*chips, *setting_chips(search, lines_of)]


def form_groups(rows: list[ShownLine], found: Concordance) -> list[tuple[str, int, list[ShownLine]]]:
    """(form, how many hits it has on all pages, its lines on this one)."""
    counts = {form.text: form.count for form in found.forms}
    return [(form, counts.get(form, 0), lines) for form, lines in groups(rows)]


def order_choice(asked: ConcordanceAddress, order: str) -> Choice:
    name = str(ORDER_NAMES[order])
    return Choice(name, name, asked.sorted_by(order).querystring(), asked.by == order)


def side_choice(asked: ConcordanceAddress, order: str) -> Choice:
    distance = order[-1]
    names = {
        "1": pgettext("word beside a hit", "the nearest"),
        "2": pgettext("word beside a hit", "the second"),
        "3": pgettext("word beside a hit", "the third"),
    }
    return Choice(digits(distance), names[distance], asked.sorted_by(order).querystring(), asked.by == order)


def form_choices(asked: ConcordanceAddress, found: Concordance) -> list[Choice]:
    """The forms, the most frequent first; that which alone is shown among them, however rare."""
    shown = [form for place, form in enumerate(found.forms) if place < FORMS_SHOWN or form.text == asked.form]
    return [
        Choice(
            label=form.text,
            name=number(form.count),
            href=asked.of_form("" if form.text == asked.form else form.text).querystring(),
            is_chosen=form.text == asked.form,
            count=form.count,
        )
        for form in shown
    ]
