"""Which sightings are of one article. Pure rules; no result depends on the order of the sightings.

Only sightings that share a folded headline and a source are compared, and a headline alone never joins two whole texts:

1. Whole texts are one article when at least half of the word sequences of the shorter stand in the longer.
2. A card belongs to the whole text that holds most of its teaser's words, and at least `TEASER_SHARE` of them.
3. Cards that found no text are one article when their teasers are equal, or one is the other cut short.
4. A card without a teaser goes where there is only one article to go to.

What these leave apart under one headline and one source is marked for review, unless all of it is whole texts: an
evening bulletin has the same headline every day.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from articles.arabic import folding
from articles.arabic.analysis import analyze
from articles.importing.sightings import Sighting, paragraphs

SEQUENCE = 4  # words; shorter sequences recur in unrelated news, longer ones break at every edit
SEQUENCE_SHARE = 0.5
TEASER_SHARE = 0.6
ELLIPSIS = "….·‥ "


@dataclass(frozen=True)
class Cluster:
    """The sightings of one article, in the order of `place_on_page`, and whether its identity is in doubt."""

    sightings: tuple[Sighting, ...]
    is_ambiguous: bool = False
    has_twin_of_named_source: bool = False

    @property
    def is_in_doubt(self) -> bool:
        return self.is_ambiguous or self.has_twin_of_named_source


def clusters(sightings: Iterable[Sighting]) -> list[Cluster]:
    """Sightings under one headline key, as articles."""
    by_source = defaultdict(list)
    for sighting in sorted(sightings, key=lambda sighting: sighting.place_on_page):
        by_source[sighting.source_id].append(sighting)
    found = []
    named_digests = {sighting.digest for source, group in by_source.items() if source for sighting in group}
    for source, group in by_source.items():
        for cluster in clusters_of_source(group):
            is_twin = source is None and any(s.is_whole and s.digest in named_digests for s in cluster.sightings)
            found.append(Cluster(cluster.sightings, cluster.is_ambiguous, is_twin))
    return found


def clusters_of_source(sightings: list[Sighting]) -> list[Cluster]:
    """The rules of this module, for one headline of one source."""
    texts = whole_texts([sighting for sighting in sightings if sighting.is_whole])
    cards = [sighting for sighting in sightings if not sighting.is_whole]
    with_teaser = [card for card in cards if folding.key(card.teaser or "")]
    bare = [card for card in cards if card not in with_teaser]
    homeless = []
    for card in with_teaser:
        home = text_of_card(card, texts)
        (homeless if home is None else home).append(card)
    excerpts = same_teasers(homeless)
    groups = texts + excerpts
    if bare and len(groups) == 1:
        groups[0].extend(bare)
    elif bare:
        excerpts = [*excerpts, bare]
        groups = texts + excerpts
    doubtful = len(groups) > 1
    return [Cluster(in_page_order(group), doubtful and group in excerpts) for group in groups]


def in_page_order(group: list[Sighting]) -> tuple[Sighting, ...]:
    return tuple(sorted(group, key=lambda sighting: sighting.place_on_page))


def whole_texts(sightings: list[Sighting]) -> list[list[Sighting]]:
    """Whole articles with one headline, grouped by likeness of text."""
    by_digest = defaultdict(list)
    for sighting in sightings:
        by_digest[sighting.digest].append(sighting)
    equal = [by_digest[digest] for digest in sorted(by_digest)]
    sequences = [word_sequences(paragraphs(group[0])) for group in equal]
    return join(equal, lambda one, other: are_alike(sequences[one], sequences[other]))


def are_alike(one: frozenset, other: frozenset) -> bool:
    """Whether at least half of the shorter text stands in the longer; texts without words are alike."""
    shorter = min(len(one), len(other))
    return len(one & other) >= SEQUENCE_SHARE * shorter if shorter else len(one) == len(other)


def join(groups: list[list[Sighting]], are_one) -> list[list[Sighting]]:
    """Groups joined wherever `are_one(i, j)` says so of two of them, through any number of steps."""
    leader = list(range(len(groups)))

    def lead(index):
        while leader[index] != index:
            index = leader[index]
        return index

    for one in range(len(groups)):
        for other in range(one + 1, len(groups)):
            if lead(one) != lead(other) and are_one(one, other):
                leader[max(lead(one), lead(other))] = min(lead(one), lead(other))
    joined = defaultdict(list)
    for index, group in enumerate(groups):
        joined[lead(index)].extend(group)
    return list(joined.values())


def text_of_card(card: Sighting, texts: list[list[Sighting]]) -> list[Sighting] | None:
    """The one group of whole texts that a card's teaser speaks of, or None where there is none or there are two."""
    shares = [teaser_share(card.teaser, group) for group in texts]
    best = max(shares, default=0)
    if best < TEASER_SHARE or shares.count(best) > 1:
        return None
    return texts[shares.index(best)]


def teaser_share(teaser: str, group: list[Sighting]) -> float:
    """The part, 0 to 1, of a teaser's index terms that stand in a text, its headings and captions included.

    The last word of a teaser that was cut short may be half a word, and is not asked for.
    """
    terms = index_terms(teaser)
    if teaser.rstrip().endswith(("...", "…")) and len(terms) > 1:
        terms = index_terms(teaser.rstrip(ELLIPSIS).rsplit(" ", 1)[0]) or terms
    if not terms:
        return 0.0
    return max(
        len(terms & index_terms("\n".join(block.text for block in whole.blocks))) / len(terms)
        for whole in group
        if whole.is_whole
    )


def same_teasers(cards: list[Sighting]) -> list[list[Sighting]]:
    """Cards grouped by teaser: equal ones, and those that are the beginning of another."""
    by_teaser = defaultdict(list)
    for card in cards:
        by_teaser[folding.key(card.teaser)].append(card)
    teasers = sorted(by_teaser)
    cut = [by_teaser[teaser][0].teaser.rstrip().endswith(("...", "…")) for teaser in teasers]

    def is_cut_short(one, other):
        return (cut[one] and teasers[other].startswith(teasers[one])) or (
            cut[other] and teasers[one].startswith(teasers[other])
        )

    return join([by_teaser[teaser] for teaser in teasers], is_cut_short)


@lru_cache(maxsize=512)
def word_sequences(text: str) -> frozenset:
    """The sequences of `SEQUENCE` folded words in a text; of a shorter text the one sequence that it is."""
    words = folding.key(text).split()
    if not words:
        return frozenset()
    last = max(1, len(words) - SEQUENCE + 1)
    return frozenset(" ".join(words[start : start + SEQUENCE]) for start in range(last))


@lru_cache(maxsize=512)
def index_terms(text: str) -> frozenset:
    """The index terms of a text's content words."""
    return frozenset(term.stem for term in analyze(text) if term.stem)
