"""What the archive says of an article, settled from all its sightings. Pure; the order of arrival changes nothing."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.corpus.records import CAPTION, MAIN, PARAGRAPH, BlockRecord
from articles.importing.identity import Cluster
from articles.importing.sightings import Sighting, paragraphs, text_digest

ARABIC_LETTERS = re.compile(r"[\u0620-\u064A\u066E-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+")
OTHER_LETTERS = re.compile(r"[^\W\d_\u0600-\u06FF\uFB50-\uFDFF\uFE70-\uFEFC]+")
LANGUAGE_SAMPLE = 600  # characters


@dataclass(frozen=True)
class Facts:
    """All of an article that its pages decide; names are as the pages give them."""

    headline: str
    deck: str
    blocks: tuple[BlockRecord, ...]
    completeness: str
    review: str
    section: str | None
    authors: tuple[str, ...]
    places: tuple[str, ...]
    published: str
    url: str
    language: str
    outside_id: str
    text_digest: str


def settle(cluster: Cluster) -> Facts:
    """The facts of the article that a cluster of sightings is.

    The fullest whole text speaks for the article; what it does not say (a deck, a section, who wrote it and where) the
    other sightings may. Where several give different values of one kind, the most frequent is taken, then the first in
    the order of letters; authors and places are kept all.
    """
    sightings = cluster.sightings
    wholes = [sighting for sighting in sightings if sighting.is_whole]
    chosen = fullest(wholes or sightings)
    blocks = chosen.blocks if wholes else excerpt_blocks(sightings, chosen)
    return Facts(
        headline=chosen.headline,
        deck=chosen.deck or most_frequent(sighting.deck for sighting in wholes) or "",
        blocks=blocks,
        completeness="whole" if wholes else "excerpt",
        review=review(cluster, wholes),
        section=most_frequent(sighting.section for sighting in sightings),
        authors=tuple(sorted({name for sighting in sightings for name in sighting.all_authors})),
        places=tuple(sorted({name for sighting in sightings for name in sighting.all_places})),
        published=chosen.published or most_frequent(sighting.published for sighting in sightings) or "",
        url=chosen.url or most_frequent(sighting.url for sighting in sightings) or "",
        language=chosen.language or language(chosen.headline, blocks),
        outside_id=chosen.outside_id or most_frequent(sighting.outside_id for sighting in sightings) or "",
        text_digest=chosen.digest if wholes else text_digest(blocks),
    )


def fullest(sightings: Sequence[Sighting]) -> Sighting:
    return sightings[0] if len(sightings) == 1 else max(sightings, key=fullness)


def fullness(sighting: Sighting) -> tuple:
    """How much a sighting tells: whole texts by their length, cards by their teaser's; the rest decides ties."""
    return (
        len(paragraphs(sighting)) or len(sighting.teaser or ""),
        len(sighting.blocks),
        sighting.role == MAIN,
        len(sighting.caption or ""),
        sighting.digest,
        sighting.headline,
        sighting.caption or "",
        sighting.credit or "",
        sighting.teaser or "",
    )


def excerpt_blocks(sightings: Iterable[Sighting], chosen: Sighting) -> tuple[BlockRecord, ...]:
    """The caption and the teaser of a card; where its own page left out the caption, that of another page."""
    pictured = chosen if chosen.caption else max(sightings, key=lambda s: (len(s.caption or ""), fullness(s)))
    caption = [BlockRecord(CAPTION, pictured.caption, pictured.credit)] if pictured.caption else []
    teaser = [BlockRecord(PARAGRAPH, chosen.teaser)] if chosen.teaser else []
    return tuple(caption + teaser)


def most_frequent(values: Iterable[str | None]) -> str | None:
    """The value that most sightings give, of equals the first in the order of letters; None where none gives any."""
    given = [value for value in values if value]
    if len(given) < 2:
        return given[0] if given else None
    counts = Counter(given)
    return min(counts, key=lambda value: (-counts[value], value))


def review(cluster: Cluster, wholes: list[Sighting]) -> str:
    """Why an editor should look at the article, or nothing."""
    reviews = [sighting.template_review for sighting in wholes]
    if reviews and all(reviews):
        return min(reviews)
    if cluster.is_ambiguous:
        return "ambiguous_identity"
    return "unknown_source" if cluster.has_twin_of_named_source else ""


def language(headline: str, blocks: tuple[BlockRecord, ...]) -> str:
    """`ar` where most letters are of the Arabic script, else unknown: other languages are not told apart."""
    sample = "\n".join([headline, *(block.text for block in blocks)])[:LANGUAGE_SAMPLE]
    if not OTHER_LETTERS.search(sample):
        return "ar" if ARABIC_LETTERS.search(sample) else ""
    return "ar" if count(ARABIC_LETTERS, sample) > count(OTHER_LETTERS, sample) else ""


def count(letters: re.Pattern[str], text: str) -> int:
    """How many characters of a text are such letters."""
    return sum(map(len, letters.findall(text)))
