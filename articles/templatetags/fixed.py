"""What stands on every page of one language in the same words: rendered once in each process."""

from django import template
from django.urls import get_script_prefix
from django.utils.translation import get_language, get_language_bidi

register = template.Library()


@register.tag
def fixed(parser, token) -> "FixedNode":
    """`{% fixed %}…{% endfixed %}` around links, names of files and words of the interface.

    What is inside hangs on the language alone: of the page's variables it is given none but `LANGUAGE_BIDI`.
    """
    nodes = parser.parse(("endfixed",))
    parser.delete_first_token()
    return FixedNode(nodes)


class FixedNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist
        self._rendered: dict[tuple, str] = {}

    def render(self, context) -> str:
        key = (get_language(), get_script_prefix())
        if key not in self._rendered:
            self._rendered[key] = self.nodelist.render(context.new({"LANGUAGE_BIDI": get_language_bidi()}))
        return self._rendered[key]
