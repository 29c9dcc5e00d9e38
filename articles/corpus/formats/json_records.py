"""One JSON value as an article: our own export by its shape, anything else by its fields."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from articles.corpus.formats.exported_article import ExportedArticle, is_export, read_object
from articles.corpus.formats.field_names import TEXTUAL, FieldFinder
from articles.corpus.formats.fields import FieldReader
from articles.corpus.formats.interface import Options, Read
from articles.corpus.formats.json_scanning import MOST_WRAPPED
from articles.corpus.formats.values import kind_of
from articles.corpus.records import Rejection

LONGEST_RECORD = 16 * 2**20  # bytes; Python makes up to ten times as much of it
# What is said of an article as well by an object around it; a headline, a text and a summary belong to each other.
TOLD_AROUND = {"published", "source", "section", "authors", "url", "tags", "outside_id", "language", "place"}
MOST_VALUES = 2_000_000  # in one record; Python takes some seventy bytes for the emptiest

TOO_LONG = f"a record of more than {LONGEST_RECORD:,} bytes, which no article is; passed over"

# Not a Number and infinities, which are no JSON but written by some, are no value.
# Tabs and line breaks as they are inside a text are none either, and are all the same what they are.
_DECODER = json.JSONDecoder(parse_constant=lambda _: None, strict=False)


class NotJson(Exception):
    """Why a record cannot be decoded."""


def decoded(data: bytes) -> object:
    """The value of a record's bytes. Raises NotJson."""
    if data.count(b",") + data.count(b"[") + data.count(b"{") > MOST_VALUES:
        raise NotJson(f"more than {MOST_VALUES:,} values in one record")
    try:
        return _DECODER.decode(data.decode())
    except UnicodeDecodeError as error:
        raise NotJson(f"not UTF-8 at byte {error.start + 1:,} of the record") from None
    except RecursionError:
        raise NotJson("nested too deeply") from None
    except json.JSONDecodeError as error:
        raise NotJson(f"not JSON: {error.msg} at character {error.pos + 1:,} of the record") from None
    except ValueError:
        raise NotJson("a number of more digits than can be read") from None


@dataclass(frozen=True)
class Wrapped:
    """An object that is an article, and the objects around it up to a list, the nearest last."""

    article: Mapping[str, object]
    around: tuple[Mapping[str, object], ...]


def wrapped(value: object, finder: FieldFinder, around: tuple = (), depth: int = 0) -> Iterator[Wrapped]:
    """The objects inside a value that have a headline and a text: {"_id": 7, "_source": {"title": ...}}."""
    if depth == MOST_WRAPPED or not isinstance(value, dict | list):
        return
    around = (*around, value) if isinstance(value, dict) else ()
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict) and is_article(part, finder):
            yield Wrapped(part, around)
        else:
            yield from wrapped(part, finder, around, depth + 1)


def is_article(value: Mapping[str, object], finder: FieldFinder) -> bool:
    return all(finder.has_field(value, ours) for ours in TEXTUAL)


def completed(found: Wrapped, finder: FieldFinder) -> Mapping[str, object]:
    """An article with what stands around it alone: {"url": ..., "page": {"title": ..., "text": ...}}.

    An object with a headline of its own speaks of something else.
    """
    article = found.article
    [(_, headline), *_] = finder.values(article).get("headline") or [("", "")]
    for outer in reversed(found.around):
        fields = finder.values(outer)
        if any(value != headline for _, value in fields.get("headline", ())):
            break
        has = finder.values(article)
        article = {
            name: value
            for ours, values in fields.items()
            if ours in TOLD_AROUND and not has.get(ours)
            for name, value in values
        } | article
    return article


def rows(value: Mapping[str, object], finder: FieldFinder) -> list[Mapping[str, object]]:
    """The rows of a table by columns, as programs for tables write it; none of what is no such table.

    {"title": {"0": ..., "1": ...}, "text": {...}} or {"title": [..., ...], "text": [..., ...]}
    """
    if sum(isinstance(column, list | dict) for column in value.values()) < len(TEXTUAL):
        return []
    fields = finder.values(value)
    if not all(fields.get(ours) and isinstance(fields[ours][0][1], list | dict) for ours in TEXTUAL):
        return []
    columns = {name: numbered(column) for name, column in value.items()}
    first, other = (columns.get(fields[ours][0][0], {}) for ours in TEXTUAL)
    if len(first) < 2 or first.keys() != other.keys() or not all(number.isdigit() for number in first):
        return []
    whole = {name: column for name, column in columns.items() if column.keys() == first.keys()}
    return [{name: column[number] for name, column in whole.items()} for number in first]


def numbered(column: object) -> Mapping[str, object]:
    if isinstance(column, list):
        return {str(number): cell for number, cell in enumerate(column)}
    return column if isinstance(column, dict) else {}


def wraps_several(value: object) -> bool:
    """Whether a value is no article and holds more than one."""
    finder = FieldFinder({})
    if isinstance(value, dict) and rows(value, finder):
        return True
    is_one = not isinstance(value, dict) or is_article(value, finder)
    return not is_one and len(list(islice(wrapped(value, finder), 2))) > 1


class RecordReader:
    """Reads the records of one file.

    `places` is how many articles the record read last has; where each has a line (`is_in_lines`) it has one at most.
    """

    def __init__(self, options: Options, *, is_in_lines: bool = False):
        self.is_in_lines, self.places = is_in_lines, 1
        self.fields = FieldReader(options.mapping)
        self.exported: set[int] = set()

    def read(self, data: bytes | None, line: int) -> Iterator[Read]:
        """What one record gives; None is one that was too long."""
        self.places = 1
        if data is None:
            yield Rejection(line, TOO_LONG)
            return
        try:
            value = decoded(data)
        except NotJson as wrong:
            yield Rejection(line, str(wrong))
            return
        yield from self.read_value(value, line)

    def read_value(self, value: object, line: int) -> Iterator[Read]:
        if not isinstance(value, dict):
            yield Rejection(line, f"{kind_of(value)} where an object with the fields of an article is expected")
        elif is_export(value):
            yield from map(self.once, read_object(value, line))
        else:
            yield from self.read_foreign(value, line)

    def read_foreign(self, value: Mapping[str, object], line: int) -> Iterator[Read]:
        """A record by its fields; or, where it is no article itself, those that are wrapped in it."""
        inner = [Wrapped(row, ()) for row in rows(value, self.fields.finder)]
        found = [] if inner else list(self.fields.read(value, line, line))
        if found and isinstance(found[0], Rejection):
            inner = list(wrapped(value, self.fields.finder))
        if len(inner) > 1 and self.is_in_lines:
            yield Rejection(line, f"{len(inner):,} articles in one line: not JSON Lines, but JSON (--format json)")
        elif len(inner) == 1:
            yield from self.fields.read(completed(inner[0], self.fields.finder), line, line)
        elif inner:
            self.places = len(inner)
            for place, found in enumerate(inner, start=line):
                yield from self.fields.read(found.article, place, place)
        else:
            yield from found

    def once(self, found: ExportedArticle | Rejection) -> ExportedArticle | Rejection:
        """An article of an export; or a rejection where its number is taken, for links could not tell the two apart."""
        if isinstance(found, Rejection):
            return found
        if found.id in self.exported:
            return Rejection(found.line, f"the number {found.id} comes again; in one export it is that of one article")
        self.exported.add(found.id)
        return found
