"""Hits as Haystack's search results, made only when they are looked at."""

from collections.abc import Callable, Sequence

from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.models import SearchResult

from articles.search.readers import Snapshot
from articles.search.schema import is_number
from articles.search.values import from_number


class Results(Sequence):
    """A result for each document; none is made until it is asked for, so that counting a million costs nothing."""

    def __init__(self, docs: Sequence[int], scores: Sequence[float], make: Callable[[int, float], SearchResult]):
        self._docs = docs
        self._scores = scores
        self._make = make

    def __len__(self):
        return len(self._docs)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return list(map(self._make, self._docs[place], self._scores[place]))
        return self._make(self._docs[place], self._scores[place])

    def __reduce__(self):
        return list, (list(self),)


def result_maker(index: Snapshot, searchfields, names: Sequence[str], result_class):
    """How a document and its score become a search result with these fields."""

    def make(doc: int, score: float) -> SearchResult:
        segment, number = index.locate(doc)
        [model] = segment.values_of(DJANGO_CT, number)
        [key] = segment.values_of(DJANGO_ID, number)
        fields = {name: _value(index, segment, searchfields[name], name, number) for name in names}
        [fields[ID]] = segment.values_of(ID, number)
        return (result_class or SearchResult)(*model.split("."), key, score, **fields)

    return make


def _value(index: Snapshot, segment, field, name: str, number: int):
    if is_number(index.schema, name):
        return from_number(int(segment.number(name)[number]), field.field_type)
    values = segment.values_of(name, number)
    if field.is_multivalued:
        return values
    return values[0] if values else None
