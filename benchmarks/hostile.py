"""Random and hostile queries to the search page of an archive: no error page, and what the dearest cost.

    NEWSARCHIVE_DATA_DIR=data python benchmarks/hostile.py [--count 10000] [--seed 1]

Each is made of words of the archive's headlines, of every mark and operator of the language of queries, of letters of
all scripts and of what no text should have (NUL, surrogates, bidi controls), from nothing to 100 kB long. Asked in this
process, without a server between. Ends with status 1 where an answer was another than 200, or took longer than allowed.
"""

import argparse
import os
import random
import resource
import string
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")

import django  # noqa: E402 (the path and the settings must be known first)

django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402

from articles.arabic.characters import BIDI_CONTROLS, INVISIBLE, TASHKEEL  # noqa: E402
from articles.models import Article  # noqa: E402
from articles.search.language.fields import NAMES  # noqa: E402
from articles.views.kept_answers import ANSWERS  # noqa: E402

# Of an archive that was never served no files for browsers are collected.
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

MOST_SECONDS, MOST_MEGABYTES = 2.0, 200
LONGEST = 100_000
_SAMPLE = 5_000  # headlines
_MARKS = [
    *string.punctuation,
    *"«»‹›“”„؟،؛…–|",
    "~>5",
    "~3",
    "~100",
    " -",
    " OR ",
    " AND ",
    " NOT ",
    " أو ",
    " | ",
    "ـ",
]
_HIDDEN = [*BIDI_CONTROLS, *INVISIBLE, *TASHKEEL, "\0", "\ud800", "\udfff", "\ufeff", "\u0301", "\u00a0", "\n"]
_DATES = ["2025-01..2026-02", "مايو 2025", "١٤٤٦ هـ", "12 أيار", "9999-99-99", "..", "2015"]
_FIELDS = sorted(NAMES)
_LEVELS = ["", "exact", "folded", "light", "root", "none"]


def main() -> int:
    arguments = _arguments()
    draw = random.Random(arguments.seed)  # noqa: S311 (the same queries each time)
    words = _words(draw)
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="ar", raise_request_exception=False)
    client.get("/search/", {"q": words[0]})
    statuses: Counter[int] = Counter()
    taken, growth = [], []
    for number in range(arguments.count):
        query, level = _query(draw, words), draw.choice(_LEVELS)
        before = _peak()
        started = time.process_time()
        answer = client.get("/search/", {"q": query.encode("utf-8", "surrogatepass"), "level": level}, follow=True)
        taken.append((time.process_time() - started, query))
        growth.append((_peak() - before, query))
        statuses[answer.status_code] += 1
        ANSWERS.clear()
        if sys.stderr.isatty() and number % 100 == 0:
            print(f"\r{number:,}", end="", file=sys.stderr)
    return _tell(statuses, sorted(taken, reverse=True), sorted(growth, reverse=True))


def _tell(statuses: Counter[int], taken: list[tuple[float, str]], growth: list[tuple[float, str]]) -> int:
    print(
        f"{Article.objects.published().count():,} articles, {len(taken):,} queries; answers by status: {dict(statuses)}"
    )
    print(f"seconds of the processor: p50 {taken[len(taken) // 2][0]:.3f}, p95 {taken[len(taken) // 20][0]:.3f}, most:")
    for seconds, query in taken[:5]:
        print(f"    {seconds:.2f}  {len(query):,} characters  {query[:60]!r}")
    print(f"MB by which one query raised the most that the process ever had: {growth[0][0]:.0f}, {growth[1][0]:.0f}, …")
    return int(set(statuses) != {200} or taken[0][0] > MOST_SECONDS or growth[0][0] > MOST_MEGABYTES)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _words(draw: random.Random) -> list[str]:
    headlines = Article.objects.published().order_by("pk").values_list("headline", flat=True)[:_SAMPLE]
    words = sorted({word for headline in headlines for word in headline.split()})
    if not words:
        raise SystemExit("The archive has no articles.")
    draw.shuffle(words)
    return [*words, "Trump", "al-Jazeera", "81", "٢٠٢٥", "كانون الثاني", "ليس", "مصدر"]


def _query(draw: random.Random, words: list[str]) -> str:
    kind = draw.random()
    if kind < 0.05:
        piece = draw.choice([_piece(draw, words), draw.choice(_MARKS), draw.choice(_HIDDEN), "(", ")", '"', "-("])
        return (piece * (LONGEST // max(1, len(piece))))[: draw.choice([1_000, 10_000, LONGEST])]
    most = 8 if kind < 0.6 else 60 if kind < 0.95 else 2_000
    return "".join(_piece(draw, words) for _ in range(draw.randint(0, most)))[:LONGEST]


def _piece(draw: random.Random, words: list[str]) -> str:
    def word() -> str:
        return draw.choice(words)

    makers: list[tuple[int, Callable[[], str]]] = [
        (40, lambda: f"{word()} "),
        (6, lambda: f"{word()[:3]}* "),
        (4, lambda: f"{word()}~ "),
        (3, lambda: f"{word()[:2]}?{word()[-2:]} "),
        (
            6,
            lambda: (
                f'"{" ".join(word() for _ in range(draw.randint(1, 12)))}"{draw.choice(["", "~5 ", "~>5 ", "~100 "])}'
            ),
        ),
        (6, lambda: f"{draw.choice(_FIELDS)}:{draw.choice([word(), *_DATES])} "),
        (10, lambda: draw.choice(_MARKS)),
        (4, lambda: draw.choice(_HIDDEN)),
        (3, lambda: draw.choice("()") * draw.choice([1, 1, 2, 1000])),
        (3, lambda: chr(draw.randrange(0x110000))),
    ]
    return draw.choices([make for _, make in makers], [weight for weight, _ in makers])[0]()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000, help="queries (10000)")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
