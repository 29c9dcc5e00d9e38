"""What the archive does as it is served: gunicorn with the archive's own configuration, and eight clients at once."""

import http.client
import random
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from search_processes import environment, group, members, tell

CLIENTS = 8
# Pages of a kind that are asked for before any is timed, of searches others: a server that has run for a minute knows
# the names and the words that most of them have.
WARMING = 350
_START = 120  # seconds that the server has to answer first
_MEGABYTE = 1024  # of the kilobytes in which Linux counts


@dataclass(frozen=True)
class Load:
    """`taken` are the milliseconds of each request, `failed` those that were not answered with status 200."""

    taken: list[float]
    seconds: float
    failed: int

    def told(self) -> dict:
        return {
            "requests_per_second": len(self.taken) / self.seconds,
            "milliseconds": self.taken,
            "failed": self.failed,
        }


def measure(archive: Path, queries: Sequence[str], requests: int, each: int) -> dict:
    """Requests a second and their times by kind of page, `each` of a kind; then the memory of each worker while
    `requests` of all kinds are answered."""
    with served(archive) as (host, port, server):
        pages = addresses(archive, queries)
        told: dict = {"clients": CLIENTS, "kinds": {}}
        for kind, paths in pages.items():
            load(host, port, paths[each:] or paths, WARMING)
            told["kinds"][kind] = load(host, port, paths, each).told()
            tell(f"{kind}: {told['kinds'][kind]['requests_per_second']:,.0f} requests/s")
        mixed = [path for paths in pages.values() for path in paths]
        random.Random(1).shuffle(mixed)  # noqa: S311
        before = memory(server)
        tell(f"memory of the workers: {before}; {requests:,} requests follow")
        told["mixture"] = load(host, port, mixed, requests).told()
        after = memory(server)
        tell(f"memory of the workers: {after}")
    return told | {"requests": requests, "memory_before": before, "memory_after": after}


@contextmanager
def served(archive: Path) -> Iterator[tuple[str, int, int]]:
    """The archive behind gunicorn: host, port and number of the server's process."""
    host, port = "127.0.0.1", free_port()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:newsarchive.server", "newsarchive.wsgi"]
    env = environment(archive, HOST=host, PORT=str(port))
    with (
        (archive / "server.log").open("wb") as log,
        group(command, archive, env, stdout=log, stderr=subprocess.STDOUT) as server,
    ):
        until = time.monotonic() + _START
        while not answers(host, port):
            if server.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"gunicorn does not answer:\n{(archive / 'server.log').read_text()[-2000:]}")
            time.sleep(0.2)
        yield host, port, server.pid


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(host: str, port: int) -> bool:
    try:
        connection = http.client.HTTPConnection(host, port, timeout=30)
        connection.request("GET", "/")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False


def addresses(archive: Path, queries: Sequence[str]) -> dict[str, list[str]]:
    """The addresses of each kind of page; each search is another."""
    with sqlite3.connect(archive / "archive.sqlite3") as database:
        articles = _numbers(database, "SELECT id FROM articles_article ORDER BY id")
        sources = _numbers(database, "SELECT id FROM articles_source ORDER BY id")
        months = database.execute(
            "SELECT DISTINCT substr(published_to, 1, 7) FROM articles_article WHERE published_to IS NOT NULL ORDER BY 1"
        ).fetchall()
    database.close()
    draw = random.Random(1)  # noqa: S311
    browsed = ["/", "/sources/", "/dates/", "/sections/", "/authors/"]
    browsed += [f"/sources/{number}/" for number in sources]
    browsed += [f"/sources/{number}/?page=2" for number in sources]
    browsed += [f"/dates/{month.replace('-', '/')}/" for (month,) in months]
    return {
        "search": [f"/search/?{urlencode({'q': query})}" for query in queries],
        "article": [f"/articles/{number}/" for number in draw.sample(articles, min(1000, len(articles)))],
        "browse": browsed,
    }


def _numbers(database: sqlite3.Connection, query: str) -> list[int]:
    return [number for (number,) in database.execute(query)]


def load(host: str, port: int, paths: Sequence[str], count: int) -> Load:
    """`count` requests from `CLIENTS` clients, each of which asks for the next page when it has the last."""
    waiting = iter([paths[number % len(paths)] for number in range(count)])
    lock = threading.Lock()
    taken: list[float] = []
    failed: list[str] = []

    def next_path() -> str | None:
        with lock:
            return next(waiting, None)

    clients = [threading.Thread(target=_client, args=(host, port, next_path, taken, failed)) for _ in range(CLIENTS)]
    started = time.perf_counter()
    for client in clients:
        client.daemon = True
        client.start()
    for client in clients:
        client.join()
    if failed:
        tell(f"not answered as they should be: {failed[:3]}")
    return Load(taken, time.perf_counter() - started, len(failed))


def _client(host: str, port: int, next_path: Callable, taken: list[float], failed: list[str]) -> None:
    connection = http.client.HTTPConnection(host, port, timeout=120)
    while path := next_path():
        started = time.perf_counter()
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "gzip, br", "Accept-Language": "ar"})
            response = connection.getresponse()
            response.read()
            status = response.status
        except (OSError, http.client.HTTPException) as error:
            # A worker closes a connection when it likes; the client asks again on another.
            connection.close()
            status = type(error).__name__
        if status == http.client.OK:
            taken.append((time.perf_counter() - started) * 1000)
        else:
            failed.append(f"{status} {path}")
    connection.close()


def memory(server: int) -> dict[str, dict[str, float]]:
    """Proportional and unique resident memory, in MB, of each worker and of the indexer, by the number of its process.

    The proportional share counts what several processes have mapped by as much as each has of it.
    """
    found = {}
    for pid in members(server):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        role = "indexer" if "run_indexer" in command else "server" if pid == server else "worker"
        sizes = {name: int(size) / _MEGABYTE for name, size in re.findall(r"^(\w+):\s+(\d+) kB", rollup, re.MULTILINE)}
        private = sizes["Private_Dirty"] + sizes["Private_Clean"]
        found[f"{role} {pid}"] = {"pss": sizes["Pss"], "private": private, "shared_files": sizes.get("Pss_File", 0.0)}
    return found
