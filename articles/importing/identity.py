"""Which sightings are of one article. Pure rules; no result depends on the order of the sightings.

Only sightings of one source are compared, and a headline alone never joins two whole texts:

1. Whole texts with one address are versions of one article. Two with different addresses are two articles, unless the
   texts are equal to the letter.
2. Whole texts of unknown address are one article when they share a folded headline and at least half of the word
   sequences of the shorter stand in the longer. They belong to the text of a known address that is alike in this way.
3. A card with the address of a whole text belongs to it. Another belongs to the whole text of its headline that holds
   most of its teaser's words, and at least `TEASER_SHARE`.
4. Cards that found no text are one article when their teasers are equal, or one is the other cut short.
5. A card without a teaser goes where there is only one article to go to.

What these leave apart under one headline and one source is marked for review, unless all of it is whole texts: an
evening bulletin has the same headline every day. A text that is alike to several of known address is marked too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

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


@dataclass
class Group:
    """A cluster in the making."""

    sightings: list[Sighting] = field(default_factory=list)
    is_ambiguous: bool = False

    @property
    def headline_keys(self) -> set[str]:
        return {sighting.headline_key for sighting in self.sightings}

    @property
    def digests(self) -> set[str]:
        return {sighting.digest for sighting in self.sightings if sighting.is_whole}


def clusters(sightings: Iterable[Sighting]) -> list[Cluster]:
    """Sightings that share keys, as articles."""
    by_source = defaultdict(list)
    for sighting in sorted(sightings, key=lambda sighting: sighting.place_on_page):
        by_source[sighting.source_id].append(sighting)
    named = {
        (sighting.headline_key, sighting.digest)
        for source, group in by_source.items()
        if source
        for sighting in group
        if sighting.is_whole
    }
    found = []
    for source, sighted in by_source.items():
        for group in groups_of_source(sighted):
            is_twin = source is None and any((s.headline_key, s.digest) in named for s in group.sightings)
            ordered = tuple(sorted(group.sightings, key=lambda sighting: sighting.place_on_page))
            found.append(Cluster(ordered, group.is_ambiguous, is_twin))
    return found


def groups_of_source(sightings: list[Sighting]) -> list[Group]:
    """The rules of this module, for the sightings of one source."""
    texts = whole_texts([sighting for sighting in sightings if sighting.is_whole])
    at_address = {sighting.url_key: text for text in texts for sighting in text.sightings if sighting.url_key}
    cards = defaultdict(list)
    for sighting in sightings:
        if not sighting.is_whole and sighting.url_key in at_address:
            at_address[sighting.url_key].sightings.append(sighting)
        elif not sighting.is_whole:
            cards[sighting.headline_key].append(sighting)
    excerpts = []
    for key in sorted(cards):
        excerpts += place_cards(cards[key], [text for text in texts if key in text.headline_keys])
    return texts + excerpts


def place_cards(cards: list[Sighting], texts: list[Group]) -> list[Group]:
    """Give cards of one headline to its whole texts (rules 3 to 5); answer those that are articles of their own."""
    homeless, bare = [], []
    for card in cards:
        if not folding.key(card.teaser or "") and not card.url_key:
            bare.append(card)
            continue
        home = text_of_card(card, texts)
        (homeless if home is None else home.sightings).append(card)
    excerpts = same_teasers(homeless)
    if bare and len(texts) + len(excerpts) == 1:
        (texts + excerpts)[0].sightings.extend(bare)
    elif bare:
        excerpts.append(Group(bare))
    for excerpt in excerpts:
        excerpt.is_ambiguous = len(texts) + len(excerpts) > 1
    return excerpts


def whole_texts(sightings: list[Sighting]) -> list[Group]:
    """Whole articles, grouped by address and by likeness of text (rules 1 and 2)."""
    located = defaultdict(list)
    by_key = defaultdict(list)
    for sighting in sightings:
        (located[sighting.url_key] if sighting.url_key else by_key[sighting.headline_key]).append(sighting)
    addressed = join_equal([Group(located[key]) for key in sorted(located)])
    found = list(addressed)
    for key in sorted(by_key):
        candidates = [group for group in addressed if key in group.headline_keys]
        for group in alike_texts(by_key[key]):
            homes = homes_of(group, candidates)
            if len(homes) == 1:
                homes[0].sightings.extend(group.sightings)
            else:
                group.is_ambiguous = bool(homes)
                found.append(group)
    return found


def homes_of(group: Group, candidates: list[Group]) -> list[Group]:
    """The texts of known address that a text is equal to, else those that it is alike."""
    equal = [candidate for candidate in candidates if candidate.digests & group.digests]
    return equal or [candidate for candidate in candidates if are_alike(candidate, group)]


def alike_texts(sightings: list[Sighting]) -> list[Group]:
    """Whole articles with one headline, grouped by likeness of text."""
    by_digest = defaultdict(list)
    for sighting in sightings:
        by_digest[sighting.digest].append(sighting)
    return join([Group(by_digest[digest]) for digest in sorted(by_digest)], are_alike)


def are_alike(one: Group, other: Group) -> bool:
    """Whether some text of the one and some of the other are alike.

    Half of the shorter must stand in the longer; texts without words are alike.
    """

    def share(first: Sighting, second: Sighting) -> bool:
        sequences = word_sequences(paragraphs(first)), word_sequences(paragraphs(second))
        shorter = min(map(len, sequences))
        return len(sequences[0] & sequences[1]) >= SEQUENCE_SHARE * shorter if shorter else sequences[0] == sequences[1]

    return any(share(first, second) for first in distinct_texts(one) for second in distinct_texts(other))


def distinct_texts(group: Group) -> list[Sighting]:
    """One sighting for each text of a group."""
    return list({sighting.digest: sighting for sighting in group.sightings if sighting.is_whole}.values())


def join_equal(groups: list[Group]) -> list[Group]:
    """Groups joined that have an equal text under one headline."""
    first = {}
    labels = [{(s.headline_key, s.digest) for s in group.sightings} for group in groups]
    for index, found in enumerate(labels):
        for label in found:
            first.setdefault(label, index)
    same = [{first[label] for label in found} for found in labels]
    return merged(groups, ((index, other) for index, others in enumerate(same) for other in others))


def join(groups: list[Group], are_one: Callable[[Group, Group], bool]) -> list[Group]:
    """Groups joined wherever `are_one` says so of two of them, through any number of steps."""
    pairs = combinations(range(len(groups)), 2)
    return merged(groups, (pair for pair in pairs if are_one(groups[pair[0]], groups[pair[1]])))


def merged(groups: list[Group], pairs: Iterable[tuple[int, int]]) -> list[Group]:
    """Groups with those joined that pairs of their numbers connect."""
    leaders = connect(len(groups), pairs)
    joined = defaultdict(list)
    for index, group in enumerate(groups):
        joined[leaders[index]].extend(group.sightings)
    return [Group(sightings) for sightings in joined.values()]


def connect(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of the numbers below `count` the least one that it is connected to (union and find)."""
    leader = list(range(count))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for one, other in pairs:
        low, high = sorted((lead(one), lead(other)))
        leader[high] = low
    return [lead(index) for index in range(count)]


