"""List the imports, or tell all of one."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.management.printing import Printer
from articles.models import ImportRun


class Command(BaseCommand):
    help = "List the imports, the last first; with a number, tell all of one: arguments, counts, everything refused."

    def add_arguments(self, parser):
        parser.add_argument("run", nargs="?", type=int, metavar="RUN", help="the number of an import")
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many to list (20)")
        parser.add_argument("--shape", action="store_true", help="join and order Arabic for terminals that do not")

    def handle(self, *args, **options):
        printer = Printer(self.stdout, self.stderr, shape=options["shape"])
        try:
            if options["run"] is None:
                self.list_runs(printer, max(options["limit"], 0))
            else:
                self.tell(printer, options["run"])
        except DatabaseError as error:
            raise CommandError(f"The database refused: {error}. On a new archive nothing was imported yet.") from None

    def list_runs(self, printer: Printer, limit: int) -> None:
        runs = ImportRun.objects.all()[:limit]
        for run in runs:
            counts = run.counts
            printer.line(
                f"{run.pk}  {run.started_at:%Y-%m-%d %H:%M}  {run.status}  "
                f"{counts.get('articles_added', 0)} added, {counts.get('articles_changed', 0)} changed, "
                f"{counts.get('rejections', 0)} refused  {' '.join(run.arguments.get('paths', []))[:80]}"
            )
        if not runs:
            printer.line("Nothing was imported yet.")

    def tell(self, printer: Printer, number: int) -> None:
        run = ImportRun.objects.filter(pk=number).first()
        if run is None:
            raise CommandError(f"There is no import {number}.")
        printer.line(f"Import {run.pk}, version {run.version}, {run.status}")
        ended = f"{run.finished_at:%Y-%m-%d %H:%M:%S}" if run.finished_at else "not known"
        printer.line(f"started {run.started_at:%Y-%m-%d %H:%M:%S}, ended {ended} (UTC)")
        printer.line(f"arguments: {json.dumps(run.arguments, ensure_ascii=False)}")
        printer.line(f"counts: {json.dumps(run.counts, ensure_ascii=False)}")
        if run.message:
            printer.line(run.message)
        for refusal in run.refusals.iterator():
            place = f", line {refusal.line}" if refusal.line else ""
            place += f", byte {refusal.byte}" if refusal.byte is not None else ""
            printer.line(f"refused: {refusal.path}{place}: {refusal.reason}")
