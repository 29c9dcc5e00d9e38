"""Which row an article of the pages is: clusters of sightings find the articles that are already in the archive.

An article keeps its number, and so its address, as long as it has a sighting. Pure.
"""

from collections import defaultdict
from dataclasses import dataclass

from articles.importing.connecting import Connections
from articles.importing.identity import Cluster, clusters
from articles.importing.sightings import Sighting


@dataclass(frozen=True)
class Assignment:
    """A cluster and its article: an old one, or None for one that is new. `merged` are articles that it takes in."""

    cluster: Cluster
    article_id: int | None
    merged: tuple[int, ...] = ()


def assign_all(sightings: list[Sighting]) -> list[Assignment]:
    """Assign any sightings: only those that share a key, through any number of steps, are compared."""
    first = {}
    for index, sighting in enumerate(sightings):
        for key in sighting.keys:
            first.setdefault(key, index)
    pairs = ((index, first[key]) for index, sighting in enumerate(sightings) for key in sighting.keys)
    connections = Connections(len(sightings), pairs)
    groups = defaultdict(list)
    for index, sighting in enumerate(sightings):
        groups[connections.leader(index)].append(sighting)
    return [assignment for group in groups.values() for assignment in assign(group)]


def assign(sightings: list[Sighting]) -> list[Assignment]:
    """Assign sightings that share keys, old and new together.

    Each cluster takes the oldest article that one of its sightings had. Of two clusters that claim one article, the one
    with a whole text gets it, else the one whose first sighting comes first; the other becomes a new article.
    """
    if len(sightings) == 1:
        return [Assignment(Cluster(tuple(sightings)), sightings[0].article_id)]
    found = clusters(sightings)
    claims = sorted(
        (article_id, not any(s.is_whole for s in cluster.sightings), cluster.sightings[0].place_on_page, index)
        for index, cluster in enumerate(found)
        for article_id in {s.article_id for s in cluster.sightings if s.article_id}
    )
    taken, owners = {}, {}
    for article_id, _, _, index in claims:
        if article_id not in owners and index not in taken:
            taken[index] = article_id
            owners[article_id] = index
    merged = {index: [] for index in range(len(found))}
    for article_id, _, _, index in claims:
        if article_id not in owners:
            owners[article_id] = index
            merged[index].append(article_id)
    return [Assignment(cluster, taken.get(index), tuple(merged[index])) for index, cluster in enumerate(found)]


def is_changed(assignment: Assignment, touched: frozenset[str]) -> bool:
    """Whether the article must be settled anew: a sighting came, went elsewhere, or stands in a dump of `touched`."""
    return bool(assignment.merged) or any(
        sighting.article_id is None or sighting.article_id != assignment.article_id or sighting.dump_key in touched
        for sighting in assignment.cluster.sightings
    )
