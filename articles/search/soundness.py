"""Whether the index on disk is whole and of this code's making: its one writer looks, those who search report.

index/DAMAGED       a search could not read the index; goes when it has been looked at, or built anew
"""

import logging
from contextlib import suppress
from pathlib import Path

from whoosh.matching import Matcher
from whoosh.reading import IndexReader

from articles.search.columns import Columns
from articles.search.errors import IndexUnavailable
from articles.search.fingerprint import is_outdated
from articles.search.folders import DAMAGED, current_folder
from articles.search.readers import open_anew
from articles.search.schema import STEMS, SURFACE

log = logging.getLogger(__name__)


def is_reported(path: Path) -> bool:
    return (path / DAMAGED).exists()


def find_fault(path: Path) -> str:
    """What is wrong with the index, or nothing. All of it is read where a search reported damage, else it is opened."""
    reported = is_reported(path)
    try:
        folder = current_folder(path)
        with open_anew(folder) as searcher:
            if reported:
                _read_all(searcher.reader())
    except IndexUnavailable as error:
        return error.what
    except Exception as error:
        return IndexUnavailable.damaged(error).what
    if reported:
        log.warning("A search could not read the index, but all of it can be read.")
        with suppress(FileNotFoundError):
            (path / DAMAGED).unlink()
    return "The analysis changed since the index was built." if is_outdated(folder) else ""


def _read_all(reader: IndexReader) -> None:
    """Every posting and every value of every column; whatever is damaged there raises an error of some kind."""
    columns = Columns(reader)
    for name in reader.schema.names():
        if name not in (STEMS, SURFACE):
            columns[name]
    for leaf, _ in reader.leaf_readers():
        for field, word in leaf.all_terms():
            _read_postings(leaf.postings(field, word), has_places=field in (STEMS, SURFACE))


def _read_postings(matcher: Matcher, has_places: bool) -> None:
    while matcher.is_active():
        matcher.weight()
        if has_places:
            matcher.value_as("positions")
        matcher.next()
