"""How many pairs of word forms share an index term: forms of one word should, words one letter apart should not.

python benchmarks/word_forms.py [--level exact|folded|light|root] [--half even|odd] [--show KIND] [PAIRS.TSV]
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))

from articles.arabic.levels import DEFAULT, Level, term_at  # noqa: E402 (the repository must be on the path first)
from articles.arabic.tokens import words  # noqa: E402

PAIRS = REPO.parent / "shared" / "corpora" / "forms" / "pairs.tsv"
HALVES = {"even": (0,), "odd": (1,), "all": (0, 1)}


def term(level: Level, word: str) -> str:
    """The index term; of a stop word its letters, folded, as `manage.py analyze_words` prints it."""
    return " ".join(term_at(level, normal) or term_at(Level.FOLDED, normal) for normal in words(word))


def main() -> None:
    arguments = _arguments()
    joined: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    with arguments.pairs.open(encoding="utf-8", newline="") as lines:
        for number, (kind, first, second) in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            if number % 2 not in HALVES[arguments.half]:
                continue
            ours, theirs = term(arguments.level, first), term(arguments.level, second)
            same = ours == theirs
            seen[kind] += 1
            joined[kind] += same
            if kind == arguments.show and same == (kind == "differ"):
                print(first, second, ours, theirs)
    for kind, count in seen.items():
        print(f"{kind:8} {100 * joined[kind] / count:6.1f} % of {count} joined")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=Path, default=PAIRS, metavar="PAIRS.TSV")
    parser.add_argument("--level", type=Level, choices=list(Level), default=DEFAULT, help="level of form (light)")
    parser.add_argument("--half", choices=HALVES, default="all", help="lines to count: tune on one, report the other")
    parser.add_argument("--show", metavar="KIND", help="print the pairs of this kind that went wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
