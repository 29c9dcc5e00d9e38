"""Whether the index answers, for `/healthz` and for pages that say so."""

from dataclasses import dataclass

from articles.search.errors import IndexUnavailable
from articles.search.folders import index_path
from articles.search.readers import snapshot


@dataclass(frozen=True)
class IndexState:
    """`indexed` counts the articles in the index; `message` says what is wrong, and is empty where nothing is."""

    ok: bool
    indexed: int
    message: str = ""


def index_state() -> IndexState:
    try:
        return IndexState(True, snapshot(index_path()).searcher.doc_count())
    except IndexUnavailable as error:
        return IndexState(False, 0, str(error))
