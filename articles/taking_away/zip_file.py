"""Plain texts in a ZIP: a file for each article and a table of all."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime

from articles.taking_away.articles import ArticleText, Gone
from articles.taking_away.csv_file import MARK, csv_line
from articles.taking_away.tables import COLUMNS, line_of
from articles.taking_away.zip_stream import zip_stream

FOLDER = "texts"
TABLE_LINES = 50_000
"""So many lines are in a table: the next are in the next, and no table is too large to be held in memory."""


def zip_file(articles: Iterable[ArticleText | Gone], *, made_at: datetime) -> Iterator[bytes]:
    return zip_stream(members(articles), made_at=made_at)


def members(articles: Iterable[ArticleText | Gone]) -> Iterator[tuple[str, bytes]]:
    """The texts, then the tables: their lines, each with the name of its file, wait on disk meanwhile."""
    with tempfile.TemporaryFile() as lines:
        for article in articles:
            is_gone = isinstance(article, Gone)
            name = "" if is_gone else name_of(article)
            line = csv_line((*line_of(article if is_gone else article.facts), name))
            lines.write(line.encode("utf-8", "replace"))
            if name:
                yield name, text_of(article)
        lines.seek(0)
        yield from tables(lines)


def tables(lines: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """articles.csv, articles-2.csv and so on. A line of the file is one of the table: its texts have no breaks."""
    head = (MARK + csv_line((*COLUMNS, "file"))).encode()
    held, number = [head], 1
    for line in lines:
        if len(held) > TABLE_LINES:
            yield table_name(number), b"".join(held)
            held, number = [head], number + 1
        held.append(line)
    yield table_name(number), b"".join(held)


def table_name(number: int) -> str:
    return "articles.csv" if number == 1 else f"articles-{number}.csv"


def name_of(article: ArticleText) -> str:
    """texts/2026-01-20_123.txt: the beginning of its date, which may be uncertain, and its number."""
    day = re.match("[0-9]{4}(-[0-9]{2}){0,2}", article.facts.published)
    return f"{FOLDER}/{day[0] if day else 'undated'}_{article.facts.number}.txt"


def text_of(article: ArticleText) -> bytes:
    return ("\n\n".join([*article.parts, "—", article.foot]) + "\n").encode("utf-8", "replace")
