"""Tables of two columns that stand beside the code: a wording, a TAB and what it means."""

from collections.abc import Iterator
from importlib.resources import files


def read_table(name: str) -> Iterator[tuple[str, str]]:
    """The rows of a table; lines that begin with # are comments."""
    for line in files("articles.corpus.pages").joinpath(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            first, second = line.split("\t")
            yield first, second
