"""Undo an import."""

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.importing.undoing import EditorsWork, undo
from articles.management.printing import Printer
from articles.models import ImportRun
from articles.search import outbox
from articles.search.errors import IndexBusy


class Command(BaseCommand):
    help = "Remove what an import added, and settle again what it changed. `import_runs` lists the imports."

    def add_arguments(self, parser):
        parser.add_argument("run", type=int, metavar="RUN", help="the number of the import")
        parser.add_argument("--discard-edits", action="store_true", help="delete articles that editors worked on, too")
        parser.add_argument(
            "--no-index", action="store_true", help="leave the indexing to the server or a later command"
        )
        parser.add_argument("--shape", action="store_true", help="join and order Arabic for terminals that do not")

    def handle(self, *args, **options):
        printer = Printer(self.stdout, self.stderr, shape=options["shape"])
        try:
            run = ImportRun.objects.filter(pk=options["run"]).first()
            if run is None:
                raise CommandError(f"There is no import {options['run']}.")
            if run.status == ImportRun.Status.UNDONE:
                printer.line(f"Import {run.pk} is undone already.")
                return
            undone = undo(run, discard_edits=options["discard_edits"])
        except EditorsWork as work:
            for edited in work.edited:
                printer.error(f"edited: article {edited.article.pk} ({', '.join(edited.work)}): {edited.article}")
            raise CommandError(
                f"Editors have worked on {len(work.edited)} of the articles that would be deleted; nothing was undone. "
                "With --discard-edits their work goes too."
            ) from None
        except DatabaseError as error:
            raise CommandError(f"The database refused: {error}. Nothing was undone.") from None
        printer.line(
            f"Import {run.pk} is undone: {undone.dumps} dumps and {undone.deleted} articles removed, "
            f"{undone.settled} settled again."
        )
        if not options["no_index"]:
            self.index()

    def index(self) -> None:
        """Take what is gone out of the index before the command ends."""
        try:
            outbox.apply_changes()
        except IndexBusy as error:
            raise CommandError(f"It is undone, but the index does not know it yet: {error}") from None
