"""Queries joined, those that can find nothing left out."""

from collections.abc import Sequence

from whoosh.query import And, NullQuery, Or, Query


def all_of(queries: Sequence[Query]) -> Query:
    if not queries or any(query is NullQuery for query in queries):
        return NullQuery
    return queries[0] if len(queries) == 1 else And(list(queries))


def any_of(queries: Sequence[Query]) -> Query:
    queries = [query for query in queries if query is not NullQuery]
    if not queries:
        return NullQuery
    return queries[0] if len(queries) == 1 else Or(list(queries))
