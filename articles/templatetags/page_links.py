"""The links from one page of a list to its others."""

from html import escape

from django import template
from django.core.paginator import Page
from django.http import QueryDict
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from articles.templatetags.archive import digits

register = template.Library()


@register.simple_tag
def page_links(page: Page, query: QueryDict) -> str:
    """The page before, those about this one, the first and the last, and the page behind. `query`: what their addresses
    have beside the number of the page."""
    params = query.copy()
    # It stands where it stood, and no address has this sign.
    params["page"] = "\0"
    before, _sign, behind = escape(f"?{params.urlencode()}").partition("%00")

    def link(number: int, words: str, attributes: str) -> str:
        return f'<a href="{before}{number}{behind}"{attributes}>{words}</a>'

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    items = [
        f"<span>{number}</span>"
        if number == page.paginator.ELLIPSIS
        else link(number, digits(number), ' aria-current="page"' if number == page.number else "")
        for number in numbers
    ]
    parts = [
        link(page.previous_page_number(), escape(_("Previous")), ' rel="prev"') if page.has_previous() else "",
        "<ol>" + "".join([f"<li>{item}</li>" for item in items]) + "</ol>",
        link(page.next_page_number(), escape(_("Next")), ' rel="next"') if page.has_next() else "",
    ]
    return mark_safe("\n".join(parts))  # noqa: S308 - each piece of it is escaped