def text_of_card(card: Sighting, texts: list[Group]) -> Group | None:
    """The one group of whole texts that a card's teaser speaks of, or None where there is none or there are two.

    A text of another address than the card's is not asked.
    """
    if card.url_key:
        texts = [text for text in texts if not any(sighting.url_key for sighting in text.sightings)]
    shares = [teaser_share(card.teaser, group) for group in texts]
    best = max(shares, default=0)
    if best < TEASER_SHARE or shares.count(best) > 1:
        return None
    return texts[shares.index(best)]


def teaser_share(teaser: str | None, group: Group) -> float:
    """The part, 0 to 1, of a teaser's index terms that stand in a text, its headings and captions included.

    The last word of a teaser that was cut short may be half a word, and is not asked for.
    """
    terms = index_terms(teaser or "")
    if terms and teaser.rstrip().endswith(("...", "…")) and len(terms) > 1:
        terms = index_terms(teaser.rstrip(ELLIPSIS).rsplit(" ", 1)[0]) or terms
    if not terms:
        return 0.0
    return max(
        len(terms & index_terms("\n".join(block.text for block in whole.blocks))) / len(terms)
        for whole in distinct_texts(group)
    )


def same_teasers(cards: list[Sighting]) -> list[Group]:
    """Cards grouped by address, else by teaser: equal ones, and those that are the beginning of another."""
    by_teaser = defaultdict(list)
    for card in cards:
        by_teaser[card.url_key or folding.key(card.teaser)].append(card)

    def begins(short: Sighting, long: Sighting) -> bool:
        is_cut = (short.teaser or "").rstrip().endswith(("...", "…"))
        return is_cut and folding.key(long.teaser or "").startswith(folding.key(short.teaser))

    return join(
        [Group(by_teaser[teaser]) for teaser in sorted(by_teaser)],
        lambda one, other: begins(one.sightings[0], other.sightings[0]) or begins(other.sightings[0], one.sightings[0]),
    )


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
