"""Bringing the database up to date, by one process at a time: two that make the same table disturb each other."""

import fcntl

from django.conf import settings
from django.core.management import call_command

LOCK = "migrate.lock"  # in the data folder; the kernel frees the lock of a process that dies


def migrate() -> None:
    """Make the tables of a new archive, and bring those of an older one up to date. Raises DatabaseError, OSError."""
    with (settings.DATA_DIR / LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        call_command("migrate", verbosity=0, interactive=False)
