"""Whether the index says what the database does; exit status 1 where it does not."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError

from articles.search.checking import Checked, check, repair
from articles.search.errors import IndexBusy, IndexUnavailable
from articles.search.health import index_state
from articles.search.outbox import rebuild

_SENTENCES = {
    "missing": "published, but not in the index",
    "gone": "in the index, but not published or not there any more",
    "doubled": "in the index more than once",
    "stale": "indexed as they no longer are",
}
_SHOWN = 10


class Command(BaseCommand):
    help = "Compares the search index with the database, article by article; exit status 1 where they differ."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="mend what differs; build a damaged index anew")
        parser.add_argument(
            "--quick", action="store_true", help="compare which articles are there, not what is indexed of them"
        )
        parser.add_argument(
            "--wait",
            type=float,
            default=5.0,
            metavar="SECONDS",
            help="how long the indexer is given to apply changes that wait in the outbox (default 5)",
        )

    def handle(self, *, repair: bool = False, quick: bool = False, wait: float = 5.0, **options):
        try:
            checked = self._checked(repair, wait, texts=not quick)
        except (IndexBusy, IndexUnavailable) as error:
            raise CommandError(str(error)) from error
        except DatabaseError as error:
            raise CommandError(
                f"The database refused: {error}. On a new archive, run `manage.py migrate` first."
            ) from error
        if not checked.differences.articles():
            self.stdout.write(f"The index and the database are equal: {checked.compared} articles.")
            return
        self._tell(checked)
        sys.exit(1)

    def _checked(self, repairs: bool, wait: float, texts: bool) -> Checked:
        """The state in the end, mended where that was asked for."""
        try:
            # What waits is what `--repair` applies.
            checked = check(0 if repairs else wait, texts)
        except IndexUnavailable as error:
            if not repairs:
                raise
            self.stdout.write(f"{error.what} It is built anew.")
            rebuild()
            return check(wait, texts)
        if outdated := index_state().message:
            self.stdout.write(outdated)
        if not repairs or not (outdated or checked.differences.articles()):
            return checked
        self._tell(checked)
        repair(checked.differences)
        return check(wait, texts)

    def _tell(self, checked: Checked) -> None:
        for kind, numbers in checked.differences.by_kind().items():
            first = ", ".join(map(str, numbers[:_SHOWN])) + (", …" if len(numbers) > _SHOWN else "")
            self.stdout.write(f"{kind}: {len(numbers)} {_SENTENCES[kind]} ({first})")
        if checked.waiting:
            self.stdout.write(
                f"waiting: changes of {checked.waiting} of these are in the outbox, not yet applied by the indexer"
            )
