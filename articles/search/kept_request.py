"""A request without what says nothing of which articles are found, so that its other pages ask for the same."""

from dataclasses import replace

from articles.search.searching import NEWEST, SearchRequest


def kept_request(request: SearchRequest) -> SearchRequest:
    """Newest first, for an order by relevance would have to be worked out."""
    return replace(request, sort=NEWEST, offset=0, limit=0, facets=())
