"""Segments of arrays as Whoosh's: what its list of segments holds, and how its own readers read them.

Whoosh writes objects of `ArraySegment` into its table of contents, so the name of the class must not change.
"""

from collections.abc import Iterable
from pathlib import Path

from whoosh.codec.base import Codec, Segment

EXTENSION = ".arrays"


class ArraySegment(Segment):
    def __init__(self, indexname: str, count: int):
        super().__init__(indexname)
        self._count = count
        self._deleted: frozenset[int] = frozenset()

    def path(self, folder: Path) -> Path:
        return folder / self.make_filename(EXTENSION)

    def codec(self) -> Codec:
        from articles.search.engine.whoosh_readers import ArrayCodec

        return ArrayCodec()

    def without(self, documents: Iterable[int]) -> "ArraySegment":
        """The same segment with these documents deleted too."""
        other = ArraySegment(self.indexname, self._count)
        other.segid, other._deleted = self.segid, self._deleted.union(documents)
        return other

    def doc_count_all(self) -> int:
        return self._count

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        return self._deleted

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._deleted

    def should_assemble(self) -> bool:
        return False
