"""`manage.py evaluate_search`: how well the search ranks, on documents with judged queries."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.arabic.levels import DEFAULT, Level
from articles.search.evaluation import BadTable, best, indexed, measure, read_judgements, read_texts
from articles.search.options import Options


class Command(BaseCommand):
    help = "Measure the ranking on judged queries, in a temporary index of its own. The archive is not touched."
    # It needs no database.
    requires_system_checks: list = []

    def add_arguments(self, parser):
        parser.add_argument("--docs", type=Path, required=True, help="tab separated: id, title, text")
        parser.add_argument("--queries", type=Path, required=True, help="tab separated: id, query")
        parser.add_argument("--qrels", type=Path, required=True, help="tab separated: query id, relevant document id")
        parser.add_argument("--run", type=Path, help="file to write the hits to: query id, document id, rank, score")
        parser.add_argument("--level", type=Level, choices=list(Level), default=DEFAULT, help="level of form")

    def handle(self, *, docs, queries, qrels, run, level, **options):
        try:
            documents = read_texts(docs, 3)
            asked = read_texts(queries, 2)
            judged = read_judgements(qrels)
        except BadTable as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        ranked, lines = {}, []
        with indexed(documents) as index:
            for identifier, query in asked:
                hits = best(index, query, Options(level))
                ranked[identifier] = [document for document, _ in hits]
                lines += [
                    f"{identifier}\t{document}\t{rank}\t{score:.6f}\n" for rank, (document, score) in enumerate(hits, 1)
                ]
        if run:
            _write(run, lines)
        measures = measure(ranked, judged)
        self.stdout.write(f"queries     {measures.queries}")
        self.stdout.write(f"nDCG@10     {measures.ndcg:.4f}")
        self.stdout.write(f"MRR@10      {measures.mrr:.4f}")
        self.stdout.write(f"recall@10   {measures.recall_10:.4f}")
        self.stdout.write(f"recall@100  {measures.recall_100:.4f}")


def _write(path: Path, lines: list[str]) -> None:
    """All of it or nothing."""
    waiting = path.with_name(f".{path.name}.new")
    try:
        waiting.write_text("".join(lines), "utf-8")
        waiting.replace(path)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise CommandError(f"{path}: {error.strerror}") from error
