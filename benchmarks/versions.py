"""Two versions of the code over one archive, asked by turns: the processor's time of a page of results in each.

NEWSARCHIVE_DATA_DIR=data python benchmarks/versions.py ../before . [--pages 1400]

Each version is one process; both work on the same processor, never at once, and are asked for a few pages by turns, so
that what the machine does besides falls on both. No query comes twice: pages that were asked for before are kept. A
version against itself says how much of a difference is chance: 1,400 pages gave 0.985, and 0.994 in the middle.
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

BEFORE, AT_ONCE = 350, 25  # pages asked for before any is timed, and in one turn
TEXTS = """SELECT headline, (SELECT group_concat(text, ' ') FROM articles_block WHERE article_id = articles_article.id)
    FROM articles_article"""


def main() -> None:
    if sys.argv[1:] == ["--make-pages"]:
        make_pages()
        return
    arguments = _arguments()
    archive = Path(os.environ["NEWSARCHIVE_DATA_DIR"]).absolute()
    pages = draw_pages(archive, BEFORE + arguments.pages)
    with ExitStack() as stack:
        versions = [stack.enter_context(start(folder, archive)) for folder in (arguments.before, arguments.after)]
        for version in versions:
            ask(version, pages[:BEFORE])
        taken: tuple[list[float], ...] = ([], [])
        for turn, first in enumerate(range(BEFORE, len(pages), AT_ONCE)):
            for place in (0, 1) if turn % 2 else (1, 0):
                taken[place].append(ask(versions[place], pages[first : first + AT_ONCE]))
    ratios = [after / before for before, after in zip(*taken, strict=True)]
    for folder, seconds in zip((arguments.before, arguments.after), taken, strict=True):
        print(f"{sum(seconds) * 1000 / arguments.pages:.2f} ms a page  {folder}")
    print(f"ratio {sum(taken[1]) / sum(taken[0]):.3f}, of turns in the middle {statistics.median(ratios):.3f}")


def draw_pages(archive: Path, count: int) -> list[str]:
    # Not above: it loads modules of this version, and the processes that make pages have their own.
    from search_queries import Drawer

    with sqlite3.connect(archive / "archive.sqlite3") as database:
        rows: Iterator = database.execute(TEXTS)
        queries = Drawer(({"title": title, "text": text or ""} for title, text in rows), seed=7).different(count)
    database.close()
    return [f"/search/?{urlencode({'q': query})}" for query in queries]


def start(folder: Path, archive: Path) -> subprocess.Popen:
    """A process that makes the pages of the version in a folder."""
    environment = os.environ | {
        "NEWSARCHIVE_DATA_DIR": str(archive),
        "PYTHONPATH": str(folder),
        "DJANGO_SETTINGS_MODULE": "newsarchive.settings",
    }
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, str(Path(__file__).resolve()), "--make-pages"],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def ask(version: subprocess.Popen, pages: list[str]) -> float:
    """Seconds of the processor for some pages."""
    version.stdin.write(json.dumps(pages) + "\n")
    version.stdin.flush()
    answer = version.stdout.readline()
    if not answer:
        raise SystemExit("A version ended before its pages were made; what went wrong stands above.")
    return float(answer)


def make_pages() -> None:
    """Make the pages of each line of the input, and say how long that took."""
    import django

    django.setup()
    from django.test import Client

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="ar")
    for line in sys.stdin:
        pages = json.loads(line)
        started = time.process_time()
        for page in pages:
            if (status := client.get(page).status_code) != 200:
                raise SystemExit(f"{page}: status {status}")
        print(time.process_time() - started, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("before", type=lambda text: Path(text).resolve(), help="folder of one version, set up")
    parser.add_argument("after", type=lambda text: Path(text).resolve(), help="folder of the other")
    parser.add_argument("--pages", type=int, default=1400, metavar="N", help="that are timed")
    arguments = parser.parse_args()
    for folder in (arguments.before, arguments.after):
        if not (folder / "manage.py").exists():
            parser.error(f"{folder} holds no manage.py")
    if "NEWSARCHIVE_DATA_DIR" not in os.environ:
        parser.error("NEWSARCHIVE_DATA_DIR must name the folder of an archive")
    return arguments


if __name__ == "__main__":
    main()
