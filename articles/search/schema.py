"""The fields of the index: views of the text, exact values to filter and count by, and numbers to sort by.

Nothing is kept but what is searched, counted or sorted: of the text its words in their order, not its letters.
"""

from functools import partial

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SearchBackendError
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Frequency

from articles.arabic.folding import fold
from articles.arabic.levels import Level, term_at, terms_at_all
from articles.arabic.tokens import words
from articles.arabic.transliteration_skeletons import skeleton
from articles.search.engine.drafting import Analysis

EXACT, SURFACE, STEMS, ROOTS, SOUNDS = "exact", "surface", "stems", "roots", "sounds"
VIEW_OF_LEVEL = {Level.EXACT: EXACT, Level.FOLDED: SURFACE, Level.LIGHT: STEMS, Level.ROOT: ROOTS}
# Those by which articles are scored: each has postings of its own.
RANKED = (SURFACE, STEMS)
# Those of which terms are found that are spelt alike.
SPELT = (STEMS,)


def _sounds(folded_word: str) -> str | None:
    return skeleton(folded_word) or None


def _all_terms(word: str) -> tuple[str | None, ...]:
    exact, folded, light, root = terms_at_all(word)
    return exact, folded, light, root, _sounds(folded)


ANALYSIS = Analysis(
    words,
    {
        **{view: partial(term_at, level) for level, view in VIEW_OF_LEVEL.items()},
        SOUNDS: lambda word: _sounds(fold(word)),
    },
    _all_terms,
)
BOOST = "boost"
# What a number's column holds where there is no number.
NO_NUMBER = -(2**63)
_NUMBERS = ("integer", "date", "datetime")


class View(FieldType):
    """The terms that one analysis makes of the words of a text; weighted by the parts of the article they stand in."""

    def __init__(self):
        super().__init__(Frequency(), None, scorable=True)


class Values(FieldType):
    """Exact values, none, one or more of them, to filter, count and sort by."""

    def __init__(self):
        super().__init__(Existence(), None, sortable=VarBytesColumn())


def build_schema(searchfields) -> tuple[str, Schema]:
    """Haystack's fields as Whoosh's, and the name of the text field, which the views take the place of."""
    fields = {ID: Values(), DJANGO_CT: Values(), DJANGO_ID: Values(), BOOST: COLUMN(NumericColumn("f", default=1.0))}
    for name, field in searchfields.items():
        if field.document:
            fields |= {view: View() for view in ANALYSIS.views}
        elif field.field_type in _NUMBERS and not field.is_multivalued:
            fields[name] = COLUMN(NumericColumn("q", default=NO_NUMBER))
        elif field.field_type == "string":
            fields[name] = Values()
        else:
            raise SearchBackendError(f"The engine has no field of type {field.field_type} ({name}).")
    return text_field(searchfields), Schema(**fields)


def text_field(searchfields) -> str:
    for name, field in searchfields.items():
        if field.document:
            return name
    raise SearchBackendError("No search index has a document field.")


def is_number(schema: Schema, name: str) -> bool:
    return isinstance(schema[name], COLUMN)


def number_fields(schema: Schema) -> list[str]:
    return [name for name in schema.names() if is_number(schema, name)]


def value_fields(schema: Schema) -> list[str]:
    return [name for name in schema.names() if isinstance(schema[name], Values)]
