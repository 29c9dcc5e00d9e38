"""The one writer of the index: applies what editors and importers changed, and mends what is damaged."""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError
from django.db import close_old_connections

from articles.search.errors import IndexBusy
from articles.search.outbox import apply_changes, has_work

log = logging.getLogger("articles.indexer")

_EVERY = 0.5
# Between two looks at an index that nobody changed or complained of.
_LOOK_EVERY = 30.0
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

        def goes_on() -> bool:
            return not stopped.is_set() and not _is_gone(parent)

        pause, looked = 0.0, -_LOOK_EVERY
        while not stopped.wait(pause) and goes_on():
            looks = time.monotonic() - looked >= _LOOK_EVERY
            pause = _one_round(goes_on, looks)
            looked = time.monotonic() if looks else looked


def _one_round(goes_on: Callable[[], bool], looks: bool) -> float:
    """Apply what waits, and mend the index where it `looks` at it; the seconds until it is worth going on."""
    try:
        if (looks or has_work()) and (applied := apply_changes(wait=_EVERY, goes_on=goes_on)):
            log.info("Indexed %d articles", applied)
    except IndexBusy:
        log.info("Another process is writing the index; waiting for it")
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
