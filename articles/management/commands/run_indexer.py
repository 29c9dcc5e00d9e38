"""The one writer of the index: applies what editors and importers changed, as long as the site runs."""

import logging
import os
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections

from articles.search.errors import IndexBusy, IndexUnavailable
from articles.search.outbox import apply_changes, has_work

log = logging.getLogger("articles.indexer")

_EVERY = 0.5
# After an error that will not pass at once.
_PAUSE = 5.0


class Command(BaseCommand):
    help = "Keeps the search index up to date until it is stopped."

    def add_arguments(self, parser):
        parser.add_argument("--parent", type=int, help="stop when the process with this number is gone")

    def handle(self, *, parent: int | None = None, **options):
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        pause = 0.0
        while not stopped.wait(pause) and not _is_gone(parent):
            pause = _one_round(lambda: not stopped.is_set() and not _is_gone(parent))


def _one_round(goes_on) -> float:
    """Apply what waits; the seconds until it is worth looking again."""
    try:
        if has_work() and (applied := apply_changes(wait=_EVERY, goes_on=goes_on)):
            log.info("Indexed %d articles", applied)
    except IndexBusy:
        log.info("Another process is writing the index; waiting for it")
    except IndexUnavailable as error:
        log.error("%s Run manage.py rebuild_index --noinput.", error)
        return _PAUSE
    except (DatabaseError, OSError) as error:
        log.warning("Not indexed yet, will try again: %s", error)
        close_old_connections()
        return _PAUSE
    return _EVERY


def _is_gone(process: int | None) -> bool:
    if process is None:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
