"""The address of a search without what says only how its results are shown."""

from articles.views.search_address import SearchAddress


def bare(address: SearchAddress) -> SearchAddress:
    """Finds the same articles, at the first page and in the usual order and view."""
    return SearchAddress(
        query=address.query,
        filters=address.filters,
        level=address.level,
        matching=address.matching,
        left_out=address.left_out,
        joins_names=address.joins_names,
    )
