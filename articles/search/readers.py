"""One open index for the whole process: opened once for each state of the files, shared by all threads."""

import logging
import re
import threading
import time
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from haystack.exceptions import SearchBackendError
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import TOC, FileIndex
from whoosh.searching import Searcher

from articles.search.columns import Columns
from articles.search.errors import IndexUnavailable
from articles.search.folders import current_folder, report_damage
from articles.search.scoring import WEIGHTING

log = logging.getLogger(__name__)

# Whoosh's own name for the one index of a folder.
INDEX_NAME = "MAIN"
_MASKS_KEPT = 256
_TRIES = 5


class Snapshot:
    """One state of the index: its searcher, its columns, and what was worked out from them so far.

    Whoosh's readers have one place in each file, so whoever searches holds `lock`. Old snapshots are never closed:
    a thread may still read one, and the last to let go of it frees its files.
    """

    def __init__(self, path: Path, searcher: Searcher, state: tuple[str, int], earlier: "Snapshot | None"):
        self.path = path
        self.is_reported = False
        self.searcher = searcher
        self.state = state
        self.lock = threading.RLock()
        self.columns = Columns(searcher.reader(), earlier.columns if earlier else None)
        self._masks: OrderedDict[object, bytearray] = OrderedDict()
        self._ranks: dict[tuple[str, ...], Sequence[int]] = {}

    @property
    def folder(self) -> Path:
        """The generation that it is a state of; its files may be gone by now."""
        return self.path / self.state[0]

    @property
    def schema(self):
        return self.searcher.schema

    def mask(self, key: object, documents: Callable[[], Sequence[int]]) -> bytearray:
        """A byte for each document, 1 where the filter lets it pass; kept for the next search with the same key."""
        if key in self._masks:
            self._masks.move_to_end(key)
            return self._masks[key]
        mask = bytearray(self.searcher.doc_count_all())
        for document in documents():
            mask[document] = 1
        self._masks[key] = mask
        if len(self._masks) > _MASKS_KEPT:
            self._masks.popitem(last=False)
        return mask

    def rank(self, order: tuple[str, ...]) -> Sequence[int]:
        """The place of each document when all are sorted by these fields; fields with a minus from last to first."""
        if order not in self._ranks:
            ranks = array("L", bytes(array("L").itemsize * self.searcher.doc_count_all()))
            for place, document in enumerate(self.columns.sorted(order)):
                ranks[document] = place
            self._ranks[order] = ranks
        return self._ranks[order]


@contextmanager
def reading(index: Snapshot) -> Iterator[None]:
    """Read alone. Whoosh checks nothing that it reads, so a damaged file shows as an error of any kind.

    The writer is told of the first for each state of the index: should it be the query's, there is one look at the
    index for it and not one for each such query.
    """
    with index.lock:
        try:
            yield
        except SearchBackendError:
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
            state = (folder.name, _toc_number(folder))
            with _opening:
                known = _snapshots.get(path)
                if known is None or known.state != state:
                    known = _snapshots[path] = Snapshot(path, open_anew(folder), state, known)
                return known
        except FileNotFoundError:
            # A writer may have replaced the files between our reading their names and opening them.
            if not tries_left:
                raise
            time.sleep(0.02)
    raise AssertionError("unreachable")


def forget(path: Path) -> None:
    """Let go of an index whose folder is gone."""
    _snapshots.pop(path, None)


def open_anew(folder: Path) -> Searcher:
    """A generation, opened. Without Whoosh's own tries, which take half a second before a missing file is an error."""
    storage = FileStorage(str(folder))
    contents = TOC.read(_ReadWhole(str(folder)), INDEX_NAME)
    reader = FileIndex._reader(storage, contents.schema, contents.segments, contents.generation)
    return Searcher(reader, weighting=WEIGHTING)


class _ReadWhole(FileStorage):
    """For tables of contents: Whoosh leaves the file of a damaged one open."""

    def open_file(self, name, **kwargs):
        return BufferFile((Path(self.folder) / name).read_bytes(), name)


def _toc_number(folder: Path) -> int:
    """Whoosh's count of commits, read from the name of its table of contents."""
    pattern: re.Pattern[str] = TOC._pattern(INDEX_NAME)
    numbers = [int(match.group(1)) for file in folder.iterdir() if (match := pattern.match(file.name))]
    if not numbers:
        raise IndexUnavailable("The index has no table of contents.")
    return max(numbers)
