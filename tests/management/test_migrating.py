"""The database is brought up to date by one process at a time."""

import fcntl

import pytest

from articles.management import migrating


def test_nobody_else_has_the_lock_while_tables_are_made(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    asked = []

    def make_tables(command, **options):
        asked.append(command)
        with (tmp_path / migrating.LOCK).open("w") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)

    monkeypatch.setattr(migrating, "call_command", make_tables)
    migrating.migrate()
    assert asked == ["migrate"]
    with (tmp_path / migrating.LOCK).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
