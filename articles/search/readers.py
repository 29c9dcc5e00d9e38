"""One open index for the whole process: opened once for each state of the files, shared by all threads."""

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from mmap import PAGESIZE
from pathlib import Path

import numpy as np
from django.core.signals import request_finished
from django.db import DatabaseError
from haystack.constants import DJANGO_ID
from haystack.exceptions import SearchBackendError

from articles.search.engine.commits import commit_number, read_commit
from articles.search.engine.evaluating import Evaluation
from articles.search.engine.segments import OpenSegment
from articles.search.errors import IndexUnavailable
from articles.search.folders import current_folder, report_damage
from articles.search.schema import NO_NUMBER, is_number
from articles.search.scoring import SIMILARITY

log = logging.getLogger(__name__)

_TRIES = 5
# So much of the files that it reads may stay in the memory of a process, in bytes; some thirty MB are its libraries.
MOST_MAPPED = 96 * 2**20
_MEMORY = Path("/proc/self/statm")


class Snapshot:
    """One state of the index: its segments, and what was worked out from them so far.

    Documents have numbers through all segments. What is read of it never changes, so any number of threads may read.
    Old snapshots are never closed: the last to let go of one frees its files.
    """

    def __init__(self, path: Path, schema, segments: Sequence[OpenSegment], state: tuple[str, int]):
        self.path = path
        self.schema = schema
        self.segments = segments
        self.state = state
        self.is_reported = False
        self.offsets = np.cumsum([0, *(segment.count for segment in segments)])
        self.evaluation = Evaluation(segments, SIMILARITY)
        self._ranks: dict[tuple[str, ...], np.ndarray] = {}
        self._numbers: dict[str, np.ndarray] = {}

    @property
    def folder(self) -> Path:
        """The generation that it is a state of; its files may be gone by now."""
        return self.path / self.state[0]

    @property
    def count(self) -> int:
        """How many documents are in it, deleted ones not counted."""
        return sum(segment.live_count for segment in self.segments)

    @cached_property
    def live(self) -> np.ndarray:
        return self.joined([segment.live_docs for segment in self.segments])

    def joined(self, docs: Sequence[np.ndarray]) -> np.ndarray:
        """The numbers through all segments of documents given for each."""
        if len(docs) == 1:
            return docs[0]
        parts = [part + offset for part, offset in zip(docs, self.offsets.tolist(), strict=False)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def parted(self, docs: np.ndarray) -> list[np.ndarray]:
        """For each segment those of the documents, which are in order, that are in it, by its own numbers."""
        if len(self.segments) == 1:
            return [docs]
        bounds = np.searchsorted(docs, self.offsets)
        return [docs[bounds[i] : bounds[i + 1]] - self.offsets[i] for i in range(len(self.segments))]

    def locate(self, doc: int) -> tuple[OpenSegment, int]:
        place = int(np.searchsorted(self.offsets, doc, "right")) - 1
        return self.segments[place], doc - int(self.offsets[place])

    def numbers(self, name: str) -> np.ndarray:
        """The column of a number field, for all documents."""
        if name not in self._numbers:
            columns = [
                column if len(column := segment.number(name)) else np.full(segment.count, NO_NUMBER)
                for segment in self.segments
            ]
            self._numbers[name] = np.concatenate(columns) if columns else np.zeros(0, np.int64)
        return self._numbers[name]

    def rank(self, order: tuple[str, ...]) -> np.ndarray:
        """The place of each document when all are sorted by these fields; fields with a minus from last to first.

        Without a value last, whichever way; ties by number, last added first.
        """
        if order not in self._ranks:
            # The last key of lexsort is the first to count.
            keys = [-self.keys]
            for field in reversed(order):
                keys += self._sorting_keys(field.removeprefix("-"), field.startswith("-"))
            places = np.lexsort(keys)
            ranks = np.empty(len(places), np.int32)
            ranks[places] = np.arange(len(places), dtype=np.int32)
            self._ranks[order] = ranks
        return self._ranks[order]

    def _sorting_keys(self, name: str, backwards: bool) -> list[np.ndarray]:
        column = self.numbers(name) if is_number(self.schema, name) else self._text_ranks(name)
        missing = column == NO_NUMBER
        return [np.where(missing, 0, -column if backwards else column), missing]

    def _text_ranks(self, name: str) -> np.ndarray:
        """Texts as numbers in the same order; of several values of a document the first."""
        firsts = [
            values[0] if (values := segment.values_of(name, doc)) else ""
            for segment in self.segments
            for doc in range(segment.count)
        ]
        _, ranks = np.unique(np.array(firsts, object), return_inverse=True)
        return np.where(np.array(firsts, object) == "", NO_NUMBER, ranks) if firsts else np.zeros(0, np.int64)

    @cached_property
    def keys(self) -> np.ndarray:
        """The primary keys of all documents as numbers, where they are numbers."""
        texts = [segment.strings(f"value.{DJANGO_ID}") for segment in self.segments]
        columns = [
            np.array([int(text) if text.isdigit() and len(text) < 19 else 0 for text in strings], np.int64)[
                segment.array(f"value.{DJANGO_ID}.ids")
            ]
            for segment, strings in zip(self.segments, texts, strict=True)
        ]
        return np.concatenate(columns) if columns else np.zeros(0, np.int64)


@contextmanager
def reading(index: Snapshot) -> Iterator[None]:
    """Whatever goes wrong while the files are read is damage of the index.

    The writer is told of the first for each state of the index: should it be the query's, there is one look at the
    index for it and not one for each such query.
    """
    try:
        yield
    except (SearchBackendError, DatabaseError):
        raise
    except Exception as error:
        log.error("The index could not be read: %s: %s", type(error).__name__, error)
        log.debug("Where it could not be read", exc_info=True)
        if not index.is_reported:
            index.is_reported = True
            report_damage(index.path)
        raise IndexUnavailable.damaged(error) from error


_snapshots: dict[Path, Snapshot] = {}
_opening = threading.Lock()


def snapshot(path: Path) -> Snapshot:
    """The index as it is now, or IndexUnavailable."""
    try:
        return _newest(path)
    except IndexUnavailable:
        report_damage(path)
        raise
    except FileNotFoundError as error:
        report_damage(path)
        raise IndexUnavailable(f"Files of the index are missing: {error.filename}.") from error
    except Exception as error:
        report_damage(path)
        raise IndexUnavailable.damaged(error) from error


def _newest(path: Path) -> Snapshot:
    for tries_left in reversed(range(_TRIES)):
        folder = current_folder(path)
        try:
            state = (folder.name, commit_number(folder))
            with _opening:
                known = _snapshots.get(path)
                if known is None or known.state != state:
                    known = _snapshots[path] = open_anew(path, state, known)
                return known
        except FileNotFoundError:
            # A writer may have replaced the files between our reading their names and opening them.
            if not tries_left:
                raise
            time.sleep(0.02)
    raise AssertionError("unreachable")


def index_count(path: Path) -> int:
    """How many documents the index has; none where it cannot be read."""
    try:
        return snapshot(path).count
    except IndexUnavailable:
        return 0


def forget(path: Path) -> None:
    """Let go of an index whose folder is gone."""
    _snapshots.pop(path, None)


def release_pages(**_signal) -> None:
    """Let go of the pages of the index that were read, where they are many, so that a process does not come to hold all
    of it; the system still has them, and to read them again takes no disk. After each request of a reader.
    """
    if mapped_bytes() > MOST_MAPPED:
        for index in list(_snapshots.values()):
            for segment in index.segments:
                segment.file.release()


request_finished.connect(release_pages)


def mapped_bytes() -> int:
    """What this process holds of files; where the system does not tell, more than it may."""
    try:
        return int(_MEMORY.read_text().split()[2]) * PAGESIZE
    except (OSError, ValueError, IndexError):
        return MOST_MAPPED + 1


def open_anew(path: Path, state: tuple[str, int], earlier: Snapshot | None = None) -> Snapshot:
    """A commit of a generation. Segments that an earlier one has open are not opened again."""
    folder = path / state[0]
    contents = read_commit(folder, state[1])
    known = {segment.file.path: segment for segment in earlier.segments} if earlier else {}
    segments = [
        OpenSegment(segment.path(folder), segment.deleted_docs(), known.get(segment.path(folder)))
        for segment in contents.segments
    ]
    return Snapshot(path, contents.schema, segments, state)
