"""How fast articles come into a fresh SQLite archive, beside plain Django `bulk_create` of the same rows.

python benchmarks/import.py [--size N] [--runs N] [--all] [CORPUS.jsonl[.xz]]

Of each run, in this order: `import_dump --no-index` as a process of its own, from its start to its end; then another
process reads the rows it made, table by table, makes objects of them, and is timed while `bulk_create` writes these
into a second archive. The reading of the file, the recognition of articles and the settling are the importer's alone.
Where other programs are at work, the seconds of the processor of both tell more than the clock: both are shown.
"""

import argparse
import json
import lzma
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

REPO = Path(__file__).resolve().parent.parent
CORPUS = REPO.parent / "shared" / "corpora" / "news" / "saudinewsnet.jsonl.xz"
SEEDS = REPO / "seeds"
MEGABYTE = 1024  # of the kilobytes in which Linux counts resident memory


@dataclass(frozen=True)
class Measured:
    """Seconds of both ways, by the clock and of the processor, and the peak resident memory of the import in MB."""

    articles: int
    importing: float
    plain: float
    processor: float
    plain_processor: float
    memory: float


def main() -> None:
    arguments = _arguments()
    if arguments.plain:
        print(json.dumps(create_plainly(*arguments.plain)))
        return
    runs, size = (1, None) if arguments.all else (arguments.runs, arguments.size)
    lines = corpus_lines(arguments.corpus) if arguments.corpus.exists() else made_lines(size or 30_000)
    print("corpus:", arguments.corpus.name if arguments.corpus.exists() else "made from the paragraphs of seeds/")
    with tempfile.TemporaryDirectory(prefix="newsarchive-benchmark-") as folder:
        file = Path(folder) / "corpus.jsonl"
        file.write_bytes(b"".join(islice(lines, size)))
        results = []
        for number in range(1, runs + 1):
            results.append(measure(file, Path(folder) / str(number)))
            show(f"run {number}", [results[-1]])
    if runs > 1:
        show("median", results)


def measure(file: Path, folder: Path) -> Measured:
    """Both ways, once, each into an archive of its own that is migrated beforehand."""
    ours, plain = folder / "ours", folder / "plain"
    for archive in (ours, plain):
        archive.mkdir(parents=True)
        run([sys.executable, REPO / "manage.py", "migrate", "--verbosity", "0"], archive)
    command = [sys.executable, REPO / "manage.py", "import_dump", "--no-index", "--verbosity", "0", file]
    importing, processor, memory, _ = run(command, ours)
    *_, answer = run([sys.executable, __file__, "--plain", ours, plain], plain)
    if not answer:
        raise SystemExit("bulk_create failed; its archive could not be read or written")
    told = json.loads(answer)
    return Measured(told["articles"], importing, told["seconds"], processor, told["processor"], memory)


def run(command: list, archive: Path) -> tuple[float, float, float, bytes]:
    """Run a command on an archive: its seconds by the clock and of the processor, its peak memory in MB, its output."""
    environment = os.environ | {"NEWSARCHIVE_DATA_DIR": str(archive)}
    environment.pop("NEWSARCHIVE_DATABASE_URL", None)
    # What is refused of a real corpus is told on the error stream, and is not what is looked at here.
    streams = {"env": environment, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    started = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], **streams)  # noqa: S603
    written = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    # Status 1 of an import says that single records were refused, which a real corpus has.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command[1]} ended with status {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEGABYTE, written


def create_plainly(ours: str, plain: str) -> dict:
    """Create in one archive, with `bulk_create` alone, all rows of the other; the seconds of the creation."""
    sys.path.insert(0, str(REPO))
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsarchive.settings"
    import django
    from django.apps import apps
    from django.db import connections, transaction

    django.setup()
    target = connections.databases["default"]
    name = Path(target["NAME"]).relative_to(plain)
    connections.databases["ours"] = target | {"NAME": str(Path(ours) / name)}
    watch, articles = Watch(), 0
    with transaction.atomic():
        for model in apps.get_app_config("articles").get_models(include_auto_created=True):
            rows = list(model._base_manager.using("ours"))
            for row in rows:
                row._state.db, row._state.adding = None, True
            watch.start()
            model._base_manager.using("default").bulk_create(rows)
            watch.stop()
            articles += len(rows) if model._meta.model_name == "article" else 0
        watch.start()
    watch.stop()
    return {"articles": articles, "seconds": watch.seconds, "processor": watch.processor}


class Watch:
    """The seconds between its starts and stops, by the clock and of the processor, added up."""

    seconds = processor = 0.0

    def start(self) -> None:
        self.started = time.perf_counter(), time.process_time()

    def stop(self) -> None:
        self.seconds += time.perf_counter() - self.started[0]
        self.processor += time.process_time() - self.started[1]


def corpus_lines(path: Path) -> Iterator[bytes]:
    with lzma.open(path) if path.suffix == ".xz" else path.open("rb") as lines:
        yield from lines


def made_lines(count: int) -> Iterator[bytes]:
    """Articles of ten paragraphs, drawn from those of the sample pages, each under a headline of its own."""
    draw = random.Random(1)  # noqa: S311 (the same corpus each time)
    texts = (path.read_text(encoding="utf-8", errors="ignore") for path in sorted(SEEDS.glob("*.txt")))
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) > 150]
    for number in range(count):
        text = draw.sample(paragraphs, 10)
        record = {"id": number, "title": f"{' '.join(text[0].split()[:8])} {number}", "text": "\n\n".join(text)}
        yield json.dumps(record, ensure_ascii=False).encode() + b"\n"


def show(name: str, results: list[Measured]) -> None:
    """One line; every figure is the median of its own values."""
    importing = median(result.articles / result.importing for result in results)
    plain = median(result.articles / result.plain for result in results)
    ratio = median(result.plain / result.importing for result in results)
    processor = median(result.articles / result.processor for result in results)
    plain_processor = median(result.articles / result.plain_processor for result in results)
    processor_ratio = median(result.plain_processor / result.processor for result in results)
    print(
        f"{name}: {results[0].articles:,} articles; import_dump {importing:,.0f}/s, bulk_create {plain:,.0f}/s, "
        f"ratio {ratio:.2f}; by processor time {processor:,.0f}/s, {plain_processor:,.0f}/s, {processor_ratio:.2f}; "
        f"peak memory {median(result.memory for result in results):,.0f} MB",
        flush=True,
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS, metavar="CORPUS", help="JSON Lines, or its .xz")
    parser.add_argument("--size", type=int, default=10_000, metavar="N", help="how many articles of it")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    parser.add_argument("--all", action="store_true", help="the whole corpus, once")
    parser.add_argument("--plain", nargs=2, metavar="FOLDER", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
