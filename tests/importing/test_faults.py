"""Faults from outside: a full disk, a locked database, an archive with a damaged member. Told, and finished later."""

import sqlite3
import subprocess
import zipfile

import pytest

from tests.importing.test_killed import check_wholeness
from tests.importing.test_streams import record, write

RECORDS = 1600
# Runs a command on a database that cannot grow beyond so many pages, or does not wait longer than so many seconds.
LIMITED = """
import sys
import django
from django.conf import settings
from django.core.management import execute_from_command_line
pages, seconds = sys.argv[1:3]
options = settings.DATABASES["default"]["OPTIONS"]
options["timeout"] = float(seconds)
options["init_command"] += f"; PRAGMA max_page_count={pages}"
execute_from_command_line(["manage.py", *sys.argv[3:]])
"""
ANY_SIZE, LONG = 1_000_000, 30


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    return write(tmp_path_factory.mktemp("files") / "a.jsonl", [record(number) for number in range(RECORDS)])


@pytest.fixture
def archive(new_archive, tmp_path):
    return new_archive(tmp_path / "data")


def fails(archive, *arguments, pages=ANY_SIZE, seconds=LONG):
    """What a command says that must fail, without a traceback."""
    process = archive.start(pages, seconds, *arguments, code=LIMITED)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1, err
    assert "Traceback" not in out + err
    return out + err


def finish(archive, records):
    """Run the import again, with nothing in its way: all is there, once."""
    archive.run("import_dump", records, "--no-index")
    assert check_wholeness(archive) == RECORDS


def test_a_database_that_cannot_grow_keeps_what_was_imported_and_is_finished_later(archive, records):
    said = fails(archive, "import_dump", records, "--no-index", pages=700)
    assert "database or disk is full" in said
    assert "run the command again to finish" in said
    assert 0 < check_wholeness(archive) < RECORDS
    finish(archive, records)


def test_a_disk_that_is_full(new_archive, tmp_path, records):
    """The same on a real disk of three megabytes, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    try:
        archive = new_archive(disk)
        assert "The database refused" in fails(archive, "import_dump", records, "--no-index")
        found = check_wholeness(archive)
        assert found < RECORDS
        subprocess.run(["mount", "-o", "remount,size=60m", disk], check=True)
        finish(archive, records)
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_database_that_another_holds_too_long_is_named_and_the_import_finished_later(archive, records):
    holder = sqlite3.connect(f"{archive.data}/archive.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    said = fails(archive, "import_dump", records, "--no-index", seconds=0.2)
    assert "database is locked" in said
    holder.execute("ROLLBACK")
    holder.close()
    finish(archive, records)


def test_a_damaged_member_is_refused_and_comes_with_the_mended_archive(archive, tmp_path, records):
    path = tmp_path / "a.zip"
    lines = records.read_bytes().splitlines(keepends=True)
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("first.jsonl", b"".join(lines[:800]))
        made.writestr("second.jsonl", b"".join(lines[800:1590]))
        made.writestr("third.jsonl", b"".join(lines[1590:]))
    whole = path.read_bytes()
    place = whole.index(lines[1589])
    path.write_bytes(whole[:place] + b"!" + whole[place + 1 :])
    said = archive.run("import_dump", path, "--no-index", status=1)
    assert "a.zip/second.jsonl: damaged: not what was stored" in said
    assert check_wholeness(archive) == RECORDS - 790
    path.write_bytes(whole)
    archive.run("import_dump", path, "--no-index")
    assert check_wholeness(archive) == RECORDS
