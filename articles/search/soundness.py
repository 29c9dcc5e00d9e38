"""Whether the index on disk is whole and of this code's making: its one writer looks, those who search report.

index/DAMAGED       a search could not read the index; goes when it has been looked at, or built anew
"""

import logging
from contextlib import suppress
from pathlib import Path

from articles.search.engine.commits import commit_number
from articles.search.errors import IndexUnavailable
from articles.search.fingerprint import is_outdated
from articles.search.folders import DAMAGED, current_folder
from articles.search.readers import Snapshot, open_anew

log = logging.getLogger(__name__)


def is_reported(path: Path) -> bool:
    return (path / DAMAGED).exists()


def find_fault(path: Path) -> str:
    """What is wrong with the index, or nothing. All of it is read where a search reported damage, else it is opened."""
    reported = is_reported(path)
    try:
        folder = current_folder(path)
        index = open_anew(path, (folder.name, commit_number(folder)))
        if reported:
            check_all(index)
    except IndexUnavailable as error:
        return error.what
    except Exception as error:
        return IndexUnavailable.damaged(error).what
    if reported:
        log.warning("A search could not read the index, but all of it can be read.")
        with suppress(FileNotFoundError):
            (path / DAMAGED).unlink()
    return "The analysis changed since the index was built." if is_outdated(folder) else ""


def check_all(index: Snapshot) -> None:
    """Read every byte of an index; DamagedFile, or what the system says, where one is not what was written."""
    for segment in index.segments:
        segment.file.check()
