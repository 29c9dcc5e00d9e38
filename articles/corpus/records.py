"""What a reader of saved news gives: values only, so that readers and the importer know nothing of each other."""

from dataclasses import dataclass, field

PARAGRAPH, SUBHEADING, CAPTION = "paragraph", "subheading", "caption"
MAIN, APPENDED, RELATED, LATEST = "main", "appended", "related", "latest"

# Between the names, and between the places, of a card that several people signed.
BYLINE_SEPARATOR = "، "


@dataclass(frozen=True)
class BlockRecord:
    """A paragraph, a subheading or a caption; only a caption has a credit, and not every one."""

    kind: str
    text: str
    credit: str | None = None


@dataclass(frozen=True)
class Known:
    """What a file itself says of an article beside its text; few page dumps say any of it.

    `published` is an EDTF date, `outside_id` the number or name that another system gave the article.
    """

    source: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    outside_id: str = ""


@dataclass(frozen=True)
class ArticleRecord:
    """A whole article, as one page shows it. Lines are counted from 1, both ends within the article.

    In a file of records (JSON Lines, a table, a crawl) every article is a main one; its lines are those of its record,
    or the record's number where the file has no lines.
    """

    role: str
    headline: str
    deck: str | None
    blocks: tuple[BlockRecord, ...]
    place: str | None
    first_line: int
    last_line: int
    known: Known = Known()


@dataclass(frozen=True)
class CardRecord:
    """A card that leads to another article: `kind` is related or latest; parts that the page leaves out are None.

    `media` is the mark of a film or gallery, such as play-circle.
    """

    kind: str
    headline: str
    section: str | None
    caption: str | None
    credit: str | None
    teaser: str | None
    byline: str | None
    place: str | None
    media: str | None
    first_line: int
    last_line: int
    known: Known = Known()


@dataclass(frozen=True)
class Furniture:
    """A line that belongs to the page and not to an article, and why it was dropped (a short English key)."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True)
class Rejection:
    """Something that could not be read, and where: a line from 1, or an offset in bytes, or None for the whole file.

    `is_note`: it was read, and only what was done to it is told.
    """

    line: int | None
    reason: str
    byte: int | None = None
    is_note: bool = False


@dataclass(frozen=True)
class PageRecord:
    """One page dump, read."""

    template: str
    template_version: int
    encoding: str
    articles: tuple[ArticleRecord, ...]
    cards: tuple[CardRecord, ...]
    furniture: tuple[Furniture, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    needs_review: bool = field(default=False)
