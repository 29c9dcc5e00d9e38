"""JSON Lines: an object a line, in UTF-8."""

import json
from collections.abc import Iterable, Iterator

from articles.taking_away.articles import Gone


def jsonl_file(objects: Iterable[dict | Gone]) -> Iterator[bytes]:
    """Of an article that is gone `{"id": 5, "status": "gone"}`."""
    for item in objects:
        value = {"id": item.number, "status": "gone"} if isinstance(item, Gone) else item
        yield (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "replace")
