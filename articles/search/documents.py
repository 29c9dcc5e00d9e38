"""An article as the index takes it in: the parts of its text analysed once, into both views."""

from collections.abc import Iterable
from dataclasses import dataclass

from whoosh.fields import Schema

from articles.arabic.analysis import analyze
from articles.search.schema import BOOST, STEMS, SURFACE, is_number
from articles.search.values import to_number, to_texts

# Between two parts, so that no phrase begins in one and ends in the next.
_GAP = 100


@dataclass(frozen=True)
class Part:
    """A piece of a text and what each of its words weighs."""

    text: str
    weight: float


def views(parts: Iterable[Part]) -> dict[str, list[tuple[str, int, float]]]:
    """The (word, position, weight) of each view; a stop word has a place in the surface view alone."""
    stems, surface, start = [], [], 0
    for part in parts:
        last = 0
        for term in analyze(clean(part.text)):
            last = term.position
            surface.append((term.surface, start + last, part.weight))
            if term.stem is not None:
                stems.append((term.stem, start + last, part.weight))
        start += last + _GAP
    return {STEMS: stems, SURFACE: surface}


def document(prepared: dict, text_field: str, schema: Schema) -> dict:
    """What Haystack prepared for one object, as the fields of the schema.

    The text is a list of `Part`, or a plain string. `boost`, which Haystack has for whole documents, multiplies scores.
    """
    text = prepared[text_field] or ()
    fields = views([Part(text, 1.0)] if isinstance(text, str) else text)
    fields[BOOST] = float(prepared.get(BOOST, 1.0))
    for name in schema.names():
        if name in fields:
            continue
        value = prepared.get(name)
        fields[name] = to_number(value) if is_number(schema, name) else [clean(text) for text in to_texts(value)]
    return fields


def clean(text: str) -> str:
    """Without halves of surrogate pairs, which have no place in UTF-8 and so none in an index."""
    return text.encode("utf-8", "replace").decode("utf-8")
