"""The lists of a search's page: its hits, the values of its facets, the forms of its words, its settings, its timeline.

A page has hundreds of these and every search makes them anew, so that they are put together here: as templates they
take longer than the search.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.templatetags.archive import bdi, edtf, language, marked, number, speaks
from articles.views.search_address import SearchAddress
from articles.views.search_controls import SETTINGS

register = template.Library()

SAMPLE = 5
"""So many forms of the words are seen before the list of them is opened."""


@register.simple_tag
def hit_list(hits: Iterable) -> str:
    """The items of the list of hits, of `articles.views.shown_hits.ShownHit` each."""
    tongue, excerpt = language(), f'<span class="flag">{escape(_("Excerpt"))}</span>'
    items = [_hit(hit, place, tongue, excerpt) for place, hit in enumerate(hits, 1)]
    return mark_safe("\n".join(items))  # noqa: S308 - each piece is escaped


def _hit(hit, place: int, tongue: str, excerpt: str) -> str:
    attributes = speaks(hit)
    link = f'<a href="{escape(hit.href)}" data-step {attributes}>{marked(hit.headline)}</a>'
    names = "".join([f"<span>{bdi(name, tongue)}</span>" for name in hit.names])
    passages = [
        f'<p class="passage" {attributes}>{"" if passage.is_start else "… "}{marked(passage)}'
        f"{'' if passage.is_end else ' …'}</p>"
        for passage in hit.passages
    ]
    return (
        f'<li class="entry" id="hit-{place}"><p class="meta">{names}<span>{escape(edtf(hit.published, tongue))}</span>'
        f"{excerpt if hit.is_excerpt else ''}</p>\n"
        f'<h2 class="entry-headline">{link}</h2>\n'
        f'{"".join(passages)}\n<span class="Z3988" title="{escape(hit.reference)}"></span></li>'
    )


@register.simple_tag
def facet_list(facets: Iterable) -> str:
    """Each `articles.views.facets.Facet`: its first options, and the others where one opens them."""
    words = _words(language())
    return mark_safe("\n".join([_facet(facet, words) for facet in facets]))  # noqa: S308 - each piece of it is escaped


def _facet(facet, words: dict[str, str]) -> str:
    name, more = f"facet-{facet.field}", ""
    if facet.rest:
        link = f'<a class="touch" href="{escape(facet.more_href)}" rel="nofollow">{words["all"]}</a>'
        more = (
            f'<details class="more"{" open" if facet.is_touched else ""}><summary>{words["more"]}</summary>'
            f"{_list_of(facet.rest, '', words)}{link if facet.more_href else ''}</details>"
        )
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(facet.title)}</h2>'
        f"{_list_of(facet.first, '', words)}{more}</section>"
    )


@register.simple_tag
def option_list(options: Iterable, page: str = "") -> str:
    """Each `articles.views.facets.Option` with its count and two links, which lead to `page`, or else to this one."""
    return mark_safe(_list_of(options, escape(page), _words(language())))  # noqa: S308 - each piece of it is escaped


def _list_of(options: Iterable, page: str, words: dict[str, str]) -> str:
    return '<ul class="options">' + "\n".join([_item(option, page, words) for option in options]) + "</ul>"


def _item(option, page: str, words: dict[str, str]) -> str:
    label, tongue = escape(option.label), words["language"]
    if option.is_excluded:
        li, title, said, sign = '<li class="option is-excluded">', words["take back"], words["take back:"], "+"
    else:
        li, title, said, sign = '<li class="option">', words["exclude"], words["exclude:"], "−"
    current = ' aria-current="true"' if option.is_chosen else ""
    return (
        f'{li}<a class="option-in" href="{page}{escape(option.href)}" rel="nofollow"{current}>'
        f'<span>{bdi(option.label, tongue)}</span> <span class="count">{number(option.count, tongue)}</span></a>'
        f'<a class="option-out" href="{page}{escape(option.out_href)}" rel="nofollow" title="{title}">'
        f'<span class="unseen">{said} {label}</span><span aria-hidden="true">{sign}</span></a>'
        f"{_months(option, label, page, words) if option.within else ''}</li>"
    )


def _months(option, label: str, page: str, words: dict[str, str]) -> str:
    return (
        f'<details class="within"><summary>{words["months"]}<span class="unseen">{words[":"]}{label}</span></summary>'
        f"{_list_of(option.within, page, words)}</details>"
    )


@lru_cache(maxsize=8)
def _words(tongue: str) -> dict[str, str]:
    """In the language of the page, and which it is."""
    words = {
        "language": tongue,
        "take back": _("Take back"),
        "take back:": _("Take back:"),
        "exclude": _("Exclude"),
        "exclude:": _("Exclude:"),
        "months": _("Months"),
        "more": _("More"),
        "all": _("All, and look one up"),
        ":": _(": "),
    }
    return {name: escape(word) for name, word in words.items()}


@register.simple_tag
def form_list(forms: Iterable) -> str:
    """Each `articles.views.search_controls.FormSwitch` as a tick, with its count."""
    out, back = (f'<span class="unseen">{escape(word)}</span>' for word in (_("Leave out:"), _("Take back:")))
    tongue = language()
    items = [
        f'<li><a href="{escape(form.href)}#forms" rel="nofollow" class="tick{" is-out" if form.is_out else ""}">'
        f"{back if form.is_out else out} <span>{bdi(form.form, tongue)}</span> "
        f'<span class="count">{number(form.count, tongue)}</span></a></li>'
        for form in forms
    ]
    return mark_safe('<ul class="ticks">' + "\n".join(items) + "</ul>")  # noqa: S308 - each piece of it is escaped


@register.simple_tag
def form_sample(forms: Sequence) -> str:
    """The first forms in a line, those that are left out struck through."""
    tongue = language()
    shown = [
        f"{f'<s>{bdi(form.form, tongue)}</s>' if form.is_out else bdi(form.form, tongue)}{_count(form.count, tongue)}"
        for form in forms[:SAMPLE]
    ]
    more = " …" if len(forms) > SAMPLE else ""
    return mark_safe(escape(_(", ")).join(shown) + more)  # noqa: S308 - each piece of it is escaped


@register.simple_tag
def setting_links(address: SearchAddress, setting: str) -> str:
    """The ways in which a search can be set: level, order, view, passages or length."""
    return choice_links(SETTINGS[setting](address))


@register.simple_tag
def view_label(address: SearchAddress) -> str:
    """The name of the view that was chosen."""
    return next(choice.label for choice in SETTINGS["view"](address) if choice.is_current)


@register.simple_tag
def choice_links(choices: Iterable) -> str:
    """Each `articles.views.search_controls.Choice` as a link, with its count where it has one."""
    tongue = language()
    links = [
        f'<a href="{escape(choice.href)}" rel="nofollow"{_title(choice.note)}{_current(choice.is_current)}>'
        f"{escape(choice.label)}{'' if choice.count is None else _count(choice.count, tongue)}</a>"
        for choice in choices
    ]
    return mark_safe("".join(links))  # noqa: S308 - each piece of it is escaped


def _title(note: str) -> str:
    return f' title="{escape(note)}"' if note else ""


def _current(is_current: bool) -> str:
    return ' aria-current="true"' if is_current else ""


def _count(count: int, tongue: str) -> str:
    return f' <span class="count">{number(count, tongue)}</span>'


@register.simple_tag
def timeline_bars(timeline) -> str:
    """The bars of `articles.views.timeline.Timeline` that have hits, each a link on the whole height."""
    bars = [
        f'<a href="{escape(bar.href)}" rel="nofollow" tabindex="-1">'
        f"<title>{escape(bar.label)}: {escape(bar.amount)}</title>"
        f'<rect class="reach" x="{bar.x}" y="0" width="12" height="100"/>'
        f'<rect class="bar{" is-chosen" if bar.is_chosen else ""}" x="{bar.x}" y="{bar.y}" width="10" '
        f'height="{bar.height}"/></a>'
        for bar in timeline.bars
        if bar.href
    ]
    return mark_safe("\n".join(bars))  # noqa: S308 - each piece of it is escaped


@register.simple_tag
def timeline_rows(timeline) -> str:
    """The same as rows of a table, the latest first."""
    tongue = language()
    rows = [
        f'<tr><th scope="row"><a href="{escape(bar.href)}" rel="nofollow"{_current(bar.is_chosen)}>{escape(bar.label)}'
        f"</a></th><td>{number(bar.count, tongue)}</td>"
        f"{f'<td>{escape(bar.amount)}</td>' if timeline.is_relative else ''}</tr>"
        for bar in reversed(timeline.bars)
        if bar.count
    ]
    return mark_safe("\n".join(rows))  # noqa: S308 - each piece of it is escaped
