"""What stands on every page of one language in the same words: rendered once in each process."""

from django import template
from django.template.base import token_kwargs
from django.urls import get_script_prefix
from django.utils.translation import get_language, get_language_bidi

register = template.Library()


@register.tag
def fixed(parser, token) -> "FixedNode":
    """`{% fixed %}…{% endfixed %}` around links, names of files and words of the interface.

    What is inside hangs on the language alone: of the page's variables it is given none but `LANGUAGE_BIDI`, and what
    the tag names, which has few values: `{% fixed box=box %}`.
    """
    given = token_kwargs(token.split_contents()[1:], parser)
    nodes = parser.parse(("endfixed",))
    parser.delete_first_token()
    return FixedNode(nodes, given)


class FixedNode(template.Node):
    def __init__(self, nodelist, given):
        self.nodelist = nodelist
        self._given = given
        self._rendered: dict[tuple, str] = {}

    def render(self, context) -> str:
        given = {name: value.resolve(context) for name, value in self._given.items()}
        key = (*given.values(), get_language(), get_script_prefix())
        if key not in self._rendered:
            inside = {"LANGUAGE_BIDI": get_language_bidi(), **given}
            self._rendered[key] = self.nodelist.render(context.new(inside))
        return self._rendered[key]
