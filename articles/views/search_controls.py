"""What a visitor sets beside the query, as links: levels of form, which words must be there, names, forms, looks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from articles.arabic.levels import Level
from articles.search.matched_forms import MatchedForm
from articles.search.options import Matching
from articles.search.searching import SORTS, SearchPage
from articles.templatetags.archive import digits
from articles.views.search_address import LENGTHS, MOST_PASSAGES, VIEWS, SearchAddress, addresses

LEVELS = {
    Level.EXACT: (gettext_lazy("as written"), gettext_lazy("only tashkeel and tatweel may differ")),
    Level.FOLDED: (
        gettext_lazy("spelling unified"),
        gettext_lazy("hamza, alef, final ya, ta marbuta and digits may differ besides"),
    ),
    Level.LIGHT: (
        gettext_lazy("near forms"),
        gettext_lazy("prefixes, endings and plurals may differ besides: the usual level"),
    ),
    Level.ROOT: (gettext_lazy("same root (experimental)"), gettext_lazy("all words of one root, and much besides")),
}
MATCHINGS = {Matching.ALL: gettext_lazy("all words"), Matching.MOST: gettext_lazy("most of the words")}
CONCORDANCE = "concordance"


@dataclass(frozen=True)
class Choice:
    """One of several settings, and the query string of the search under it. `note` says more of it."""

    label: str
    href: str
    is_current: bool
    note: str = ""
    count: int | None = None


@dataclass(frozen=True)
class FormSwitch:
    """A form that the query's words have in the articles found; `href` unticks it, or ticks it again."""

    form: str
    count: int
    is_out: bool
    href: str


def level_choices(address: SearchAddress) -> list[Choice]:
    return [
        Choice(str(label), address.with_(level=level, left_out=()).querystring(), level is address.level, str(note))
        for level, (label, note) in LEVELS.items()
    ]


def matching_choices(address: SearchAddress, found: SearchPage) -> list[Choice]:
    """Both ways with their counts; none where the query leaves no choice."""
    if found.mode is None or found.other_total is None:
        return []
    return [
        Choice(
            str(label),
            address.with_(matching=way).querystring(),
            way is found.mode,
            count=found.total if way is found.mode else found.other_total,
        )
        for way, label in MATCHINGS.items()
    ]


def form_switches(address: SearchAddress, forms: Iterable[MatchedForm]) -> list[FormSwitch]:
    """Most frequent first; none where the words have one form alone and nothing is left out."""
    without = addresses(lambda form: address.with_(left_out=(*address.left_out, form)))
    switches = [
        FormSwitch(
            form.form,
            form.count,
            form.is_out,
            with_again(address, form.form).querystring() if form.is_out else without(form.form),
        )
        for form in forms
    ]
    return switches if len(switches) > 1 or address.left_out else []


def with_again(address: SearchAddress, form: str) -> SearchAddress:
    return address.with_(left_out=tuple(other for other in address.left_out if other != form))


def order_choices(address: SearchAddress) -> list[Choice]:
    labels = {
        "relevance": _("By relevance"),
        "newest": _("Newest first"),
        "oldest": _("Oldest first"),
        "source": _("By source"),
    }
    return [Choice(labels[sort], address.sorted_by(sort).querystring(), sort == address.order) for sort in SORTS]


def view_choices(address: SearchAddress) -> list[Choice]:
    labels = {
        "list": _("With passages"),
        "compact": pgettext("results", "Compact"),
        CONCORDANCE: _("Words in context"),
    }
    return [
        Choice(labels[view], address_of_view(address, view), view == address.view)
        for view in VIEWS
        if address.query or view != CONCORDANCE
    ]


def address_of_view(address: SearchAddress, view: str) -> str:
    """The concordance is a page of its own."""
    if view == CONCORDANCE:
        return reverse(CONCORDANCE) + address.with_(view="list").querystring()
    return address.with_(view=view).querystring()


def passage_choices(address: SearchAddress) -> list[Choice]:
    return [
        Choice(digits(str(count)), address.with_(passages=count).querystring(), count == address.passages)
        for count in range(1, MOST_PASSAGES + 1)
    ]


def length_choices(address: SearchAddress) -> list[Choice]:
    labels = {
        "short": pgettext("passages", "short"),
        "medium": pgettext("passages", "medium"),
        "long": pgettext("passages", "long"),
    }
    return [
        Choice(labels[length], address.with_(length=length).querystring(), length == address.length)
        for length in LENGTHS
    ]


SETTINGS = {
    "level": level_choices,
    "order": order_choices,
    "view": view_choices,
    "passages": passage_choices,
    "length": length_choices,
}
"""What holds for any query, each the choices of an address."""
