"""Make an archive ready to be served: what `make run` does before the server starts."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Bring the database up to date, collect the static files, and import the folders named (the samples)."

    def add_arguments(self, parser):
        parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders of dumps to import")

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        folders = [folder for folder in options["folders"] if any(Path(folder).glob("*.txt"))]
        if folders:
            call_command("import_dump", *folders, stdout=self.stdout, stderr=self.stderr)
