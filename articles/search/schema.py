"""The fields of the index: two views of the text, exact values to filter and count by, and numbers to sort by.

Nothing is stored but what is searched, counted or sorted: not the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SearchBackendError
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence

from articles.search.positions import PackedPositions

STEMS, SURFACE = "stems", "surface"
BOOST = "boost"
SEPARATOR = "\x1f"
# What a number's column holds where there is no number.
NO_NUMBER = -(2**63)
_NUMBERS = ("integer", "date", "datetime")


class View(FieldType):
    """The words of a text with their places, already analysed: a list of (word, position, weight).

    The weight of a word in an article is the sum over its places, each weighing what its part of the article weighs,
    and is what BM25 takes for the word's frequency: the extension of BM25 to weighted fields of Robertson, Zaragoza
    and Taylor (2004), which saturates once for the whole article and not once for each part.
    """

    def __init__(self):
        super().__init__(PackedPositions(), None, scorable=True)

    def index(self, value: Iterable[tuple[str, int, float]], **kwargs) -> Iterator[tuple[bytes, int, float, bytes]]:
        places, weights = defaultdict(list), defaultdict(float)
        for word, position, weight in value:
            places[word].append(position)
            weights[word] += weight
        for word, positions in places.items():
            yield word.encode(), len(positions), weights[word], self.format.encode(positions)


class Values(FieldType):
    """Exact values, none, one or more of them, indexed to filter by and kept in a column to count and sort by."""

    def __init__(self):
        super().__init__(Existence(), None, sortable=VarBytesColumn())

    def index(self, value: Iterable[str], **kwargs) -> Iterator[tuple[bytes, int, float, bytes]]:
        for text in sorted(set(value)):
            yield text.encode(), 1, 1.0, b""

    def to_column_value(self, value: Iterable[str]) -> bytes:
        return SEPARATOR.join(value).encode()

    def from_column_value(self, value: bytes) -> str:
        return value.decode()


def build_schema(searchfields) -> tuple[str, Schema]:
    """Haystack's fields as Whoosh's, and the name of the text field, which the two views take the place of."""
    fields = {ID: Values(), DJANGO_CT: Values(), DJANGO_ID: Values(), BOOST: COLUMN(NumericColumn("f", default=1.0))}
    document = None
    for name, field in searchfields.items():
        if field.document:
            document = name
            fields |= {STEMS: View(), SURFACE: View()}
        elif field.field_type in _NUMBERS and not field.is_multivalued:
            fields[name] = COLUMN(NumericColumn("q", default=NO_NUMBER))
        elif field.field_type == "string":
            fields[name] = Values()
        else:
            raise SearchBackendError(f"The engine has no field of type {field.field_type} ({name}).")
    if document is None:
        raise SearchBackendError("No search index has a document field.")
    return document, Schema(**fields)


def is_number(schema: Schema, name: str) -> bool:
    return isinstance(schema[name], COLUMN)
