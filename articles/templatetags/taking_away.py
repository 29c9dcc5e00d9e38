"""For the fragments of a search's page: the ways to take away what it found."""

from django import template

from articles.views.search_address import SearchAddress
from articles.views.ways_out import WaysOut, feed_address, ways_out

register = template.Library()


@register.simple_tag(takes_context=True)
def ways_to_take_away(context, address: SearchAddress) -> WaysOut:
    return ways_out(context["request"], address)


@register.simple_tag
def feed_of(address: SearchAddress) -> str:
    return feed_address(address)
