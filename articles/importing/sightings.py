"""A sighting: one place on a page at which an article stands, as the importer reasons about it.

It is an `Appearance` without the database: what a new page shows and what older pages showed are compared as equals.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace

from articles.arabic import folding
from articles.corpus.records import APPENDED, MAIN, PARAGRAPH, ArticleRecord, BlockRecord, CardRecord

LONGEST_KEY = 200
CARD_PARTS = ("headline", "section", "caption", "credit", "teaser", "byline", "place", "media")


@dataclass(frozen=True)
class Sighting:
    """One appearance of an article; `appearance_id` and `article_id` are None until it is in the database.

    `digest` names the exact text of a whole article; a card has no blocks and no digest.
    """

    role: str
    headline: str
    first_line: int
    last_line: int
    source_id: int | None
    dump_key: str
    known_template: bool = True
    blocks: tuple[BlockRecord, ...] = ()
    deck: str | None = None
    place: str | None = None
    section: str | None = None
    caption: str | None = None
    credit: str | None = None
    teaser: str | None = None
    byline: str | None = None
    media: str | None = None
    published: str = ""
    url: str = ""
    digest: str = ""
    appearance_id: int | None = None
    article_id: int | None = None
    key: str = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "key", headline_key(self.headline))

    @property
    def is_whole(self) -> bool:
        return self.role in (MAIN, APPENDED)

    @property
    def place_on_page(self) -> tuple[str, int]:
        """Which dump and which line: one sighting only stands there."""
        return self.dump_key, self.first_line

    def seen(self, *, with_blocks: bool) -> dict:
        """The JSON of `Appearance.seen`; the blocks may stand with the article, where they are the same."""
        if not self.is_whole:
            return {part: getattr(self, part) for part in CARD_PARTS}
        seen = {"headline": self.headline, "deck": self.deck, "place": self.place}
        seen |= {name: value for name in ("published", "url") if (value := getattr(self, name))}
        if with_blocks:
            seen["blocks"] = blocks_to_json(self.blocks)
        return seen


def of_article(record: ArticleRecord, **where) -> Sighting:
    """The sighting of a whole article."""
    return Sighting(
        role=record.role,
        headline=record.headline,
        deck=record.deck,
        place=record.place,
        blocks=record.blocks,
        digest=text_digest(record.blocks),
        first_line=record.first_line,
        last_line=record.last_line,
        **where,
    )


def of_card(record: CardRecord, **where) -> Sighting:
    """The sighting that a card is."""
    parts = {part: getattr(record, part) for part in CARD_PARTS}
    return Sighting(role=record.kind, first_line=record.first_line, last_line=record.last_line, **parts, **where)


def of_appearance(appearance, article_blocks: tuple[BlockRecord, ...]) -> Sighting:
    """The sighting that a row records; `article_blocks` is the text of its article, used where the row has none."""
    seen = dict(appearance.seen)
    blocks = seen.pop("blocks", None)
    sighting = Sighting(
        role=appearance.role,
        first_line=appearance.first_line,
        last_line=appearance.last_line,
        source_id=appearance.dump.source_id,
        dump_key=appearance.dump.sha256,
        known_template=appearance.dump.template != "unknown",
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
    text = json.dumps(blocks_to_json(blocks), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def headline_key(headline: str) -> str:
    """The folded headline, by which sightings of one article find each other; a digest shortens a very long one."""
    key = folding.key(headline) or headline.strip()
    if len(key) <= LONGEST_KEY:
        return key
    return key[: LONGEST_KEY - 41] + " " + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def paragraphs(sighting: Sighting) -> str:
    """The running text of a whole article: what it says, without headings and captions."""
    return "\n".join(block.text for block in sighting.blocks if block.kind == PARAGRAPH)
