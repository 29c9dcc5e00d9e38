"""How fast the archive indexes, searches and serves, beside other engines: what `make bench` runs.

python benchmarks/search.py [--size N] [--growth] [--json FILE] [--write docs/benchmarks.md]
python benchmarks/search.py --from FILE --write docs/benchmarks.md

Each size is an archive of its own in a temporary folder: articles come in through `import_dump --no-index`, then
`rebuild_index` is timed, then every engine is asked the same queries in turn, then gunicorn serves eight clients.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent
sys.path.insert(0, str(BENCHMARKS))

import search_report  # noqa: E402 (its folder must be on the path first)
import serving  # noqa: E402
from search_corpus import CORPUS, describe, records  # noqa: E402
from search_processes import MANAGE, REPO, Ran, end_on_signals, group, run, tell  # noqa: E402
from search_queries import Drawer  # noqa: E402

GROWTH = (10_000, 30_000, 100_000)


def main() -> None:
    arguments = _arguments()
    end_on_signals()
    results = json.loads(arguments.read.read_text()) if arguments.read else measure(arguments)
    if arguments.json:
        arguments.json.write_text(json.dumps(results, ensure_ascii=False, indent=1))
    print(search_report.tables(results))
    if arguments.write:
        search_report.write(arguments.write, results)


def measure(arguments: argparse.Namespace) -> dict:
    told = {
        "command": "make bench " + arguments.as_made if arguments.as_made else "python " + " ".join(sys.argv),
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "machine": _machine(),
        "load": os.getloadavg()[0],
        "sizes": [],
    }
    tell(f"load of the machine before anything began: {told['load']:.1f} on {os.cpu_count()} processors")
    sizes = sorted({*GROWTH, arguments.size}) if arguments.growth else [arguments.size]
    for size in sizes:
        told["sizes"].append(measure_size(size, arguments))
    told["stock"] = measure_stock(min(arguments.stock, arguments.size), arguments)
    return told


def measure_size(size: int, arguments: argparse.Namespace) -> dict:
    tell(f"{size:,} articles: importing")
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as name:
        archive, file = Path(name) / "archive", Path(name) / "records.jsonl"
        told = _filled(archive, file, records(arguments.corpus, size)) | {
            "size": size,
            "corpus": describe(arguments.corpus, size),
        }
        options = ["--rounds", arguments.rounds, "--each", arguments.each]
        told |= _timed(archive, file, options)
        if arguments.requests:
            tell(f"{size:,} articles: serving")
            queries = Drawer(_read(file), seed=7).different(arguments.requests_of_kind + serving.WARMING)
            told["http"] = serving.measure(archive, queries, arguments.requests, arguments.requests_of_kind)
    return told


def measure_stock(size: int, arguments: argparse.Namespace) -> dict | None:
    """The archive and Haystack's stock backend over a few articles."""
    if not size:
        return None
    tell(f"{size:,} articles: importing, for the stock backend")
    with tempfile.TemporaryDirectory(prefix="newsarchive-bench-") as name:
        archive, file = Path(name) / "archive", Path(name) / "records.jsonl"
        told = _filled(archive, file, records(arguments.corpus, size)) | {"size": size}
        return told | _timed(archive, file, ["--stock", "--rounds", 1, "--each", arguments.each])


def _filled(archive: Path, file: Path, articles: Iterable[dict]) -> dict:
    """Make an archive of articles and index it; what both took."""
    archive.mkdir()
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in articles)
    run([sys.executable, MANAGE, "prepare_archive"], archive)
    # Status 1 says that single records were refused or mended, which a real corpus has.
    command = [sys.executable, MANAGE, "import_dump", "--no-index", "--verbosity", "0", file]
    imported = run(command, archive, accepted=(0, 1))
    tell("indexing")
    indexed = run([sys.executable, MANAGE, "rebuild_index"], archive)
    tell(f"indexed in {indexed.seconds:.1f} s; processor seconds of each process: {[round(s, 1) for s in indexed.cpu]}")
    return {
        "import": _told(imported, archive / "archive.sqlite3"),
        "index": _told(indexed, archive / "index"),
    }


def _told(ran: Ran, made: Path) -> dict:
    files = [made] if made.is_file() else [file for file in made.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 2**20
    return {"seconds": ran.seconds, "cpu": ran.cpu, "peak": ran.peak, "megabytes": size}


def _timed(archive: Path, file: Path, options: list) -> dict:
    folder = file.parent / "peers"
    folder.mkdir()
    # What it says of its progress goes on to whoever waits.
    with (
        tempfile.TemporaryFile() as output,
        group(
            [sys.executable, BENCHMARKS / "search_timing.py", file, folder, *options], archive, stdout=output
        ) as process,
    ):
        if process.wait():
            raise SystemExit(f"search_timing.py ended with status {process.returncode}")
        output.seek(0)
        return json.load(output)


def _read(file: Path) -> Iterable[dict]:
    with file.open("rb") as lines:
        yield from map(json.loads, lines)


def _commit() -> str:
    command = ["git", "-C", str(REPO), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=30_000, metavar="N", help="articles (30000)")
    parser.add_argument("--growth", action="store_true", help="10,000, 30,000 and 100,000 articles as well")
    parser.add_argument("--corpus", type=Path, default=CORPUS, metavar="FILE", help="JSON Lines, or its .xz")
    parser.add_argument("--stock", type=int, default=4_000, metavar="N", help="articles of the stock backend; 0: none")
    parser.add_argument(
        "--rounds", type=int, default=3, metavar="N", help="rounds of the mixed queries, each of others"
    )
    parser.add_argument("--each", type=int, default=100, metavar="N", help="queries of each kind")
    parser.add_argument("--requests", type=int, default=10_000, metavar="N", help="to the server, for memory; 0: none")
    parser.add_argument("--requests-of-kind", type=int, default=1_000, metavar="N", help="for the times of each page")
    parser.add_argument("--json", type=Path, metavar="FILE", help="all that was measured")
    parser.add_argument("--from", dest="read", type=Path, metavar="FILE", help="measure nothing, read such a file")
    parser.add_argument("--write", type=Path, metavar="FILE.md", help="put tables and chart into this page")
    parser.add_argument("--as-made", default="", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Stopped; nothing is left behind.")
