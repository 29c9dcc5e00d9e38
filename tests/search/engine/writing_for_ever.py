"""Writes random changes into an index until it is killed, and says after which it is: for `test_kill`."""

import sys
from pathlib import Path

import django


def main(path: Path, number: int) -> None:
    from articles.search import writing
    from tests.search.engine.corpora import change

    while True:
        number += 1
        writing.change(path, *change(number))
        # One write, so that no part of a number is ever read.
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]), int(sys.argv[2]))
