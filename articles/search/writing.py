"""Writing the index: changed documents into the generation in use, or all of them into a new one.

Whoever calls these holds `folders.writer_lock`, and so is alone.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from haystack.constants import ID
from whoosh.fields import Schema

from articles.search.documents import WEIGHTS, Document
from articles.search.engine.arrays import write_arrays
from articles.search.engine.assembling import assemble
from articles.search.engine.codec import ArraySegment
from articles.search.engine.commits import INDEX_NAME, commit_number, read_commit, remove_others, write_commit
from articles.search.engine.drafting import Draft, Drafter, Terms
from articles.search.engine.redrafting import draft_of
from articles.search.engine.segments import OpenSegment
from articles.search.errors import IndexUnavailable
from articles.search.fingerprint import sign
from articles.search.folders import CURRENT, current_folder, new_folder, switch_to
from articles.search.schema import ANALYSIS, RANKED, SPELT, number_fields, value_fields

# Articles analysed together: enough that few words are met twice, few enough to go from process to process.
DRAFT = 2000
# Tokens of one segment while all of the index is built, which bounds the memory that takes: about forty bytes each.
_MOST_TOKENS = 40_000_000


Analyse = Callable[[Sequence[str]], Iterable[Terms]]


def _analyse(words: Sequence[str]) -> Iterable[Terms]:
    return [ANALYSIS.terms_of(words)]


def exists(path: Path) -> bool:
    return (path / CURRENT).exists()


def create(path: Path, schema: Schema, documents: Iterable[Document] = ()) -> int:
    return create_from_drafts(path, schema, drafts(schema, documents))


def create_from_drafts(path: Path, schema: Schema, made: Iterable[Draft], analyse: Analyse = _analyse) -> int:
    """Build a new generation and put it in use when it is whole; if that fails, the one in use stays.

    How many documents it has.
    """
    folder = new_folder(path)
    try:
        segments = [_write(folder, group, analyse) for group in _segments_worth(made)]
        write_commit(folder, schema, segments, 1)
        sign(folder)
        switch_to(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return sum(segment.doc_count_all() for segment in segments)


def change(path: Path, documents: Iterable[Document], gone: Iterable[str]) -> None:
    """Take `gone`, identifiers of documents, out of the index and put `documents` in, in one commit.

    A document takes the place of the one with its identifier if that is named in `gone`. Raises IndexUnavailable where
    the generation in use is damaged; what the documents or the system raise comes as it is.
    """
    folder = current_folder(path)
    schema = _damage_of(lambda: read_commit(folder, commit_number(folder)).schema)
    made = list(drafts(schema, documents))
    _damage_of(lambda: _commit(folder, made, list(gone)))


def drafts(schema: Schema, documents: Iterable[Document]) -> Iterator[Draft]:
    """The documents analysed, some thousands at a time."""
    drafter = Drafter(ANALYSIS.words, number_fields(schema), value_fields(schema))
    for document in documents:
        drafter.add(document.parts, document.fields)
        if len(drafter) == DRAFT:
            yield drafter.finish()
            drafter = Drafter(ANALYSIS.words, number_fields(schema), value_fields(schema))
    if len(drafter):
        yield drafter.finish()


def _commit(folder: Path, made: list[Draft], gone: Sequence[str]) -> None:
    number = commit_number(folder)
    contents = read_commit(folder, number)
    segments = _without(folder, contents.segments, gone)
    merged = list(_to_merge(segments, sum(len(draft.sizes) for draft in made)))
    made = [draft_of(OpenSegment(one.path(folder), one.deleted_docs())) for one in merged] + made
    kept = [segment for segment in segments if segment not in merged]
    if any(len(draft.sizes) for draft in made):
        kept.append(_write(folder, made))
    write_commit(folder, contents.schema, kept, number + 1)
    remove_others(folder, kept, number + 1)


def _write(folder: Path, made: Sequence[Draft], analyse: Analyse = _analyse) -> ArraySegment:
    segment = ArraySegment(INDEX_NAME, sum(len(draft.sizes) for draft in made))
    try:
        write_arrays(segment.path(folder), assemble(made, analyse, RANKED, WEIGHTS, SPELT))
    except BaseException:
        segment.path(folder).unlink(missing_ok=True)
        raise
    return segment


def _segments_worth(made: Iterable[Draft]) -> Iterator[list[Draft]]:
    group, tokens = [], 0
    for draft in made:
        group.append(draft)
        tokens += len(draft.tokens)
        if tokens > _MOST_TOKENS:
            yield group
            group, tokens = [], 0
    if group:
        yield group


def _without(folder: Path, segments: Sequence[ArraySegment], gone: Sequence[str]) -> list[ArraySegment]:
    left = []
    for segment in segments:
        opened = OpenSegment(segment.path(folder))
        found = [opened.docs_with(ID, identifier) for identifier in gone]
        numbers = np.concatenate(found).tolist() if found else ()
        left.append(segment.without(numbers) if numbers else segment)
    return [segment for segment in left if segment.doc_count()]


def _to_merge(segments: Sequence[ArraySegment], documents: int) -> Iterator[ArraySegment]:
    """The new segment takes in those up to its own size, smallest first, and those half deleted.

    So a document is rewritten about as often as the index doubles, and an index has few segments.
    """
    for segment in sorted(segments, key=ArraySegment.doc_count):
        if segment.doc_count() <= documents or segment.deleted_count() > segment.doc_count():
            documents += segment.doc_count()
            yield segment


def _damage_of(read):
    """What reading a damaged index raises, as IndexUnavailable; a full disk or a folder that may not be written is no
    damage of the index, a missing file is."""
    try:
        return read()
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise IndexUnavailable.damaged(error) from error
        raise
    except Exception as error:
        raise IndexUnavailable.damaged(error) from error
