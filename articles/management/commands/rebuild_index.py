"""Haystack's `rebuild_index`, without its gap: the index in use answers until the new one is whole."""

from django.core.management.base import CommandError
from django.db import Error as DatabaseError
from haystack.management.commands.rebuild_index import Command as HaystackCommand

from articles.search.errors import IndexBusy
from articles.search.outbox import rebuild


class Command(HaystackCommand):
    help = "Builds the search index anew beside the one in use, and switches when it is whole."

    def handle(self, **options):
        try:
            count = rebuild()
        except IndexBusy as error:
            raise CommandError(str(error)) from error
        except DatabaseError as error:
            raise CommandError(
                f"The database refused: {error}. On a new archive, run `manage.py migrate` first."
            ) from error
        self.stdout.write(f"{count} articles indexed.")
