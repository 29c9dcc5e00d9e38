"""How many pairs of word forms share an index term: forms of one word should, words one letter apart should not.

python benchmarks/word_forms.py [--half even|odd] [--show KIND] [PAIRS.TSV]
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))

from articles.arabic.analysis import forms  # noqa: E402 (the repository must be on the path first)
from articles.arabic.folding import normalize  # noqa: E402

PAIRS = REPO.parent / "shared" / "corpora" / "forms" / "pairs.tsv"
HALVES = {"even": (0,), "odd": (1,), "all": (0, 1)}


def term(word: str) -> str:
    surface, stem = forms(normalize(word).text)
    return stem or surface


def main() -> None:
    arguments = _arguments()
    joined: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    with arguments.pairs.open(encoding="utf-8", newline="") as lines:
        for number, (kind, first, second) in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            if number % 2 not in HALVES[arguments.half]:
                continue
            same = term(first) == term(second)
            seen[kind] += 1
            joined[kind] += same
            if kind == arguments.show and same == (kind == "differ"):
                print(first, second, term(first), term(second))
    for kind, count in seen.items():
        print(f"{kind:8} {100 * joined[kind] / count:6.1f} % of {count} joined")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS, metavar="PAIRS.TSV")
    parser.add_argument("--half", choices=HALVES, default="all", help="lines to count: tune on one, report the other")
    parser.add_argument("--show", metavar="KIND", help="print the pairs of this kind that went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
