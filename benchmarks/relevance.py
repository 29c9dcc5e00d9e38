"""How well the search ranks judged queries and joins the forms of words, beside what others reach on the same sets.

python benchmarks/relevance.py [--half even|odd] [--level exact|folded|light|root]

The sets are those of ../shared/corpora: each is indexed by `evaluate_search`, in a temporary folder. The weights of the
ranking were chosen on the even queries, so the odd ones are the fair half. Figures of others are those measured by the
makers of the sets, not here.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
CORPORA = REPO.parent / "shared" / "corpora"
HALVES = {"even": (0,), "odd": (1,), "all": (0, 1)}
# nDCG@10 and recall@10 on each set, as the notes of the sets have them.
OTHERS = {
    "Lucene 9": ("0.838 / 0.957", "0.926 / 0.965", "0.692 / 0.869"),
    "Tantivy": ("0.824 / 0.943", "0.906 / 0.953", "0.683 / 0.859"),
    "SQLite FTS5": ("0.789 / 0.922", "0.895 / 0.948", "0.657 / 0.835"),
    "Whoosh, light stems": ("0.831 / 0.947", "", ""),
    "Whoosh through Haystack": ("0.721 / 0.865", "", ""),
}
SETS = {"ARCD": "arcd", "TyDi QA": "tydiqa_ar_dev", "Asharq headlines": "aawsat_headlines"}
# Percent of the pairs of forms that are joined: broken, sound, clitic, differ.
OTHER_FORMS = {"light10": (10, 98, 65, 1.2), "Snowball": (9, 14, 60, 1.3)}
KINDS = ("broken", "sound", "clitic", "differ")


def main() -> None:
    arguments = _arguments()
    if not CORPORA.exists():
        sys.exit(f"The judged sets are not there: {CORPORA}")
    with tempfile.TemporaryDirectory(prefix="newsarchive-benchmark-") as folder:
        ours = [ranked(name, Path(folder), arguments) for name in SETS.values()]
    print(f"nDCG@10 / recall@10, {arguments.half} queries, level {arguments.level}\n")
    print(f"| | {' | '.join(SETS)} |\n|---|{'---|' * len(SETS)}")
    for name, figures in {"newsarchive": ours, **OTHERS}.items():
        print(f"| {name} | {' | '.join(figures)} |")
    print(f"\nPairs of forms joined, percent\n\n| | {' | '.join(KINDS)} |\n|---|{'---|' * len(KINDS)}")
    for name, figures in {"newsarchive": joined(arguments), **OTHER_FORMS}.items():
        print(f"| {name} | {' | '.join(map(str, figures))} |")


def ranked(name: str, folder: Path, arguments: argparse.Namespace) -> str:
    """Our figures on one set, of the queries of one half."""
    judged = CORPORA / "ir" / name
    documents = judged / "docs.tsv"
    if not documents.exists():
        documents = folder / f"{name}.tsv"
        subprocess.run([sys.executable, CORPORA / "headline_docs.py", documents], check=True)  # noqa: S603
    lines = (judged / "queries.tsv").read_text("utf-8").splitlines(keepends=True)
    queries = folder / "queries.tsv"
    queries.write_text("".join(line for n, line in enumerate(lines) if n % 2 in HALVES[arguments.half]), "utf-8")
    options = ["--docs", documents, "--queries", queries, "--qrels", judged / "qrels.tsv", "--level", arguments.level]
    command = [sys.executable, REPO / "manage.py", "evaluate_search", *options]
    environment = os.environ | {"NEWSARCHIVE_DATA_DIR": str(folder)}
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout  # noqa: S603
    measures = dict(line.split() for line in said.splitlines())
    return f"{float(measures['nDCG@10']):.3f} / {float(measures['recall@10']):.3f}"


def joined(arguments: argparse.Namespace) -> list[str]:
    command = [sys.executable, REPO / "benchmarks" / "word_forms.py", "--level", arguments.level]
    command += ["--half", arguments.half]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    found = {line.split()[0]: line.split()[1] for line in said.splitlines()}
    return [found[kind] for kind in KINDS]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=HALVES, default="all", help="queries and pairs to count (all)")
    parser.add_argument("--level", choices=("exact", "folded", "light", "root"), default="light", help="level of form")
    return parser.parse_args()


if __name__ == "__main__":
    main()
