"""Everything that a search finds, taken away in each format: when it begins, how long it takes, what memory it costs.

    python benchmarks/exports.py                      # the archive of NEWSARCHIVE_DATA_DIR, all its articles
    python benchmarks/exports.py --query حلب csv zip

The archive is served by gunicorn as `make run` serves it. Memory is what the workers have for themselves (RssAnon),
looked at five times a second, from the head of the answer on, when the search itself is done.
Ends with status 1 where a file has not as many articles as the page counts.
"""

import argparse
import csv
import http.client
import json
import os
import re
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from search_processes import members, tell
from serving import served

CHUNK = 1 << 16
LOOK_EVERY = 0.2  # seconds


@dataclass(frozen=True)
class Taken:
    """`first` and `whole` are seconds, `before` and `most` MB of the workers' own memory."""

    size: int
    first: float
    whole: float
    before: float
    most: float


def main() -> int:
    asked = _arguments()
    archive = Path(os.environ.get("NEWSARCHIVE_DATA_DIR") or Path(__file__).resolve().parent.parent / "data")
    wrong = False
    with served(archive) as (host, port, server), tempfile.TemporaryDirectory() as folder:
        total = _total(host, port, asked.query)
        _settle(server)
        print(f"{total:,} articles\n\n| Format | MB | First byte, s | Whole, s | Memory, MB | Growth, MB | Articles |")
        print("|---|---|---|---|---|---|---|")
        for kind in asked.kinds or COUNTS:
            file = Path(folder, f"all.{kind}")
            taken = _take(host, port, f"/search/export.{kind}?{urlencode({'q': asked.query})}", file, server)
            rows = COUNTS[kind](file)
            wrong |= rows != total
            print(
                f"| {kind} | {taken.size / 1e6:,.1f} | {taken.first:.1f} | {taken.whole:.1f} | {taken.most:,.0f} "
                f"| {taken.most - taken.before:+,.1f} | {rows:,}{'' if rows == total else ' **not all**'} |",
                flush=True,
            )
    return int(wrong)


def _settle(server: int) -> None:
    """Wait until the workers have read what they read in after their start: half a minute at most."""
    looks = [_own(server)]
    while len(looks) < 15 and (len(looks) < 4 or looks[-1] - looks[-4] > 1):
        time.sleep(2)
        looks.append(_own(server))


def _total(host: str, port: int, query: str) -> int:
    connection = http.client.HTTPConnection(host, port, timeout=120)
    connection.request("GET", f"/api/v1/search?{urlencode({'q': query})}")
    return json.load(connection.getresponse())["total"]


def _take(host: str, port: int, path: str, file: Path, server: int) -> Taken:
    started, seen, done = time.perf_counter(), [], threading.Event()
    connection = http.client.HTTPConnection(host, port, timeout=600)
    connection.request("GET", path)
    response = connection.getresponse()
    if response.status != http.client.OK:
        raise SystemExit(f"{path}: {response.status}")
    watch = threading.Thread(target=lambda: [seen.append(_own(server)) for _ in _ticks(done)], daemon=True)
    watch.start()  # the head is sent when the search is answered, the first byte when there is one
    with file.open("wb") as out:
        out.write(response.read(1))
        first = time.perf_counter() - started
        while data := response.read(CHUNK):
            out.write(data)
    done.set()
    watch.join()
    tell(f"{path} taken")
    return Taken(file.stat().st_size, first, time.perf_counter() - started, seen[0], max(seen))


def _ticks(done: threading.Event) -> Iterator[None]:
    yield
    while not done.wait(LOOK_EVERY):
        yield


def _own(server: int) -> float:
    """The memory of gunicorn and its workers that no file stands behind."""
    kilobytes = 0
    for pid in members(server):
        try:
            if b"gunicorn" in Path(f"/proc/{pid}/cmdline").read_bytes():
                kilobytes += int(re.search(r"RssAnon:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])
        except (OSError, TypeError):
            continue
    return kilobytes / 1024


def _lines_of_table(file: Path) -> int:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def _rows_of_book(file: Path) -> int:
    with zipfile.ZipFile(file) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(book.read(name).count(b"<row ") for name in sheets) - len(sheets)


def _texts(file: Path) -> int:
    with zipfile.ZipFile(file) as texts:
        return sum(name.startswith("texts/") for name in texts.namelist())


def _lines_with(beginning: bytes) -> Callable[[Path], int]:
    return lambda file: sum(line.startswith(beginning) for line in file.open("rb"))


COUNTS: dict[str, Callable[[Path], int]] = {
    "csv": _lines_of_table,
    "xlsx": _rows_of_book,
    "jsonl": _lines_with(b"{"),
    "ris": _lines_with(b"TY  - "),
    "bib": _lines_with(b"@article{"),
    "zip": _texts,
}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", help=f"formats, of {', '.join(COUNTS)} (all)")
    parser.add_argument("--query", default="", help="what is searched (everything)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
