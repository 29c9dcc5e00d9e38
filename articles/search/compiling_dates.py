"""Dates of a query as queries of the engine: when an article was published, and what days its text names."""

from whoosh.query import Every, NullQuery, Query, Wildcard

from articles.search.combining import all_of
from articles.search.engine.queries import Between, ValuesBetween
from articles.search.language import tree
from articles.search.schema import NO_NUMBER
from articles.search.values import to_number

_ISO_ENDS = ("-01-01", "-01")


def filter_by_date(node: tree.Node) -> Query:
    """What a filter says as `date:` and `mentioned:` say it in a query; what is no date finds nothing."""
    match node:
        case tree.Dated():
            return dated(node)
        case tree.Mentioned():
            return mentioned(node)
    return NullQuery


def dated(node: tree.Dated) -> Query:
    """Articles that may be of the range: their date begins before its end and ends after its beginning."""
    conditions = []
    if node.first:
        conditions.append(Between("published", to_number(node.first), None, NO_NUMBER))
    if node.last:
        conditions.append(Between("earliest", None, to_number(node.last), NO_NUMBER))
    return all_of(conditions) if conditions else Every()


def mentioned(node: tree.Mentioned) -> Query:
    if node.yearless:
        return Wildcard("mentioned", f"????{node.yearless.removeprefix('XXXX')}*")
    first = node.first.isoformat() if node.first else "0"
    for end in _ISO_ENDS:
        # A month that is named without a day sorts before its first day.
        if first.endswith(end):
            first = first.removesuffix(end)
            break
    return ValuesBetween("mentioned", first, node.last.isoformat() if node.last else "9999-12-31")
