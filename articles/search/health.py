"""Whether the index answers, for `/healthz` and for pages that say so."""

from dataclasses import dataclass

from articles.search.errors import IndexUnavailable
from articles.search.fingerprint import is_outdated
from articles.search.folders import index_path
from articles.search.readers import snapshot

_OUTDATED = "The index is being rebuilt: the analysis changed."


@dataclass(frozen=True)
class IndexState:
    """`indexed` counts the articles in the index; `message` says what is wrong, and is empty where nothing is.

    An index that other code has built answers, and so is `ok`, with a message until it is built anew.
    """

    ok: bool
    indexed: int
    message: str = ""


def index_state() -> IndexState:
    try:
        index = snapshot(index_path())
    except IndexUnavailable as error:
        return IndexState(False, 0, str(error))
    message = _OUTDATED if is_outdated(index.folder) else ""
    return IndexState(True, index.count, message)
