"""A sighting: one place on a page at which an article stands, as the importer reasons about it.

It is an `Appearance` without the database: what a new page shows and what older pages showed are compared as equals.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace

from articles.arabic import folding
from articles.corpus.records import (
    APPENDED,
    BYLINE_SEPARATOR,
    MAIN,
    PARAGRAPH,
    ArticleRecord,
    BlockRecord,
    CardRecord,
    Known,
)
from articles.importing.addresses import address_key

LONGEST_KEY = 200
written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
CARD_PARTS = ("headline", "section", "caption", "credit", "teaser", "byline", "place", "media")
# What a record may know beside its text, and is kept as seen where it does; the tags are there for undoing an import.
KNOWN_PARTS = ("source", "section", "authors", "places", "published", "url", "tags", "language", "outside_id")


# Why an editor should look at an article of a page, by the template that the page was read with.
REVIEWS_OF_TEMPLATES = {"unknown": "unknown_template", "text layer": "text_layer"}


@dataclass(frozen=True)
class Sighting:
    """One appearance of an article; `appearance_id` and `article_id` are None until it is in the database.

    `digest` names the exact text of a whole article; a card has no blocks and no digest. `headline_key` and, of a known
    address, `url_key` are what the article can be recognised by.
    """

    role: str
    headline: str
    first_line: int
    last_line: int
    source_id: int | None
    dump_key: str
    template_review: str = ""
    blocks: tuple[BlockRecord, ...] = ()
    deck: str | None = None
    place: str | None = None
    section: str | None = None
    caption: str | None = None
    credit: str | None = None
    teaser: str | None = None
    byline: str | None = None
    media: str | None = None
    source: str = ""
    authors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    outside_id: str = ""
    digest: str = ""
    appearance_id: int | None = None
    article_id: int | None = None
    headline_key: str = field(init=False)
    url_key: str = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "headline_key", headline_key(self.headline))
        object.__setattr__(self, "url_key", address_key(self.url) if self.url else "")

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.headline_key, self.url_key) if self.url_key else (self.headline_key,)

    @property
    def is_whole(self) -> bool:
        return self.role in (MAIN, APPENDED)

    @property
    def place_on_page(self) -> tuple[str, int]:
        """Which dump and which line: one sighting only stands there."""
        return self.dump_key, self.first_line

    @property
    def all_authors(self) -> tuple[str, ...]:
        return self.authors + split_names(self.byline)

    @property
    def all_places(self) -> tuple[str, ...]:
        return self.places + split_names(self.place)

    def seen(self, *, with_blocks: bool) -> dict:
        """The JSON of `Appearance.seen`; the blocks may stand with the article, where they are the same."""
        known = {part: plain(value) for part in KNOWN_PARTS if (value := getattr(self, part))}
        if not self.is_whole:
            return known | {part: getattr(self, part) for part in CARD_PARTS}
        seen = {"headline": self.headline, "deck": self.deck, "place": self.place} | known
        if with_blocks:
            seen["blocks"] = blocks_to_json(self.blocks)
        return seen


def plain(value: str | tuple[str, ...]) -> str | list[str]:
    """A value as JSON gives it back."""
    return list(value) if isinstance(value, tuple) else value


def split_names(text: str | None) -> tuple[str, ...]:
    """The names that a byline or a dateline holds."""
    return tuple(name for name in (text or "").split(BYLINE_SEPARATOR) if name)


def of_article(record: ArticleRecord, known: Known, **where) -> Sighting:
    """The sighting of a whole article; `known` is what its record and its operator know of it."""
    return Sighting(
        role=record.role,
        headline=record.headline,
        deck=record.deck,
        place=record.place,
        blocks=record.blocks,
        digest=text_digest(record.blocks),
        first_line=record.first_line,
        last_line=record.last_line,
        **{part: getattr(known, part) for part in KNOWN_PARTS},
        **where,
    )


def of_card(record: CardRecord, **where) -> Sighting:
    """The sighting that a card is; what a feed knows of it beside what it shows counts too."""
    parts = {part: getattr(record.known, part) for part in KNOWN_PARTS if getattr(record.known, part)}
    parts |= {part: value for part in CARD_PARTS if (value := getattr(record, part))}
    return Sighting(role=record.kind, first_line=record.first_line, last_line=record.last_line, **parts, **where)


def of_appearance(appearance, article_blocks: tuple[BlockRecord, ...], source_id: int | None) -> Sighting:
    """The sighting that a row records.

    `article_blocks` is the text of its article, used where the row has none; `source_id` its own source or its dump's.
    """
    seen = {part: tuple(value) if isinstance(value, list) else value for part, value in appearance.seen.items()}
    blocks = seen.pop("blocks", None)
    sighting = Sighting(
        role=appearance.role,
        first_line=appearance.first_line,
        last_line=appearance.last_line,
        source_id=source_id,
        dump_key=appearance.dump.sha256,
        template_review=REVIEWS_OF_TEMPLATES.get(appearance.dump.template, ""),
        digest=appearance.text_digest,
        appearance_id=appearance.pk,
        article_id=appearance.article_id,
        **seen,
    )
    if not sighting.is_whole:
        return sighting
    return replace(sighting, blocks=article_blocks if blocks is None else blocks_from_json(blocks))


def blocks_to_json(blocks: tuple[BlockRecord, ...]) -> list:
    """Blocks as lists of kind, text and credit."""
    return [[block.kind, block.text, block.credit] for block in blocks]


def blocks_from_json(rows: list) -> tuple[BlockRecord, ...]:
    """The reverse of `blocks_to_json`."""
    return tuple(BlockRecord(kind, text, credit) for kind, text, credit in rows)


def text_digest(blocks: tuple[BlockRecord, ...]) -> str:
    """A name for exactly this text: the SHA-256 of its blocks."""
    return hashlib.sha256(written(blocks_to_json(blocks)).encode("utf-8", "surrogatepass")).hexdigest()


def headline_key(headline: str) -> str:
    """The folded headline, by which sightings of one article find each other; a digest shortens a very long one."""
    key = folding.key(headline) or headline.strip()
    if len(key) <= LONGEST_KEY:
        return key
    return key[: LONGEST_KEY - 41] + " " + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def paragraphs(sighting: Sighting) -> str:
    """The running text of a whole article: what it says, without headings and captions."""
    return "\n".join(block.text for block in sighting.blocks if block.kind == PARAGRAPH)
