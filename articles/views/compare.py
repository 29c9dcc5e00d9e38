"""Searches compared over time: as a page with a chart and a table, and as files."""

from collections.abc import Callable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from articles.context_processors import own_address
from articles.search.errors import IndexUnavailable
from articles.search.searching import SearchRequest, answer
from articles.taking_away.csv_file import MARK, csv_line
from articles.templatetags.archive import edtf, isolated, language
from articles.views.archive_state import cached_by
from articles.views.chart_picture import Plot, draw_png
from articles.views.compare_address import MOST_SERIES, USUAL, CompareAddress
from articles.views.comparison import Comparison, compare, table, write_tick
from articles.views.facets import TITLES, Chip, Labels, drop_unknown
from articles.views.file_names import attachment
from articles.views.search_address import SearchAddress
from articles.views.searched import search_state
from articles.views.setting_chips import setting_chips
from articles.views.trend_chart import TrendChart, draw_trends
from articles.views.ways_out import comparison_asked

SOURCES_OFFERED = 40
"""Those with the most articles."""


@require_safe
@cached_by(search_state)
def compare_page(request: HttpRequest) -> HttpResponse:
    """What the form sends, with empty fields and what is usual, is sent on to its shortest address."""
    labels = Labels(request)
    address, notices = read_address(request, labels)
    if address.queries and ("" in request.GET.getlist("q") or request.GET.get("by") == USUAL):
        return HttpResponseRedirect(address.querystring())
    context = {
        "compared": address,
        "notices": [*address.search.notices, *notices, *address.notices],
        "fields": [*address.queries, *[""] * max(1, 3 - len(address.queries))][:MOST_SERIES],
        "kept": [pair for pair in address.pairs() if pair[0] not in ("q", "by", "relative", "source")],
        "chips": chips_of(address, labels),
        "here": address.querystring(),
        **own_address(request, address.querystring()),
    }
    try:
        context["sources"] = sources_offered(address, labels)
        context["chosen_sources"] = [label for _value, label, is_chosen in context["sources"] if is_chosen]
        if address.queries:
            found = compare(address, names_of(address, labels))
            context |= {
                "title": title_of(found),
                "unit": unit_of(found),
                "found": found,
                "rows": table(found),
                "as_asked": comparison_asked(request, address),
                "chart": chart_of(found),
                "by_month": replace(address, by="month").querystring() if is_of_one_year(found) else "",
            }
            context["series"] = list(zip(found.labels, found.trends, found.series, strict=True))
    except IndexUnavailable:
        return render(request, "search/unavailable.html", context | {"address": address.search}, status=503)
    return render(request, "compare/page.html", context)


@require_safe
def compare_csv(request: HttpRequest) -> HttpResponse:
    """Each period a line: of each series the articles, all articles of the period, and the share of a thousand."""

    def make(found: Comparison) -> bytes:
        columns = [f"{label} ({what})" for label in found.labels for what in ("articles", "of", "per thousand")]
        lines = [csv_line([found.address.by, *columns])]
        for period in found.periods:
            cells = []
            for trend in found.trends:
                share = trend.share(period)
                shown = "" if share is None else f"{share:.3f}"
                cells += [trend.counts.get(period, 0), trend.totals.get(period, 0), shown]
            lines.append(csv_line([period, *cells]))
        return (MARK + "".join(lines)).encode("utf-8", "replace")

    return as_file(request, "csv", "text/csv; charset=utf-8", make)


@require_safe
def compare_svg(request: HttpRequest) -> HttpResponse:
    def make(found: Comparison) -> bytes:
        context = {"chart": chart_of(found), "found": found, "is_file": True, "title": title_of(found)}
        return render(request, "compare/_chart.svg", context).content

    return as_file(request, "svg", "image/svg+xml", make)


@require_safe
def compare_png(request: HttpRequest) -> HttpResponse:
    """For print: 300 dots an inch."""

    def make(found: Comparison) -> bytes:
        plot = Plot(
            title=queries_of(found),
            unit=unit_of(found),
            foot=f"{_('Arabic News Archive')} · {edtf(timezone.now().date().isoformat())}",
            labels=found.labels,
            periods=tuple(found.written_periods),
            values=tuple(tuple(line) for line in found.values),
            is_rtl=language() == "ar",
        )
        return draw_png(plot)

    return as_file(request, "png", "image/png", make)


def as_file(request: HttpRequest, extension: str, content_type: str, make: Callable[[Comparison], bytes]):
    """What `make` makes of the comparison; 404 where nothing is compared."""
    labels = Labels(request)
    address, _notices = read_address(request, labels)
    if not address.queries:
        raise Http404("nothing is compared")
    try:
        found = compare(address, names_of(address, labels))
    except IndexUnavailable:
        return render(request, "search/unavailable.html", {"address": address.search}, status=503)
    response = HttpResponse(make(found), content_type=content_type)
    name = pgettext("of a file", "comparison")
    response.headers["Content-Disposition"] = attachment(name, " ".join(address.queries), extension)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def read_address(request: HttpRequest, labels: Labels) -> tuple[CompareAddress, list[str]]:
    search, notices = drop_unknown(SearchAddress.read(request.GET), labels)
    return CompareAddress.read(search, request.GET), notices


def names_of(address: CompareAddress, labels: Labels) -> dict[str, str]:
    return {one.value: labels.of("source", one.value) or "" for one in address.sources}


def sources_offered(address: CompareAddress, labels: Labels) -> list[tuple[str, str, bool]]:
    """(number, name, whether it is chosen) of the sources with the most articles, and of those chosen."""
    chosen = [one.value for one in address.sources]
    known = [option.value for option in answer(SearchRequest()).facet("source", SOURCES_OFFERED)]
    values = dict.fromkeys([*chosen, *known])
    labels.learn(("source", value) for value in values)
    return [(value, label, value in chosen) for value in values if (label := labels.of("source", value))]


def chips_of(address: CompareAddress, labels: Labels) -> list[Chip]:
    """The filters and settings that hold for all, without the sources, which the form has."""

    def compared(other: SearchAddress) -> str:
        return replace(address, search=other).querystring()

    filters = [
        Chip(
            title=str(TITLES[one.field]),
            label=labels.of(one.field, one.value),
            is_excluded=one.is_excluded,
            href=compared(address.search.dropping(one)),
        )
        for one in address.search.filters
        if one not in address.sources
    ]
    return [*filters, *setting_chips(address.search, compared)]


def chart_of(found: Comparison) -> TrendChart:
    return draw_trends(
        found.labels, found.written_periods, found.values, is_rtl=language() == "ar", write_value=write_tick
    )


def is_of_one_year(found: Comparison) -> bool:
    """A line over years would be a single dot."""
    return found.address.by == "year" and len(found.periods) == 1


def title_of(found: Comparison) -> str:
    """What the chart shows, in one line."""
    return f"{queries_of(found)} · {unit_of(found)}"


def queries_of(found: Comparison) -> str:
    return _(", ").join(isolated(query[:60]) for query in found.address.queries)


def unit_of(found: Comparison) -> str:
    if found.address.is_relative:
        return _("of each thousand articles")
    return _("articles a month") if found.address.by == "month" else _("articles a year")
