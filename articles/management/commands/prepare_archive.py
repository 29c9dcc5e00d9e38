"""Make an archive ready to be served: what `make run` does before the server starts."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

from articles.management.migrating import migrate

# Which files the collected ones were made from; it stands outside their folder, where the server would serve it.
COLLECTED = settings.DATA_DIR / "static.sha256"


class Command(BaseCommand):
    help = "Bring the database up to date, collect the static files, and import the folders named (the samples)."

    def add_arguments(self, parser):
        parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders of dumps to import")

    def handle(self, *args, **options):
        migrate()
        self.collect_static_files()
        folders = [folder for folder in options["folders"] if any(Path(folder).glob("*.txt"))]
        if folders:
            call_command("import_dump", *folders, stdout=self.stdout, stderr=self.stderr)

    def collect_static_files(self) -> None:
        """Collect and compress, which takes half a minute on a small machine, only where a file changed."""
        sources = static_digest()
        if COLLECTED.exists() and COLLECTED.read_text() == sources and settings.STATIC_ROOT.exists():
            return
        self.stdout.write("Compressing the static files and typefaces…")
        call_command("collectstatic", verbosity=0, interactive=False)
        COLLECTED.write_text(sources)


def static_digest() -> str:
    """A name for the static files as they are now: their names, sizes and times of change."""
    found = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            found.append((name, stat.st_size, stat.st_mtime_ns))
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()
