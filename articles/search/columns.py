"""Columns: one value for each document, by which results are counted, sorted and shown."""

from collections.abc import Iterator, Sequence
from sys import intern

from haystack.constants import DJANGO_ID
from whoosh.reading import IndexReader

from articles.search.schema import BOOST, NO_NUMBER, SEPARATOR, is_number


class Columns:
    """The columns of one state of the index, each read when first asked for and kept in memory."""

    def __init__(self, reader: IndexReader, earlier: "Columns | None" = None):
        self._reader = reader
        self._columns: dict[str, list] = {}
        segments = {leaf.segment().segment_id() for leaf in _segments(reader)}
        # A segment's columns never change, so what an earlier state has read of it is still right.
        known = earlier._parts if earlier else {}
        self._parts = {key: part for key, part in known.items() if key[0] in segments}

    def __getitem__(self, name: str) -> list:
        """Numbers, `NO_NUMBER` where there is none; or texts, several values joined by `SEPARATOR`."""
        if name not in self._columns:
            self._columns[name] = list(self._read(name))
        return self._columns[name]

    @property
    def boosts(self) -> list[float]:
        return self[BOOST]

    def values(self, name: str, document: int) -> list[str]:
        joined = self[name][document]
        return joined.split(SEPARATOR) if joined else []

    def is_number(self, name: str) -> bool:
        return is_number(self._reader.schema, name)

    def sorted(self, order: Sequence[str]) -> list[int]:
        """All documents by these fields; without a value last, whichever way; ties by number, last added first."""
        documents = list(range(self._reader.doc_count_all()))
        keys = self[DJANGO_ID]
        documents.sort(key=lambda document: (len(keys[document]), keys[document]), reverse=True)
        for field in reversed(order):
            name, backwards = field.removeprefix("-"), field.startswith("-")
            column = self[name]
            documents.sort(key=column.__getitem__, reverse=backwards)
            missing = NO_NUMBER if self.is_number(name) else ""
            documents.sort(key=lambda document, column=column, missing=missing: column[document] == missing)
        return documents

    def _read(self, name: str) -> Iterator:
        for leaf in _segments(self._reader):
            key = leaf.segment().segment_id(), name
            if key not in self._parts:
                self._parts[key] = self._read_part(leaf, name)
            yield from self._parts[key]

    def _read_part(self, leaf: IndexReader, name: str) -> list:
        is_text = not self.is_number(name)
        column = leaf.column_reader(name, translate=is_text)
        values = map(column.__getitem__, range(leaf.doc_count_all()))
        return list(map(intern, values)) if is_text else list(values)


def _segments(reader: IndexReader) -> list[IndexReader]:
    """A reader for each segment; the one of an empty index, which has no columns, is left out."""
    return [leaf for leaf, _ in reader.leaf_readers() if leaf.doc_count_all()]
