"""How many names in Latin letters find their Arabic spellings in the words of a news corpus, and what else they find.

python benchmarks/names.py [--half even|odd] [--show] [NEWS.JSONL.XZ]

names.tsv: a name, a tab, its spellings in folded letters, where + stands for a space; a name without spellings is one
that no rule of sound can find, and everything found for it is wrong. A spelling that the corpus lacks is not asked for.
"""

import argparse
import json
import lzma
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))

from articles.arabic.analysis import forms  # noqa: E402 (the repository must be on the path first)
from articles.arabic.tokens import tokenize  # noqa: E402
from articles.arabic.transliteration import names_like, skeleton  # noqa: E402

NEWS = REPO.parent / "shared" / "corpora" / "news" / "saudinewsnet.jsonl.xz"
HALVES = {"even": (0,), "odd": (1,), "all": (0, 1)}
ORDINARY = """
market house street president minister government economy bank school university hospital police attack soldier army
water food money price oil energy football player team match goal winner summer winter morning evening child woman
family company network report season country border security meeting agreement budget power system program health
history science language teacher doctor airport station vehicle weather mountain river future project
"""


class Words:
    def __init__(self, counts: Counter[str]) -> None:
        self.counts = counts
        self.by_key: dict[str, list[tuple[str, int]]] = defaultdict(list)
        begin = time.process_time()
        for form, count in counts.items():
            self.by_key[skeleton(form)].append((form, count))
        micros = 1e6 * (time.process_time() - begin) / len(counts)
        print(f"{len(counts)} forms, {len(self.by_key)} skeletons, {micros:.2f} µs a form")

    def with_skeleton(self, key: str) -> list[tuple[str, int]]:
        return self.by_key.get(key, [])

    def count(self, form: str) -> int:
        return self.counts[form]


def read_words(news: Path) -> Words:
    counts: Counter[str] = Counter()
    with lzma.open(news, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            text = f"{article['title']}\n{article['text']}"
            counts.update({forms(token.normal)[0] for token in tokenize(text)})
    return Words(counts)


def main() -> None:
    arguments = _arguments()
    words = read_words(arguments.news)
    tally: Counter[str] = Counter()
    slowest = 0.0
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        name, _, written = line.partition("\t")
        accepted = [spelling.replace("+", " ") for spelling in written.split()]
        accepted = [spelling for spelling in accepted if all(words.count(word) for word in spelling.split())]
        if number % 2 not in HALVES[arguments.half]:
            continue
        begin = time.process_time()
        found = [candidate.form for candidate in names_like(name, words)]
        slowest = max(slowest, time.process_time() - begin)
        tally["names"] += bool(accepted)
        tally["first"] += found[:1] != [] and found[0] in accepted
        tally["eight"] += any(form in accepted for form in found)
        tally["wrong"] += sum(form not in accepted for form in found)
        tally["lines"] += 1
        if arguments.show and not (accepted and found[:1] and found[0] in accepted):
            print(f"{name}: {' '.join(accepted)} | {', '.join(found)}")
    print(f"{tally['names']} names: first {tally['first']}, in eight {tally['eight']}", end="; ")
    print(f"{tally['wrong'] / tally['lines']:.2f} wrong a name; slowest {1000 * slowest:.1f} ms")
    ordinary = [len(names_like(word, words)) for word in ORDINARY.split()]
    print(f"{len(ordinary)} English words: {sum(ordinary) / len(ordinary):.2f} found a word")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="?", type=Path, default=NEWS, metavar="NEWS.JSONL.XZ")
    parser.add_argument("--half", choices=HALVES, default="all", help="lines to count: tune on one, report the other")
    parser.add_argument("--show", action="store_true", help="print the names whose first candidate is wrong")
    return parser.parse_args()


if __name__ == "__main__":
    main()
