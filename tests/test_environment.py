"""The settings of the environment: none is required, and a bad one stops the start with a sentence."""

import json
import os
import stat
import subprocess
import sys

import pytest

from newsarchive.environment import BadSetting, Environment
from tests.paths import REPO


@pytest.fixture
def read(tmp_path, monkeypatch):
    def read(**given):
        monkeypatch.setenv("NEWSARCHIVE_DATA_DIR", str(tmp_path / "data"))
        for name, value in given.items():
            monkeypatch.setenv(f"NEWSARCHIVE_{name}", value)
        return Environment.read(tmp_path)

    return read


def test_nothing_is_required(tmp_path, monkeypatch):
    monkeypatch.delenv("NEWSARCHIVE_DATA_DIR")
    environment = Environment.read(tmp_path)
    assert environment.data_dir == tmp_path / "data"
    assert environment.database["NAME"] == str(tmp_path / "data" / "archive.sqlite3")
    assert environment.debug is False
    assert environment.language_code == "ar"
    assert "localhost" in environment.allowed_hosts


def test_the_secret_key_is_made_once_for_its_owner_alone(read, tmp_path):
    first, second = read().secret_key, read().secret_key
    assert first == second
    assert len(first) > 50
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


def test_a_database_address_is_read(read, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    database = read(DATABASE_URL="postgres://editor:secret@db.example.org/news").database
    assert (database["ENGINE"], database["HOST"]) == ("django.db.backends.postgresql", "db.example.org")


def test_a_connection_that_is_kept_is_tried_before_it_is_used(read, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    for database in (read().database, read(DATABASE_URL="postgres://db.example.org/news").database):
        assert 0 < database["CONN_MAX_AGE"] <= 60
        assert database["CONN_HEALTH_CHECKS"]


def test_a_database_whose_driver_is_missing_is_named(read, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(BadSetting, match="install the package psycopg"):
        read(DATABASE_URL="postgres://editor:secret@db.example.org/news")


def test_hosts_are_separated_by_commas(read):
    assert read(ALLOWED_HOSTS="a.example.org, b.example.org").allowed_hosts == ["a.example.org", "b.example.org"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("LANGUAGE_CODE", "fr"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "oracle9://x/y"),
        ("SECRET_KEY", "short"),
        ("DATA_DIR", "/dev/null/archive"),
    ],
)
def test_a_bad_value_is_named(read, name, value):
    with pytest.raises(BadSetting, match=name):
        read(**{name: value})


def test_a_bad_value_stops_a_command_with_its_sentence_and_no_traceback(tmp_path):
    ended = subprocess.run(
        [sys.executable, str(REPO / "manage.py"), "check"],
        env=os.environ
        | {"NEWSARCHIVE_DEBUG": "maybe", "NEWSARCHIVE_DATA_DIR": str(tmp_path)}
        | {"DJANGO_SETTINGS_MODULE": "newsarchive.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.strip() == "newsarchive cannot start. NEWSARCHIVE_DEBUG must be true or false, not 'maybe'."
    assert json.dumps(ended.stdout) == '""'
