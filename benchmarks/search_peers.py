"""Other engines that search the same articles with the same words: SQLite's FTS5 and Tantivy.

Each ranks by BM25 what has any of the words, and answers with the numbers of the first hundred.
"""

import re
import sqlite3
import sys
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))

from articles.arabic.folding import fold  # noqa: E402 (the repository must be on the path first)

FIRST = 100
_WORD = re.compile(r"[^\W_]+")


class Unavailable(Exception):
    """Why this peer cannot be measured here."""


class Fts5:
    """`unicode61 remove_diacritics 2` over letters folded beforehand. The text is stored too, as its default is."""

    name = "SQLite FTS5"

    def __init__(self, folder: Path):
        self._path = folder / "fts5.sqlite3"
        self._database = sqlite3.connect(self._path)
        try:
            self._database.execute(
                "CREATE VIRTUAL TABLE article USING fts5(title, body, tokenize='unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError as error:
            raise Unavailable(f"this Python's SQLite {sqlite3.sqlite_version} refuses it: {error}") from error

    @property
    def version(self) -> str:
        return sqlite3.sqlite_version

    def build(self, records: Iterable[dict]) -> None:
        rows = ((number, fold(one["title"] or ""), fold(one["text"])) for number, one in enumerate(records))
        with self._database:
            self._database.executemany("INSERT INTO article (rowid, title, body) VALUES (?, ?, ?)", rows)
            self._database.execute("INSERT INTO article (article) VALUES ('optimize')")
        self._database.execute("PRAGMA mmap_size = 4294967296")

    def find(self, query: str) -> list[int]:
        words = " OR ".join(f'"{word}"' for word in _WORD.findall(fold(query)))
        # `rank` is bm25(), and the way in which SQLite sorts by it soonest.
        found = self._database.execute(
            "SELECT rowid FROM article WHERE article MATCH ? ORDER BY rank LIMIT ?", (words, FIRST)
        )
        return [number for (number,) in found]


class Tantivy:
    """Its Arabic stemmer, positions in the index, the text not stored."""

    name = "Tantivy"

    def __init__(self, folder: Path):
        try:
            import tantivy
        except ImportError as error:
            raise Unavailable(
                f"the package tantivy of benchmarks/requirements.txt is not installed ({error})"
            ) from error
        self._tantivy = tantivy
        schema = tantivy.SchemaBuilder()
        for field in ("title", "body"):
            schema.add_text_field(field, stored=False, tokenizer_name="arabic", index_option="position")
        schema.add_integer_field("number", stored=True, fast=True)
        path = folder / "tantivy"
        path.mkdir()
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._index = tantivy.Index(schema.build(), path=str(path))
        self._index.register_tokenizer("arabic", analyzer.filter(tantivy.Filter.stemmer("arabic")).build())

    @property
    def version(self) -> str:
        return version("tantivy")

    def build(self, records: Iterable[dict]) -> None:
        writer = self._index.writer(256 * 2**20, 2)
        for number, one in enumerate(records):
            writer.add_document(self._tantivy.Document(title=[one["title"] or ""], body=[one["text"]], number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, query: str) -> list[int]:
        parsed = self._index.parse_query(" ".join(_WORD.findall(query)), ["title", "body"])
        found = self._searcher.search(parsed, FIRST, count=False).hits
        return [self._searcher.doc(address)["number"][0] for _, address in found]


PEERS = (Fts5, Tantivy)


def prepare(folder: Path, records) -> tuple[dict, dict]:
    """The peers that can be had, with their index of `records()` built, and what that took of each; of the others why
    they cannot be had."""
    ready, told = {}, {}
    for peer in PEERS:
        place = folder / peer.__name__.lower()
        place.mkdir()
        try:
            engine = peer(place)
        except Unavailable as reason:
            told[peer.name] = {"skipped": str(reason)}
            continue
        started = time.perf_counter()
        engine.build(records())
        seconds = time.perf_counter() - started
        size = sum(file.stat().st_size for file in place.rglob("*") if file.is_file()) / 2**20
        told[peer.name] = {"version": engine.version, "seconds": seconds, "megabytes": size}
        ready[peer.name] = engine.find
    return ready, told
