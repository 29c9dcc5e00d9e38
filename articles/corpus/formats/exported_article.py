"""An article as our own export gives it away (`articles.exporting`), and its way back from one JSON object.

Nothing is made neater here, for what comes in must go out again the same; a record that cannot be right is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from articles.arabic.edtf_dates import bounds
from articles.corpus.formats.checking import Invalid, choice, items, number, objects, optional, text
from articles.corpus.records import (
    APPENDED,
    CAPTION,
    LATEST,
    MAIN,
    PARAGRAPH,
    RELATED,
    SUBHEADING,
    BlockRecord,
    Rejection,
)

COMPLETENESS = ("whole", "excerpt")
KINDS = (PARAGRAPH, SUBHEADING, CAPTION)
LINK_KINDS = (RELATED, LATEST, APPENDED)
ORIGINS = ("page", "editor", "computed")
ROLES = (MAIN, APPENDED, RELATED, LATEST)
# The widths of the archive's columns, and more of each list than any article has.
LARGEST_ID, LAST_LINE = 2**63 - 1, 2**31 - 1
HEADLINE, NAME, CREDIT, ADDRESS, LANGUAGE, FILE_NAME, DATE = 1000, 200, 500, 2000, 10, 255, 100
MOST = 10_000


@dataclass(frozen=True)
class ExportedLink:
    """A link to another article, by the number and the headline it had in the archive that was exported."""

    id: int
    kind: str
    origin: str
    headline: str


@dataclass(frozen=True)
class ExportedAppearance:
    """Where the article stood in a dump, which is known by its name only."""

    dump: str
    role: str
    first_line: int
    last_line: int


@dataclass(frozen=True)
class ExportedArticle:
    """An article with its number, links and appearances; `line` is that of its record, or the record's number."""

    line: int
    id: int
    headline: str
    deck: str | None
    blocks: tuple[BlockRecord, ...]
    source: str | None
    section: str | None
    authors: tuple[str, ...]
    places: tuple[str, ...]
    published: str | None
    url: str | None
    language: str | None
    completeness: str
    tags: tuple[str, ...]
    related: tuple[ExportedLink, ...]
    provenance: tuple[ExportedAppearance, ...]


KEYS = {field.name for field in fields(ExportedArticle)} - {"line"}


def is_export(record: Mapping[str, object]) -> bool:
    return "blocks" in record and "provenance" in record


def read_object(record: Mapping[str, object], line: int) -> Iterator[ExportedArticle | Rejection]:
    """The article, or a rejection that names the part which is wrong; and one for keys that are not ours."""
    try:
        yield exported(record, line)
    except Invalid as invalid:
        yield Rejection(line, f"not as the archive exports it: {invalid}")
        return
    if strange := sorted(set(record) - KEYS):
        names = ", ".join(ascii(key[:40]) for key in strange[:5])
        yield Rejection(line, f"keys that this version does not know, left out: {names}")


def exported(record: Mapping[str, object], line: int) -> ExportedArticle:
    """Raises Invalid."""
    return ExportedArticle(
        line=line,
        id=number(record.get("id"), "id", 1, LARGEST_ID),
        headline=text(record.get("headline"), "headline", HEADLINE),
        deck=optional(text, record.get("deck"), "deck"),
        blocks=tuple(block(item, where) for where, item in objects(record["blocks"], "blocks", MOST)),
        source=optional(text, record.get("source"), "source", NAME),
        section=optional(text, record.get("section"), "section", NAME),
        authors=names(record, "authors"),
        places=names(record, "places"),
        published=optional(edtf, record.get("published"), "published"),
        url=optional(address, record.get("url"), "url"),
        language=optional(text, record.get("language"), "language", LANGUAGE),
        completeness=choice(record.get("completeness"), "completeness", COMPLETENESS),
        tags=names(record, "tags"),
        related=tuple(link(item, where) for where, item in objects(record.get("related"), "related", MOST)),
        provenance=tuple(appearance(item, where) for where, item in objects(record["provenance"], "provenance", MOST)),
    )


def names(record: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(text(item, f"{key}[{at}]", NAME) for at, item in enumerate(items(record.get(key), key, MOST)))


def block(item: Mapping[str, object], where: str) -> BlockRecord:
    return BlockRecord(
        kind=choice(item.get("kind"), f"{where}.kind", KINDS),
        text=text(item.get("text"), f"{where}.text"),
        credit=optional(text, item.get("credit"), f"{where}.credit", CREDIT),
    )


def link(item: Mapping[str, object], where: str) -> ExportedLink:
    return ExportedLink(
        id=number(item.get("id"), f"{where}.id", 1, LARGEST_ID),
        kind=choice(item.get("kind"), f"{where}.kind", LINK_KINDS),
        origin=choice(item.get("origin"), f"{where}.origin", ORIGINS),
        headline=text(item.get("headline"), f"{where}.headline", HEADLINE),
    )


def appearance(item: Mapping[str, object], where: str) -> ExportedAppearance:
    first_line = number(item.get("first_line"), f"{where}.first_line", 0, LAST_LINE)
    return ExportedAppearance(
        dump=text(item.get("dump"), f"{where}.dump", FILE_NAME),
        role=choice(item.get("role"), f"{where}.role", ROLES),
        first_line=first_line,
        last_line=number(item.get("last_line"), f"{where}.last_line", first_line, LAST_LINE),
    )


def edtf(value: object, where: str) -> str:
    found = text(value, where, DATE)
    try:
        bounds(found)
    except ValueError as error:
        raise Invalid(f"{where}: {error}") from None
    return found


def address(value: object, where: str) -> str:
    found = text(value, where, ADDRESS)
    try:
        parts = urlsplit(found)
    except ValueError:
        raise Invalid(f"{where}: not an address on the web") from None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise Invalid(f"{where}: not an address on the web")
    return found
