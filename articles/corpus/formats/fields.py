"""From a foreign record, with fields of any name, to an article and notes on what of it could not be taken."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from articles.corpus.formats import values
from articles.corpus.formats.field_names import FieldFinder
from articles.corpus.formats.markup import TooLong, blocks
from articles.corpus.formats.values import Wrong
from articles.corpus.pages.datelines import dateline_place
from articles.corpus.records import MAIN, PARAGRAPH, ArticleRecord, BlockRecord, Known, Rejection
from articles.corpus.text_layers import mend

LONGEST_HEADLINE = 1000  # characters
SHORT_HEADLINE = 150  # characters, of one made of the text
MOST_TAGS = 100
MOST_AUTHORS = 50

_WRITTEN_LINE_END = re.compile(r"(?:\\r)?\\n(?![a-z])")


@dataclass
class Reading:
    """One record: where it stands, its fields by our names, and what is noted of it."""

    fields: Mapping[str, list[tuple[str, object]]]
    line: int
    notes: list[str]
    mended: list[str]
    has_headline_field: bool = False

    def take(self, ours: str, convert: Callable[[object], str]) -> str:
        """The first of a field's values that can be converted; every other that is worse than that is noted."""
        for field, value in self.fields.get(ours, ()):
            try:
                if taken := convert(value):
                    return taken
            except Wrong as wrong:
                self.notes.append(f"{field}: {wrong}; imported without it")
        return ""

    def take_first(self, ours: str) -> str:
        """The name of a field that may have several, of which the first is taken."""
        for field, value in self.fields.get(ours, ()):
            parts = values.written_list(value) or value
            if isinstance(parts, list) and len(parts) > 1:
                self.notes.append(f"{field}: {len(parts):,} where one is expected; the first is taken")
        return self.take(ours, values.first_name)

    def take_names(self, ours: str, most: int, split, shorten=None) -> tuple[str, ...]:
        for field, value in self.fields.get(ours, ()):
            try:
                taken, notes = values.names(value, most, split, shorten)
            except Wrong as wrong:
                self.notes.append(f"{field}: {wrong}; imported without it")
                continue
            self.notes.extend(f"{field}: {note}" for note in notes)
            if taken:
                return taken
        return ()

    def date(self) -> str:
        for field, value in self.fields.get("published", ()):
            try:
                return values.date(value)
            except Wrong as wrong:
                self.notes.append(f"{field}: date {wrong}; imported undated")
        return ""


class Unusable(Exception):
    """A record that gives no article, and why."""


class FieldReader:
    """Reads the records of one file."""

    def __init__(self, mapping: Mapping[str, str]):
        self.finder = FieldFinder(mapping)

    def read(self, record: Mapping[str, object], line: int, last_line: int) -> Iterator[ArticleRecord | Rejection]:
        """The article, and a rejection for each of its fields that could not be taken; or one for the whole record."""
        reading = Reading(self.finder.values(record), line, [], [], self.finder.has_field(record, "headline"))
        try:
            yield self.article(reading, last_line)
        except Unusable as unusable:
            yield Rejection(line, str(unusable))
            return
        for note in reading.notes:
            yield Rejection(line, note)
        for note in reading.mended:
            yield Rejection(line, note, is_note=True)

    def article(self, reading: Reading, last_line: int) -> ArticleRecord:
        """Raises Unusable."""
        headline = reading.take("headline", values.short_text)
        if not headline and (reading.notes or not reading.has_headline_field):
            raise Unusable(self.missing("headline", reading))
        text = self.text(reading)
        if text and not headline:
            headline = beginning(text[0].text)
            reading.notes.append("no headline: the beginning of the text serves as one")
        if not text:
            if not headline:
                raise Unusable(self.missing("headline", reading))
            raise Unusable(f"{self.missing('text', reading)}, under the headline {values.shown(headline)}")
        headline, text = self.mended(headline, text, reading)
        if len(headline) > LONGEST_HEADLINE:
            text = (BlockRecord(PARAGRAPH, headline), *text)
            headline = cut(headline)
            reading.notes.append(
                f"a headline of more than {LONGEST_HEADLINE:,} characters: cut, and kept whole as the first paragraph"
            )
        place = reading.take("place", values.name)
        return ArticleRecord(
            role=MAIN,
            headline=headline,
            deck=reading.take("deck", values.short_text) or None,
            blocks=text,
            place=place or first_place(text),
            first_line=reading.line,
            last_line=last_line,
            known=Known(
                source=reading.take("source", values.outlet),
                section=reading.take_first("section"),
                authors=reading.take_names("authors", MOST_AUTHORS, values.split_authors, values.signature),
                places=(place,) if place else (),
                published=reading.date(),
                url=reading.take("url", values.address),
                tags=reading.take_names("tags", MOST_TAGS, values.split_list),
                language=reading.take("language", values.language),
                outside_id=reading.take("outside_id", values.name),
            ),
        )

    def text(self, reading: Reading) -> tuple[BlockRecord, ...]:
        for field, value in reading.fields.get("text", ()):
            try:
                if found := blocks(with_line_ends(values.raw_text(value))):
                    return found
            except Wrong as wrong:
                reading.notes.append(f"{field}: {wrong}; imported without it")
            except TooLong as long:
                raise Unusable(f"{field}: {long}, too much for one article") from None
        return ()

    def mended(
        self, headline: str, text: tuple[BlockRecord, ...], reading: Reading
    ) -> tuple[str, tuple[BlockRecord, ...]]:
        """Headline and text without what the text layer of a PDF did to their letters."""
        layer = mend("\n".join((headline, *(block.text for block in text))))
        reading.mended.extend(layer.notes)
        if not layer.mended:
            return headline, text
        headline, *lines = layer.text.split("\n")
        return headline, tuple(replace(block, text=line) for block, line in zip(text, lines, strict=True))

    def missing(self, ours: str, reading: Reading) -> str:
        """What to say of a record without a headline or a text, with what is wrong in the field that has it."""
        mapped = self.finder.mapping.get(ours)
        wrong = "".join(f" ({note.removesuffix('; imported without it')})" for note in reading.notes[:1])
        return f"no {ours}: the field {mapped} is not there or empty{wrong}" if mapped else f"no {ours}{wrong}"


def with_line_ends(text: str) -> str:
    """A text whose ends of lines databases wrote as a reversed slash and an n; a Latin word may begin with that n."""
    return text if "\\n" not in text or "\n" in text.strip() else _WRITTEN_LINE_END.sub("\n", text)


def first_place(text: tuple[BlockRecord, ...]) -> str | None:
    """The place that the dateline of the first paragraph names."""
    first = next((block for block in text if block.kind == PARAGRAPH), None)
    return first and dateline_place(first.text)


def beginning(text: str) -> str:
    """The first words of a text that has no headline, as many as fit into a short one."""
    if len(text) <= SHORT_HEADLINE:
        return text
    return (text[:SHORT_HEADLINE].rpartition(" ")[0] or text[: SHORT_HEADLINE - 1]) + "…"


def cut(headline: str) -> str:
    """The words of a headline that fit, and an ellipsis."""
    whole_words, _, _ = headline[:LONGEST_HEADLINE].rpartition(" ")
    return (whole_words or headline[: LONGEST_HEADLINE - 1])[: LONGEST_HEADLINE - 1] + "…"
