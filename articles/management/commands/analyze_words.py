"""Which words the search takes for one: each word of the input with its index term."""

import io
import sys

from django.core.management.base import BaseCommand, CommandError

from articles.arabic.levels import DEFAULT, Level, term_at
from articles.arabic.tokens import words
from articles.management.printing import leave_unread

# Far above any line of words; a file without line ends shall not be read into memory whole.
LONGEST_LINE = 1_000_000


class Command(BaseCommand):
    help = (
        "Reads words from standard input, one a line, and prints each as given, a tab and its index term. A line of "
        "several words has several terms, with a space between them. A word without a term stands for itself, its "
        "letters folded (stop words), and so does a line in which there is no word. Bytes that are not UTF-8 are "
        "printed as they came and are part of no word."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--level",
            choices=[level.value for level in Level],
            default=DEFAULT.value,
            help="exact: as written; folded: as spelt; light: clitics, endings and plurals (the default); root",
        )

    def handle(self, *, level: str, **options):
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
        try:
            self._print_all(Level(level))
        except BrokenPipeError:
            leave_unread(sys.stdout)

    def _print_all(self, level: Level) -> None:
        number = 0
        while line := sys.stdin.readline(LONGEST_LINE + 1):
            number += 1
            if len(line) > LONGEST_LINE:
                raise CommandError(f"Line {number} has more than {LONGEST_LINE:,} characters: it is no word.")
            given = line.removesuffix("\n").removesuffix("\r")
            self.stdout.write(f"{given}\t{index_term(level, given)}\n")
            self.stdout.flush()


def index_term(level: Level, line: str) -> str:
    """The terms of a line's words; of a line without words the line itself, so that no two such lines look equal."""
    terms = [term_at(level, word) or term_at(Level.FOLDED, word) for word in words(line)]
    return " ".join(terms or line.split())
