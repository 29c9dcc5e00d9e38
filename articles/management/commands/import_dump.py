"""Import saved pages into the archive."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from articles.importing.dumps import DumpOutcome
from articles.importing.loading import Loading
from articles.importing.manifest import UnreadableManifest, read_manifest
from articles.importing.report import ImportReport
from articles.importing.running import run_import
from articles.management.printing import Printer
from articles.search import outbox
from articles.search.errors import IndexBusy


class Command(BaseCommand):
    help = (
        "Import page dumps: files, folders (their *.txt files, with the folder's own manifest.csv) or - for standard "
        "input. What is in the archive already is not imported twice. Exit status 1 if anything was refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--source", default="", metavar="NAME", help="the outlet of all that names no other")
        parser.add_argument("--manifest", metavar="CSV", help="a CSV file: file, source, url, published, tags (a|b)")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument(
            "--no-index", action="store_true", help="leave the indexing to the server or a later command"
        )
        parser.add_argument("--report", metavar="FILE", help="write the whole report as JSON")
        parser.add_argument("--shape", action="store_true", help="join and order Arabic for terminals that do not")

    def handle(self, *args, **options):
        printer = Printer(self.stdout, self.stderr, shape=options["shape"])
        loading = Loading(source=" ".join(options["source"].split())[:200])
        if options["manifest"]:
            loading.manifest = self.manifest(loading, Path(options["manifest"]))
        loading.find(options["paths"])
        report = self.run(loading, options)
        for outcome in report.outcomes:
            self.tell(printer, outcome)
        self.summarize(printer, report)
        if options["report"]:
            self.write_report(report, Path(options["report"]))
        if not options["dry_run"] and not options["no_index"]:
            self.index()
        if report.refusals:
            raise SystemExit(1)

    def manifest(self, loading: Loading, path: Path):
        """The manifest that was named; one that cannot be read stops the import before it begins."""
        try:
            read_manifest(path)
        except UnreadableManifest as error:
            raise CommandError(f"The manifest cannot be used. {error}") from None
        return loading.use_manifest(path)

    def run(self, loading: Loading, options: dict) -> ImportReport:
        """Import, with a progress bar where somebody watches."""
        hidden = not sys.stderr.isatty() or options["verbosity"] == 0
        with tqdm(total=len(loading.files), unit=" dumps", disable=hidden) as bar:
            try:
                return run_import(loading, dry_run=options["dry_run"], advance=bar.update)
            except DatabaseError as error:
                raise CommandError(
                    f"The database refused: {error}. What was imported before stays; run the command again to finish "
                    "(on a new archive, run `manage.py migrate` first)."
                ) from None

    def tell(self, printer: Printer, outcome: DumpOutcome) -> None:
        """Each refusal with its file and line."""
        for rejection in outcome.rejections:
            place = f"{outcome.path}, line {rejection.line}" if rejection.line else outcome.path
            printer.error(f"refused: {place}: {rejection.reason}")

    def summarize(self, printer: Printer, report: ImportReport) -> None:
        totals = report.totals()
        printer.line("Dry run, nothing was written." if report.dry_run else "Import finished.")
        printer.line(
            f"Dumps: {totals['imported']} {'readable' if report.dry_run else 'imported'}, "
            f"{totals['known']} already in the archive, {totals['updated']} updated, "
            f"{totals['refused']} refused, {totals['passed_over']} passed over."
        )
        printer.line(
            f"Pages hold {totals['articles']} whole articles and {totals['cards']} cards; "
            f"{totals['dropped']} lines of furniture were dropped."
        )
        if not report.dry_run:
            printer.line(
                f"Articles: {totals['articles_added']} added, {totals['articles_changed']} changed, "
                f"{totals['articles_merged']} joined to others."
            )

    def write_report(self, report: ImportReport, path: Path) -> None:
        try:
            report.write(path)
        except OSError as error:
            raise CommandError(f"The report cannot be written to {path}: {error.strerror}.") from None

    def index(self) -> None:
        """Make what was imported searchable before the command ends."""
        try:
            outbox.apply_changes()
        except IndexBusy as error:
            raise CommandError(
                f"All is imported, but not yet searchable: {error} The server's indexer will take it in, "
                "or run `manage.py update_index` later."
            ) from None
