"""How segments are written and read: Whoosh's own format, read in place.

Whoosh 2.7.4 copies every part of a segment into memory each time that the segment is opened. Here the parts stay views
of the memory-mapped file. The class of a segment is written into the index, so its name must not change.
"""

from collections.abc import Sequence

from whoosh.codec.whoosh3 import W3Codec, W3PerDocReader, W3Segment
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.structfile import BufferFile


class InPlaceCodec(W3Codec):
    """Whoosh's codec, but for the class of its segments and its way to the lengths of texts.

    Postings are not compressed: a quarter of the time to write them went into that, for a fifth of the room.
    """

    def __init__(self):
        super().__init__(compression=0)

    def new_segment(self, storage, indexname):
        return InPlaceSegment(self, indexname)

    def per_document_reader(self, storage, segment):
        return LengthsInMemory(storage, segment)


class LengthsInMemory(W3PerDocReader):
    """The length of each text is asked for with every posting, when writing and when scoring."""

    def __init__(self, storage, segment):
        super().__init__(storage, segment)
        self._lengths: dict[str, Sequence[int]] = {}

    def doc_field_length(self, docnum, fieldname, default=0):
        if fieldname not in self._lengths:
            lengths = super().doc_field_length
            self._lengths[fieldname] = [
                lengths(document, fieldname, 0) or 0 for document in range(self.doc_count_all())
            ]
        return self._lengths[fieldname][docnum] or default


class InPlaceSegment(W3Segment):
    def open_compound_file(self, storage):
        file = storage.open_file(self.make_filename(self.COMPOUND_EXT))
        try:
            return MappedParts(file)
        except BaseException:
            file.close()
            raise


class MappedParts(CompoundStorage):
    """The parts of a segment, each a view of the one mapped file."""

    def open_file(self, name, *args, **kwargs):
        offset, length = self.range(name)
        return MappedFile(memoryview(self._source)[offset : offset + length], name)


class MappedFile(BufferFile):
    """A part of a segment, as Whoosh wants its files to look. It has one place, so one thread may read at a time."""

    def __init__(self, view: memoryview, name=None, onclose=None):
        self._buf = view
        self._name = name
        self.file = _Place(view)
        self.onclose = onclose
        self.is_real = False
        self.is_closed = False

    def subset(self, position, length, name=None):
        return MappedFile(self._buf[position : position + length], name or self._name)


class _Place:
    """Reading on from a place in a view, as files do."""

    def __init__(self, view: memoryview):
        self._view = view
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        end = len(self._view) if size is None or size < 0 else self._at + size
        data = bytes(self._view[self._at : end])
        self._at += len(data)
        return data

    def readline(self) -> bytes:
        rest = bytes(self._view[self._at :])
        line = rest[: rest.find(b"\n") + 1] or rest
        self._at += len(line)
        return line

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, len(self._view))[whence]
        return self._at

    def tell(self) -> int:
        return self._at
