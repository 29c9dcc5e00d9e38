"""The archive's settings as its environment gives them, each checked before anything starts.

Every variable has the prefix `NEWSARCHIVE_` and none is required. `Environment.read()` answers a frozen value object,
or raises `BadSetting` with a sentence that names the variable and says what it should have been.
"""

import importlib.util
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import dj_database_url
from environs import Env, EnvError

PREFIX = "NEWSARCHIVE_"
LANGUAGES = ("ar", "en")
SECRET_KEY_FILE = "secret_key"  # noqa: S105 - a file name
SHORTEST_SECRET_KEY = 32
# Seconds that a thread keeps its connection to the database: to open one takes a twentieth of a page of results.
CONNECTION_AGE = 60


class BadSetting(Exception):
    """A setting that the archive cannot start with; the text is for the operator."""


@dataclass(frozen=True)
class Environment:
    """What the operator chose, or the defaults."""

    data_dir: Path
    database: dict
    secret_key: str
    allowed_hosts: list[str]
    debug: bool
    language_code: str

    @classmethod
    def read(cls, project: Path) -> "Environment":
        """Read all settings; `project` is the folder that holds manage.py. Makes the data folder and the secret key."""
        env = Env(prefix=PREFIX)
        data_dir = make_data_dir(Path(env.str("DATA_DIR", "") or project / "data").expanduser().absolute())
        language_code = env.str("LANGUAGE_CODE", "") or "ar"
        if language_code not in LANGUAGES:
            raise BadSetting(f"{PREFIX}LANGUAGE_CODE must be one of {', '.join(LANGUAGES)}, not {language_code!r}.")
        debug = read_or_explain("DEBUG", "true or false", lambda: env.bool("DEBUG") if env.str("DEBUG", "") else False)
        return cls(
            data_dir=data_dir,
            database=database_config(env.str("DATABASE_URL", ""), data_dir),
            secret_key=secret_key(env.str("SECRET_KEY", ""), data_dir),
            allowed_hosts=[host.strip() for host in env.str("ALLOWED_HOSTS", "").split(",") if host.strip()]
            or ["localhost", "127.0.0.1", "[::1]"],
            debug=debug,
            language_code=language_code,
        )


def read_or_explain(name: str, expected: str, read: Callable[[], bool]) -> bool:
    """The value that `read` gives, or a `BadSetting` that says what was `expected` of the variable."""
    try:
        return read()
    except EnvError:
        raise BadSetting(f"{PREFIX}{name} must be {expected}, not {os.environ[PREFIX + name]!r}.") from None


def make_data_dir(path: Path) -> Path:
    """The data folder, made where it is absent, writable by us."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"{PREFIX}DATA_DIR: the folder {path} cannot be made: {error.strerror}.") from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise BadSetting(f"{PREFIX}DATA_DIR: the folder {path} cannot be written to.")
    return path


def database_config(url: str, data_dir: Path) -> dict:
    """Django's database settings: those of the URL, or SQLite in the data folder.

    SQLite gets write-ahead logging, so that readers never wait for the importer, and transactions that take the write
    lock when they begin, so that two writers queue instead of failing half way.
    """
    own = f"sqlite:///{data_dir / 'archive.sqlite3'}"
    try:
        config = dj_database_url.parse(url or own, conn_max_age=CONNECTION_AGE, conn_health_checks=True)
    except (ValueError, KeyError):
        raise BadSetting(
            f"{PREFIX}DATABASE_URL is not a database address such as postgres://user:password@host/name "
            "or sqlite:////folder/file."
        ) from None
    if config["ENGINE"].endswith("postgresql") and not importlib.util.find_spec("psycopg"):
        raise BadSetting(f"{PREFIX}DATABASE_URL names a PostgreSQL database; install the package psycopg first.")
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
        }
    return config


def secret_key(given: str, data_dir: Path) -> str:
    """The secret key given, or the one of the data folder, made at the first start and readable by its owner alone."""
    if given:
        if len(given) < SHORTEST_SECRET_KEY:
            raise BadSetting(f"{PREFIX}SECRET_KEY must have at least {SHORTEST_SECRET_KEY} characters.")
        return given
    path = data_dir / SECRET_KEY_FILE
    try:
        if not path.exists():
            write_once(path, secrets.token_urlsafe(64))
        key = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"The secret key in {path} cannot be read or made: {error}.") from None
    if len(key) < SHORTEST_SECRET_KEY:
        raise BadSetting(f"The secret key in {path} is damaged; delete it to have a new one made (all sessions end).")
    return key


def write_once(path: Path, text: str) -> None:
    """Write a private file whole, or not at all; where another process was first, its file stays."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
