"""What the endpoints answer, as the OpenAPI document describes it."""

from typing import Literal

from ninja import Schema
from pydantic import Field

EDTF = "An EDTF date, such as 2026-01-20, 2026-01 or 2026~."


class Named(Schema):
    """A name as the pages have it, and its English form where an editor added one."""

    id: int
    name: str
    name_en: str | None


class Entry(Schema):
    """An article in a list."""

    id: int
    headline: str
    deck: str | None
    source: Named | None
    section: Named | None
    authors: list[Named]
    places: list[Named]
    tags: list[Named]
    published: str | None = Field(description=EDTF)
    completeness: Literal["whole", "excerpt"]
    language: str | None = Field(description="A language tag (BCP 47).")
    original_address: str | None
    address: str = Field(description="The article's page, which is the address to cite.")
    api: str = Field(description="The whole article, as JSON.")


class Page(Schema):
    """One page of a longer list."""

    total: int = Field(description="Of the whole list.")
    cursor: str | None = Field(description="That of the next page; null on the last.")
    next: str | None = Field(description="The address of the next page; null on the last.")


class Found(Page):
    """`articles` may be fewer than asked for where one was deleted since the index was last written."""

    articles: list[Entry]
    corrected: str | None = Field(description="What was searched instead of a query with mistakes.")
    ignored: list[str] = Field(description="Stop words of the query that were passed over.")


class TextBlock(Schema):
    kind: Literal["paragraph", "subheading", "caption"]
    text: str
    credit: str | None


class Mention(Schema):
    """A date in the text: of block `block`, from 0, the characters from `start` up to `end`."""

    block: int
    start: int
    end: int
    date: str = Field(description=EDTF)


class Leading(Schema):
    """A link to another article. `origin`: who set it."""

    id: int
    headline: str
    kind: Literal["related", "latest", "appended"]
    origin: Literal["page", "editor", "computed"]
    api: str


class Provenance(Schema):
    """A place at which the article stands in a saved page or file: the lines of `dump`, counted from 1."""

    dump: str
    sha256: str = Field(description="The checksum of the dump.")
    template: str = Field(description="The parser that read it.")
    template_version: int
    role: Literal["main", "appended", "related", "latest"]
    first_line: int
    last_line: int
    imported_at: str


class Whole(Entry):
    """An article with its text."""

    blocks: list[TextBlock]
    mentions: list[Mention] = Field(description="The dates that its text mentions.")
    links: list[Leading]
    provenance: list[Provenance]
    added_at: str
    changed_at: str


class Counted(Named):
    """A name and how many articles it has."""

    articles: int
    address: str


class Names(Page):
    items: list[Counted]


class CountedTag(Counted):
    kind: Literal["topic", "person", "organisation", "place", "event"]
    variants: list[str] = Field(description="All ways in which it is written.")


class Tags(Page):
    items: list[CountedTag]


class Period(Schema):
    """`hits` are the articles found, `articles` all that the archive has of the period."""

    period: str = Field(description="A year, 2025, or a month, 2025-03.")
    hits: int
    articles: int


class Timeline(Schema):
    """An article of uncertain date counts in each period in which it may have been published."""

    by: Literal["year", "month"]
    total: int
    undated: int = Field(description="Hits without a date.")
    periods: list[Period] = Field(description="Those in which the archive has articles, in order of time.")


class CountedForm(Schema):
    form: str
    count: int


class Line(Schema):
    """A hit. Of an article that was taken out since the index was written `headline` is null."""

    before: str
    hit: str
    after: str
    form: str = Field(description="The hit without tashkeel.")
    id: int = Field(description="The number of the article.")
    headline: str | None
    source: str | None
    published: str | None = Field(description=EDTF)
    api: str


class Lines(Page):
    """`total` counts lines, `articles` the articles in which they are."""

    articles: int
    forms: list[CountedForm] = Field(description="The commonest forms of all hits, at most 100.")
    lines: list[Line]
