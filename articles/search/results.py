"""Hits as Haystack's search results, made only when they are looked at."""

from collections.abc import Callable, Sequence

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.models import SearchResult

from articles.search.columns import Columns
from articles.search.values import from_number


class Results(Sequence):
    """A result for each document; none is made until it is asked for, so that counting a million costs nothing."""

    def __init__(self, documents: Sequence[int], make: Callable[[int], SearchResult]):
        self._documents = documents
        self._make = make

    def __len__(self):
        return len(self._documents)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return [self._make(document) for document in self._documents[place]]
        return self._make(self._documents[place])

    def __reduce__(self):
        return list, (list(self),)


def result_maker(columns: Columns, searchfields, names: Sequence[str], scores: dict[int, float], result_class):
    """How a document's number becomes a search result with these fields and its score."""
    for name in (ID, DJANGO_CT, DJANGO_ID, *names):
        _ = columns[name]  # read now, while the index is ours

    def make(document: int) -> SearchResult:
        app_label, model_name = columns[DJANGO_CT][document].split(".")
        fields = {name: _value(columns, searchfields, name, document) for name in names}
        fields[ID] = columns[ID][document]
        score = scores.get(document, 0.0)
        return result_class(app_label, model_name, columns[DJANGO_ID][document], score, **fields)

    return make


def _value(columns: Columns, searchfields, name: str, document: int):
    field = searchfields[name]
    if columns.is_number(name):
        return from_number(columns[name][document], field.field_type)
    values = columns.values(name, document)
    if field.is_multivalued:
        return values
    return values[0] if values else None
