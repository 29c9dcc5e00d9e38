"""Whoosh's own readers on segments of arrays, so that all of Whoosh can read an index; our pages never need them.

A ranked view is a field with frequencies, a field of values one without. Whoosh's matchers make Python objects of
every posting, which is what this engine is there to spare: this way is for tools and tests.
"""

from collections.abc import Iterator
from pathlib import Path

from whoosh.codec.base import Codec, PerDocumentReader, TermsReader
from whoosh.columns import ColumnReader
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo

from articles.search.engine.segments import OpenSegment, Postings

SEPARATOR = "\x1f"


class ArrayCodec(Codec):
    """Reads; segments are written by `assembling`, all at once."""

    def terms_reader(self, storage, segment):
        return _Terms(_opened(storage, segment))

    def per_document_reader(self, storage, segment):
        return _Documents(_opened(storage, segment))


def _opened(storage, segment) -> OpenSegment:
    return OpenSegment(segment.path(Path(storage.folder)), segment.deleted_docs())


class _Terms(TermsReader):
    def __init__(self, segment: OpenSegment):
        self._segment = segment
        names = sorted(segment.file)
        self._views = [name.removesuffix(".post.docs") for name in names if name.endswith(".post.docs")]
        self._fields = [name.split(".")[1] for name in names if name.startswith("value.") and name.endswith(".ids")]

    def __contains__(self, term) -> bool:
        field, text = term
        name = self._name(field)
        return name is not None and self._segment.strings(name).find(text.decode()) >= 0

    def indexed_field_names(self):
        return sorted([*self._views, *self._fields])

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for field in self.indexed_field_names():
            yield from ((field, text.encode()) for text in self._segment.strings(self._name(field)))

    def terms_from(self, fieldname, prefix) -> Iterator[tuple[str, bytes]]:
        return (term for term in self.terms() if term >= (fieldname, prefix))

    def items(self):
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname, prefix):
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname, text):
        if (fieldname, text) not in self:
            raise KeyError((fieldname, text))
        docs, weights = self._postings(fieldname, text)
        if not len(docs):
            return TermInfo()
        total, most = float(weights.sum()) / 4, float(weights.max()) / 4
        return TermInfo(total, len(docs), 0, 2**31 - 1, most, int(docs[0]), int(docs[-1]))

    def matcher(self, fieldname, text, format_, scorer=None):
        docs, weights = self._postings(fieldname, text)
        return ListMatcher(
            docs.tolist(),
            (weights / 4).tolist(),
            format=format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def _name(self, field: str) -> str | None:
        if field in self._views:
            return field
        return f"value.{field}" if field in self._fields else None

    def _postings(self, field: str, text: bytes) -> Postings:
        if field in self._views:
            return self._segment.term(field, text.decode())
        docs = self._segment.docs_with(field, text.decode())
        return Postings(docs, docs * 0 + 4)


class _Documents(PerDocumentReader):
    def __init__(self, segment: OpenSegment):
        self._segment = segment

    def doc_count(self):
        return self._segment.live_count

    def doc_count_all(self):
        return self._segment.count

    def has_deletions(self):
        return len(self._segment.deleted) > 0

    def is_deleted(self, docnum):
        return self._segment.live is not None and not self._segment.live[docnum]

    def deleted_docs(self):
        return set(self._segment.deleted.tolist())

    def supports_columns(self):
        return True

    def has_column(self, fieldname):
        return f"number.{fieldname}" in self._segment.file or f"value.{fieldname}.ids" in self._segment.file

    def column_reader(self, fieldname, column):
        return _Column(self._segment, fieldname)

    def doc_field_length(self, docnum, fieldname, default=0):
        lengths = self._segment.array(f"{fieldname}.lengths")
        return int(lengths[docnum]) // 4 if len(lengths) else default

    def field_length(self, fieldname):
        return int(self._segment.array(f"{fieldname}.lengths").sum()) // 4

    def min_field_length(self, fieldname):
        return int(self._segment.array(f"{fieldname}.lengths").min(initial=0)) // 4

    def max_field_length(self, fieldname):
        return int(self._segment.array(f"{fieldname}.lengths").max(initial=0)) // 4

    def stored_fields(self, docnum):
        return {}


class _Column(ColumnReader):
    """A number, or all values of a document with `SEPARATOR` between them."""

    def __init__(self, segment: OpenSegment, field: str):
        self._segment = segment
        self._field = field

    def __getitem__(self, docnum):
        numbers = self._segment.number(self._field)
        if len(numbers):
            return numbers[docnum].item()
        return SEPARATOR.join(self._segment.values_of(self._field, docnum)).encode()

    def __len__(self):
        return self._segment.count
