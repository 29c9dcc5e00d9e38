"""Which sightings are of one article. Pure rules; no result depends on the order of the sightings.

Only sightings of one source are compared, and a headline alone never joins two whole texts:

1. Whole texts with one address are versions of one article. Two with different addresses are two articles, unless the
   texts are equal to the letter.
2. Whole texts of unknown address are one article when they share a folded headline and at least half of the word
   sequences of the shorter stand in the longer. They belong to the text of a known address that is alike in this way.
   Not when they were published on different days, or when one file gives them different identifiers, unless the texts
   are equal: of the weather and of prices the same is said every day, but for the numbers.
3. A card with the address of a whole text belongs to it. Another belongs to the whole text of its headline that holds
   most of its teaser's words, and at least `TEASER_SHARE`.
4. Cards that found no text are one article when their teasers are equal, or one is the other cut short.
5. A card without a teaser goes where there is only one article to go to.

What these leave apart under one headline and one source is marked for review, unless all of it is whole texts: an
evening bulletin has the same headline every day. A text that is alike to several of known address is marked too.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, takewhile

from articles.arabic import folding
from articles.arabic.analysis import analyze
from articles.importing.connecting import Connections
from articles.importing.likeness import alike_pairs
from articles.importing.sightings import Sighting, paragraphs

TEASER_SHARE = 0.6
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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


@dataclass(frozen=True)
class Said:
    """What is said of texts beside their words: the days of publication, and by which identifiers files know them."""

    days: frozenset[str] = frozenset()
    numbers: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, group: Group) -> "Said":
        whole = [sighting for sighting in group.sightings if sighting.is_whole]
        return cls(
            frozenset(sighting.published for sighting in whole if FULL_DAY.fullmatch(sighting.published)),
            frozenset((sighting.dump_key, sighting.outside_id) for sighting in whole if sighting.outside_id),
        )

    def __or__(self, other: "Said") -> "Said":
        return Said(self.days | other.days, self.numbers | other.numbers)

    def tells_apart(self, other: "Said") -> bool:
        if self.days and other.days and self.days.isdisjoint(other.days):
            return True
        files = {file for file, _ in self.numbers} & {file for file, _ in other.numbers}
        return bool(files) and self.numbers.isdisjoint(other.numbers)


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
        groups = alike_texts(by_key[key])
        for group, homes in zip(groups, homes_of(groups, candidates), strict=True):
            if len(homes) == 1:
                homes[0].sightings.extend(group.sightings)
            else:
                group.is_ambiguous |= bool(homes)
                found.append(group)
    return found


def homes_of(groups: list[Group], candidates: list[Group]) -> list[list[Group]]:
    """For each group the texts of known address that it is equal to, else those that it is alike."""
    if not candidates:
        return [[] for _ in groups]
    held = [(owner, text) for owner, group in enumerate([*candidates, *groups]) for text in distinct_texts(group)]
    has_address = [owner < len(candidates) for owner, _ in held]
    said = [Said.of(group) for group in (*candidates, *groups)]

    def is_wanted(one: int, other: int) -> bool:
        return has_address[one] != has_address[other] and not said[held[one][0]].tells_apart(said[held[other][0]])

    alike = defaultdict(set)
    for pair in alike_pairs([paragraphs(text) for _, text in held], is_wanted):
        home, owner = sorted(held[number][0] for number in pair)
        alike[owner].add(home)
    by_digest = defaultdict(set)
    for home, candidate in enumerate(candidates):
        for digest in candidate.digests:
            by_digest[digest].add(home)
    found = []
    for owner, group in enumerate(groups, len(candidates)):
        equal = {home for digest in group.digests for home in by_digest.get(digest, ())}
        found.append([candidates[home] for home in sorted(equal or alike[owner])])
    return found


def alike_texts(sightings: list[Sighting]) -> list[Group]:
    """Whole articles with one headline, grouped by likeness of text."""
    by_digest = defaultdict(list)
    for sighting in sightings:
        by_digest[sighting.digest].append(sighting)
    groups = [Group(by_digest[digest]) for digest in sorted(by_digest)]
    connections = Connections(len(groups))
    said = [Said.of(group) for group in groups]
    said_of_all = list(said)  # that a leader leads
    in_doubt: set[int] = set()

    def is_wanted(one: int, other: int) -> bool:
        return not connections.are_one(one, other) and not said[one].tells_apart(said[other])

    texts = [paragraphs(group.sightings[0]) for group in groups] if len(groups) > 1 else []
    for one, other in alike_pairs(texts, is_wanted):
        leader, led = sorted((connections.leader(one), connections.leader(other)))
        if said_of_all[leader].tells_apart(said_of_all[led]):
            in_doubt |= {one, other}  # a text of an unknown day is alike to texts of several
        else:
            connections.connect(one, other)
            said_of_all[leader] = said_of_all[leader] | said_of_all[led]
    return merged(groups, connections, in_doubt)


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
    pairs = ((index, other) for index, others in enumerate(same) for other in others)
    return merged(groups, Connections(len(groups), pairs))


def merged(groups: list[Group], connections: Connections, in_doubt: Collection[int] = ()) -> list[Group]:
    """Groups with those joined that are connected by their numbers."""
    joined = defaultdict(Group)
    for number, group in enumerate(groups):
        whole = joined[connections.leader(number)]
        whole.sightings += group.sightings
        whole.is_ambiguous |= number in in_doubt
    return list(joined.values())


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

    groups = [Group(by_teaser[teaser]) for teaser in sorted(by_teaser)]
    teasers = [group.sightings[0].teaser or "" for group in groups]
    return merged(groups, Connections(len(groups), beginnings(teasers)))


def beginnings(teasers: list[str]) -> Iterator[tuple[int, int]]:
    """Of each teaser that was cut short, and of each that begins with it, the numbers."""
    ordered = sorted((folding.key(teaser), number) for number, teaser in enumerate(teasers))
    for place, (key, number) in enumerate(ordered):
        if key and teasers[number].rstrip().endswith(("...", "…")):
            first = bisect_left(ordered, (key,), hi=place)
            alike = takewhile(lambda found, key=key: found[0].startswith(key), islice(ordered, first, None))
            yield from ((number, other) for _, other in alike)


@lru_cache(maxsize=512)
def index_terms(text: str) -> frozenset:
    """The index terms of a text's content words."""
    return frozenset(term.stem for term in analyze(text) if term.stem)
