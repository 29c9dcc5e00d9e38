"""Writing the index: changed documents into the generation in use, or all of them into a new one.

Whoever calls these holds `folders.writer_lock`, and so is alone.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from haystack.constants import ID
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.query import Term
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from articles.search.codec import InPlaceCodec
from articles.search.errors import IndexUnavailable
from articles.search.fingerprint import sign
from articles.search.folders import CURRENT, current_folder, durable, new_folder, switch_to

# What a writer keeps in memory before it writes postings out to merge them later.
_MEMORY_MB = 512


def exists(path: Path) -> bool:
    return (path / CURRENT).exists()


def create(path: Path, schema: Schema, documents: Iterable[dict] = ()) -> None:
    """Build a new generation and put it in use when it is whole; if that fails, the one in use stays."""
    folder = new_folder(path)
    try:
        FileStorage(str(folder)).create_index(schema)
        _write(_writer(folder), documents)
        sign(folder)
        switch_to(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def change(path: Path, documents: Iterable[dict], gone: Iterable[str]) -> None:
    """Take `gone`, identifiers of documents, out of the index and put `documents` in, in one commit.

    A document takes the place of the one with its identifier if that is named in `gone`. Raises IndexUnavailable where
    the generation in use is damaged; what the documents or the system raise comes as it is.
    """
    folder = current_folder(path)
    failed: list[Exception] = []
    try:
        _write(_writer(folder), _noting(documents, failed), gone)
    except Exception as error:
        if failed or _is_of_the_system(error):
            raise
        raise IndexUnavailable.damaged(error) from error
    durable(folder)


def _noting(documents: Iterable[dict], failed: list[Exception]) -> Iterator[dict]:
    """The documents; an error that comes with them, and so is not the engine's, is put into `failed`."""
    try:
        yield from documents
    except Exception as error:
        failed.append(error)
        raise


def _is_of_the_system(error: Exception) -> bool:
    """A full disk or a folder that may not be written is no damage of the index; a missing file is."""
    return isinstance(error, OSError) and not isinstance(error, FileNotFoundError)


def _writer(folder: Path) -> SegmentWriter:
    return FileStorage(str(folder)).open_index().writer(codec=InPlaceCodec(), limitmb=_MEMORY_MB)


def _write(writer: SegmentWriter, documents: Iterable[dict], gone: Iterable[str] = ()) -> None:
    try:
        _delete(writer, gone)
        for document in documents:
            writer.add_document(**document)
        writer.commit(mergetype=_merge)
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise


def _delete(writer: SegmentWriter, gone: Iterable[str]) -> None:
    """Mark documents as deleted, with one reader for all of them (Whoosh itself opens one for each)."""
    with writer.searcher() as searcher:
        for identifier in gone:
            for number in list(searcher.docs_for_query(Term(ID, identifier))):
                writer.delete_document(number)


def _merge(writer: SegmentWriter, segments: list) -> list:
    """Merge policy: the new segment takes in those up to its own size, smallest first, and those half deleted.

    So a document is rewritten about as often as the index doubles, and an index has few segments.
    """
    kept = []
    for segment in sorted(segments, key=lambda segment: segment.doc_count()):
        if segment.doc_count() <= writer.docnum or segment.deleted_count() > segment.doc_count():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
        else:
            kept.append(segment)
    return kept
