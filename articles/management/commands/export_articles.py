"""Write the archive's articles, one JSON object a line."""

import json
import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.exporting import article_objects
from articles.management.printing import leave_unread


class Command(BaseCommand):
    help = "Write all published articles to standard output, one JSON object a line, in UTF-8."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=["jsonl"], default="jsonl", help="jsonl: JSON Lines, the default")

    def handle(self, *args, **options):
        out = getattr(self.stdout, "_out", self.stdout)
        write = self.stdout.write if out is not sys.stdout else self.write_utf8
        try:
            for item in article_objects():
                write(json.dumps(item, ensure_ascii=False))
            sys.stdout.flush()
        except DatabaseError as error:
            raise CommandError(
                f"The database refused: {error}. On a new archive, run `manage.py migrate` first."
            ) from None
        except BrokenPipeError:
            leave_unread(sys.stdout)

    @staticmethod
    def write_utf8(line: str) -> None:
        """UTF-8 whatever the terminal's encoding is; a lone surrogate cannot be written and is escaped."""
        sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
