"""An article as the index takes it in: the parts of its text, and its values and numbers."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import NamedTuple

from whoosh.fields import Schema

from articles.search.schema import BOOST, number_fields, value_fields
from articles.search.values import to_number, to_texts


class Kind(IntEnum):
    """What a part of a text is. The numbers are written into the index."""

    TEXT = 0
    HEADLINE = 1
    DECK = 2
    SUBHEADING = 3
    CAPTION = 4
    TAG = 5


# What a word counts for by the part that it stands in, by kind.
WEIGHTS = (1.0, 3.0, 2.0, 1.5, 1.0, 2.0)


class Part(NamedTuple):
    """A piece of a text."""

    text: str
    kind: Kind = Kind.TEXT


class Document(NamedTuple):
    parts: list[tuple[str, int]]
    fields: dict[str, object]


def maker(text_field: str, schema: Schema) -> Callable[[Mapping], Document]:
    """How what Haystack prepared for one object becomes a document. The text is a list of `Part`, or a plain string.

    `boost`, which Haystack has for whole documents, multiplies scores.
    """
    values = value_fields(schema)
    numbers = [name for name in number_fields(schema) if name != BOOST]

    def make(prepared: Mapping) -> Document:
        text = prepared[text_field] or ()
        parts = [Part(text)] if isinstance(text, str) else text
        fields: dict[str, object] = {name: list(map(clean, to_texts(prepared.get(name)))) for name in values}
        fields |= {name: to_number(prepared.get(name)) for name in numbers}
        fields[BOOST] = float(prepared.get(BOOST, 1.0))
        return Document([(clean(part.text), int(part.kind)) for part in parts], fields)

    return make


def clean(text: str) -> str:
    """Without halves of surrogate pairs, which have no place in UTF-8 and so none in an index."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
