"""One pass over the index: every document that a query finds and the filters let pass, with its score."""

from collections.abc import Iterator, Sequence

from whoosh.query import Query

from articles.search.readers import Snapshot


def matching(snapshot: Snapshot, query: Query) -> Iterator[int]:
    """The documents that a query finds, in the order of the index."""
    for searcher, offset in snapshot.searcher.leaf_searchers():
        for document in query.matcher(searcher, searcher.boolean_context()).all_ids():
            yield document + offset


def passing(snapshot: Snapshot, query: Query, masks: Sequence[bytearray]) -> list[int]:
    return [document for document in matching(snapshot, query) if all(mask[document] for mask in masks)]


def scored(snapshot: Snapshot, query: Query, masks: Sequence[bytearray]) -> dict[int, float]:
    """The score of each document found, by its number."""
    scores: dict[int, float] = {}
    boosts = snapshot.columns.boosts
    for searcher, offset in snapshot.searcher.leaf_searchers():
        matcher = query.matcher(searcher, searcher.context())
        while matcher.is_active():
            document = matcher.id() + offset
            if all(mask[document] for mask in masks):
                scores[document] = matcher.score() * boosts[document]
            if matcher.next():
                matcher = matcher.replace()
    return scores
