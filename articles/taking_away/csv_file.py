"""CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel takes Arabic for Latin letters."""

import csv
import io
from collections.abc import Iterable, Iterator

from articles.citing.facts import CitedArticle
from articles.taking_away.articles import Gone
from articles.taking_away.tables import COLUMNS, Cell, defused, line_of

MARK = "\ufeff"


def csv_file(articles: Iterable[CitedArticle | Gone]) -> Iterator[bytes]:
    """The names of the columns, then a line for each article."""
    yield (MARK + csv_line(COLUMNS)).encode()
    for article in articles:
        yield csv_line(line_of(article)).encode("utf-8", "replace")


def csv_line(cells: Iterable[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([defused(cell) for cell in cells])
    return out.getvalue()
