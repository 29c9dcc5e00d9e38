"""The ways out of a search that found nothing, as links with the number of articles behind each."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.search.remedies import Kind, Remedy
from articles.templatetags.archive import bdi
from articles.views.facets import TITLES, Labels
from articles.views.search_address import SearchAddress
from articles.views.search_controls import LEVELS


@dataclass(frozen=True)
class WayOut:
    """`label` may hold markup and is escaped."""

    label: str
    total: int
    href: str


def show_remedy(address: SearchAddress, remedy: Remedy, labels: Labels) -> WayOut:
    request = remedy.request
    there = address.with_(
        query=request.query,
        filters=request.filters,
        level=request.options.level,
        matching=request.options.matching,
        left_out=tuple(form for form in address.left_out if form in request.options.without),
        joins_names=request.options.joins_names,
    )
    return WayOut(word(remedy, labels), remedy.total, there.querystring())


def word(remedy: Remedy, labels: Labels) -> str:
    match remedy.kind:
        case Kind.KEYBOARD:
            return _("The keyboard may have been set to the other script: %(query)s") % {
                "query": bdi(remedy.request.query)
            }
        case Kind.SPELLING:
            return _("Did you mean %(query)s?") % {"query": bdi(remedy.request.query)}
        case Kind.MOST:
            return _("Most of the words instead of all")
        case Kind.FORMS:
            return _("With the forms that were left out")
        case Kind.NAMES:
            return _("With the other spellings of names")
        case Kind.LEVEL:
            return _("With looser forms: %(level)s") % {"level": LEVELS[remedy.request.options.level][0]}
    if remedy.dropped is None:
        return _("Without any filter")
    title, label = TITLES[remedy.dropped.field], labels.of(remedy.dropped.field, remedy.dropped.value)
    return _("Without the filter %(title)s: %(label)s") % {"title": title, "label": bdi(label)}
