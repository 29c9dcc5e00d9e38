"""Plain texts in a ZIP: a file for each article and a table of all, sent as it is made."""

import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

from articles.taking_away.articles import ArticleText, Gone
from articles.taking_away.csv_file import MARK, csv_line
from articles.taking_away.tables import COLUMNS, line_of

TABLE = "articles.csv"
FOLDER = "texts"
CHUNK = 1 << 16


class Outflow:
    """A file that can only be written to; what was written is taken from it."""

    def __init__(self):
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        data, self._parts = b"".join(self._parts), []
        return data


def zip_file(articles: Iterable[ArticleText | Gone], *, made_at: datetime) -> Iterator[bytes]:
    """`articles.csv` comes last: its lines, with the name of each file, wait on disk meanwhile."""
    out = Outflow()
    with tempfile.TemporaryFile() as table, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        table.write((MARK + csv_line((*COLUMNS, "file"))).encode())
        for article in articles:
            name = "" if isinstance(article, Gone) else name_of(article)
            facts = article if isinstance(article, Gone) else article.facts
            table.write(csv_line((*line_of(facts), name)).encode("utf-8", "replace"))
            if name:
                archive.writestr(entry(name, made_at), text_of(article))
                yield out.take()
        table.seek(0)
        with archive.open(entry(TABLE, made_at), "w", force_zip64=True) as target:
            while chunk := table.read(CHUNK):
                target.write(chunk)
                yield out.take()
    yield out.take()


def entry(name: str, made_at: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, made_at.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def name_of(article: ArticleText) -> str:
    """texts/2026-01-20_123.txt: the beginning of its date, which may be uncertain, and its number."""
    day = re.match("[0-9]{4}(-[0-9]{2}){0,2}", article.facts.published)
    return f"{FOLDER}/{day[0] if day else 'undated'}_{article.facts.number}.txt"


def text_of(article: ArticleText) -> bytes:
    return ("\n\n".join([*article.parts, "—", article.foot]) + "\n").encode("utf-8", "replace")
