"""What stands on a page of results in the same words for every query, the query in its addresses aside."""

from collections import OrderedDict

from django import template
from django.template.base import token_kwargs
from django.urls import get_script_prefix
from django.utils.translation import get_language

from articles.views.cited import site_of

register = template.Library()

MOST_KEPT = 256


@register.tag
def any_query(parser, token) -> "AnyQueryNode":
    """`{% any_query %}…{% endany_query %}` around settings of a search and ways to take it away.

    What is inside is given `address` and `request` alone, and what the tag names: `{% any_query by=timeline.by %}`. Of
    the address it has all but the query: it may ask whether there is one, and write it in addresses. It is rendered
    once in each process for all queries.
    """
    given = token_kwargs(token.split_contents()[1:], parser)
    nodes = parser.parse(("endany_query",))
    parser.delete_first_token()
    return AnyQueryNode(nodes, given)


class AnyQueryNode(template.Node):
    def __init__(self, nodelist, given):
        self.nodelist = nodelist
        self._given = given
        self._rendered: OrderedDict[tuple, str] = OrderedDict()

    def render(self, context) -> str:
        address, request = context["address"], context["request"]
        given = {name: value.resolve(context) for name, value in self._given.items()}
        key = (address.for_any_query, *given.values(), get_language(), get_script_prefix(), site_of(request))
        if (rendered := self._rendered.get(key)) is None:
            inside = {"address": address.for_any_query, "request": request, **given}
            rendered = self._rendered[key] = self.nodelist.render(context.new(inside))
            while len(self._rendered) > MOST_KEPT:
                self._rendered.popitem(last=False)
        return address.filled(rendered)
