"""Import saved news into the archive."""

import gc
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.corpus.formats.detection import FORMATS, format_named
from articles.corpus.formats.field_names import parse_mapping
from articles.corpus.formats.interface import Options
from articles.importing.dumps import DumpOutcome
from articles.importing.loading import Loading
from articles.importing.manifest import UnreadableManifest, read_manifest
from articles.importing.report import ImportReport
from articles.importing.running import run_import
from articles.management.migrating import migrate
from articles.management.printing import Printer
from articles.management.progress_bar import ProgressBar
from articles.models import ImportRun
from articles.search import outbox, writing
from articles.search.errors import IndexBusy
from articles.search.folders import index_path
from newsarchive import VERSION


class Command(BaseCommand):
    help = (
        "Import saved news: files, folders (every file in them that is known, with the folder's own manifest.csv) or "
        "- for standard input. What is in the archive is not imported twice. Exit status 1 if anything was refused."
    )
    requires_system_checks = []  # they load every page of the site, which no import needs

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        parser.add_argument("--source", default="", metavar="NAME", help="the outlet of all that names no other")
        parser.add_argument("--manifest", metavar="CSV", help="a CSV file: file, source, url, published, tags (a|b)")
        parser.add_argument("--format", choices=[known.name for known in FORMATS], help="do not guess the format")
        parser.add_argument(
            "--map", default="", metavar="OURS=THEIRS,…", help="names of fields: title=headline,text=body"
        )
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument(
            "--no-index", action="store_true", help="leave the indexing to the server or a later command"
        )
        parser.add_argument("--report", metavar="FILE", help="write the whole report as JSON")
        parser.add_argument("--shape", action="store_true", help="join and order Arabic for terminals that do not")

    def handle(self, *args, **options):
        printer = Printer(self.stdout, self.stderr, shape=options["shape"])
        loading = self.loading(options)
        if not options["dry_run"]:
            self.migrate()
        loading.find(options["paths"])
        report = self.run(loading, options)
        for outcome in report.outcomes:
            self.tell(printer, outcome)
        self.summarize(printer, report)
        try:
            if not options["dry_run"] and not options["no_index"]:
                self.index()
        finally:
            if options["report"]:
                self.write_report(report, Path(options["report"]))
        if report.refusals:
            raise SystemExit(1)

    def loading(self, options: dict) -> Loading:
        """What is to be read and how. What the operator got wrong stops the import before it begins."""
        try:
            mapping = parse_mapping(options["map"]) if options["map"] else {}
        except ValueError as error:
            raise CommandError(f"--map: {error}") from None
        loading = Loading(
            source=" ".join(options["source"].split())[:200],
            format=format_named(options["format"]) if options["format"] else None,
            options=Options(mapping),
        )
        if options["manifest"]:
            path = Path(options["manifest"])
            try:
                read_manifest(path)
            except UnreadableManifest as error:
                raise CommandError(f"The manifest cannot be used. {error}") from None
            loading.manifest = loading.use_manifest(path)
        return loading

    def migrate(self) -> None:
        """Make the tables of a new archive, and bring those of an older version up to date."""
        try:
            migrate()
        except (DatabaseError, OSError) as error:
            raise CommandError(f"The database cannot be used: {error}") from None

    def run(self, loading: Loading, options: dict) -> ImportReport:
        """Import as a recorded run, with a progress bar where somebody watches."""
        run = None
        with ProgressBar(loading.progress, hidden=not sys.stderr.isatty() or options["verbosity"] == 0) as bar:
            try:
                # Rows are made by the thousand and live as long as their batch: the collector need not look at each.
                gc.set_threshold(100_000, 50, 50)
                if not options["dry_run"]:
                    run = ImportRun.objects.create(version=VERSION, arguments=arguments(options))
                report = run_import(loading, run=run, dry_run=options["dry_run"], advance=bar.advance)
                end(run, ImportRun.Status.FINISHED, report.totals())
            except DatabaseError as error:
                with suppress(DatabaseError):  # a full disk takes no record of the failure either
                    end(run, ImportRun.Status.FAILED, {}, str(error))
                raise CommandError(
                    f"The database refused: {error}. What was imported before stays; run the command again to finish."
                ) from None
        return report

    def tell(self, printer: Printer, outcome: DumpOutcome) -> None:
        """Each refusal and note with its file and line."""
        for rejection in outcome.rejections:
            place = f", line {rejection.line}" if rejection.line else ""
            place += f", byte {rejection.byte}" if rejection.byte is not None else ""
            what = "note" if rejection.is_note else "refused"
            printer.error(f"{what}: {outcome.path}{place}: {rejection.reason}")

    def summarize(self, printer: Printer, report: ImportReport) -> None:
        totals = report.totals()
        printer.line("Dry run, nothing was written." if report.dry_run else "Import finished.")
        printer.line(
            f"Dumps: {totals['imported']} {'readable' if report.dry_run else 'imported'}, "
            f"{totals['known']} already in the archive, {totals['updated']} updated, "
            f"{totals['refused']} refused, {totals['passed_over']} passed over."
        )
        printer.line(
            f"Found in them: {totals['articles']} whole articles, {totals['cards']} cards; "
            f"{totals['dropped']} lines of furniture and {totals['skipped']} pages that are no articles left out."
        )
        if report.refused_parts:
            printer.line(f"Refused of them: {report.refused_parts} pages, records or fields, each told of by itself.")
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
        """Make what was imported searchable before the command ends; the first import builds the index."""
        try:
            if writing.exists(index_path()):
                outbox.apply_changes()
            else:
                outbox.rebuild()
        except IndexBusy as error:
            raise CommandError(
                f"All is imported, but not yet searchable: {error} The server's indexer will take it in, "
                "or run `manage.py update_index` later."
            ) from None


def arguments(options: dict) -> dict:
    """What the operator typed, for the record of the run."""
    names = ("paths", "source", "manifest", "format", "map", "no_index")
    return {name: options[name] for name in names if options[name]}


def end(run: ImportRun | None, status: str, counts: dict, message: str = "") -> None:
    """Close the record of a run, if there is one."""
    if run:
        run.status, run.counts, run.message = status, counts, message
        run.finished_at = datetime.now(UTC)
        run.save()
