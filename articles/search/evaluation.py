"""How good the ranking is: documents with judged queries, through the same engine and query path as the site.

Formats, tab separated, UTF-8, no header: documents (id, title, text), queries (id, query), judgements (query id and the
id of a relevant document; several lines where several are).
"""

import math
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from haystack import connections
from haystack.constants import DEFAULT_ALIAS, DJANGO_CT, DJANGO_ID, ID

from articles.search import writing
from articles.search.asking import ask
from articles.search.collecting import find
from articles.search.documents import Kind, Part, maker
from articles.search.options import Options
from articles.search.readers import Snapshot, forget, snapshot
from articles.search.rescoring import rescore
from articles.search.schema import build_schema

DEEPEST = 100


class BadTable(Exception):
    """A line of a file is not what it should be; the message names both."""


@dataclass(frozen=True)
class Measures:
    """Means over all judged queries, from 0 to 1."""

    queries: int
    ndcg: float
    mrr: float
    recall_10: float
    recall_100: float


def read_texts(path: Path, columns: int) -> list[list[str]]:
    """Rows that begin with an id of their own; of tabs the last column may have more. A row given twice counts once."""
    rows: dict[str, list[str]] = {}
    for number, line in _lines(path):
        row = line.split("\t", columns - 1)
        if len(row) < columns:
            raise BadTable(f"{path}: line {number}: {len(row)} columns where {columns} are wanted")
        if not row[0].strip():
            raise BadTable(f"{path}: line {number}: no id")
        if rows.setdefault(row[0], row) != row:
            raise BadTable(f"{path}: line {number}: the id {row[0]} stands on a line before, with another text")
    return list(rows.values())


def read_judgements(path: Path) -> dict[str, set[str]]:
    """The documents that are relevant to each query."""
    judged: dict[str, set[str]] = defaultdict(set)
    for number, line in _lines(path):
        row = line.split("\t")
        if len(row) != 2:
            raise BadTable(f"{path}: line {number}: {len(row)} columns where 2 are wanted")
        judged[row[0]].add(row[1])
    return judged


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Those that are not blank, with their numbers; BadTable where one is no UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
            except UnicodeDecodeError:
                raise BadTable(f"{path}: line {number}: not UTF-8") from None
            if text.strip():
                yield number, text


@contextmanager
def indexed(documents: Iterable[Sequence[str]]) -> Iterator[Snapshot]:
    """A temporary index of (id, title, text)."""
    fields = connections[DEFAULT_ALIAS].get_unified_index().all_searchfields()
    text_field, schema = build_schema(fields)
    make = maker(text_field, schema)
    with tempfile.TemporaryDirectory(prefix="newsarchive-") as folder:
        path = Path(folder)
        writing.create(path, schema, (make(_prepared(text_field, *row)) for row in documents))
        try:
            yield snapshot(path)
        finally:
            forget(path)


def _prepared(text_field: str, identifier: str, title: str, text: str) -> dict:
    parts = [Part(title, Kind.HEADLINE), Part(text)]
    return {
        ID: identifier,
        DJANGO_CT: "articles.article",
        DJANGO_ID: identifier,
        text_field: [part for part in parts if part.text],
    }


def best(index: Snapshot, query: str, options: Options, count: int = DEEPEST) -> list[tuple[str, float]]:
    """(document, score) of the best hits for a query as a visitor would type it."""
    asked = ask(index, query, options, has_database=False)
    found = find(index, asked.query)
    if found.scores is not None:
        found = rescore(found, asked)
    located = [(index.locate(doc), score) for doc, score in zip(*found.best(0, count), strict=True)]
    return [(segment.values_of(ID, number)[0], score) for (segment, number), score in located]


def measure(runs: Mapping[str, Sequence[str]], judged: Mapping[str, set[str]]) -> Measures:
    """Of the ranked documents of each query; a query without a judgement is left out."""
    sums = [0.0] * 4
    queries = [query for query in runs if judged.get(query)]
    for query in queries:
        hits = [document in judged[query] for document in runs[query]]
        wanted = len(judged[query])
        gain = sum(1 / math.log2(place + 2) for place, hit in enumerate(hits[:10]) if hit)
        ideal = sum(1 / math.log2(place + 2) for place in range(min(wanted, 10)))
        first = next((place for place, hit in enumerate(hits[:10]) if hit), None)
        for place, value in enumerate(
            (gain / ideal, 0 if first is None else 1 / (first + 1), sum(hits[:10]) / wanted, sum(hits[:100]) / wanted)
        ):
            sums[place] += value
    return Measures(len(queries), *(total / max(1, len(queries)) for total in sums))
