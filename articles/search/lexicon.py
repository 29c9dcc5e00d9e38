"""The words that the index has, looked through: those that begin, end or are written almost as something."""

import re

from whoosh.query import NullQuery, Query

from articles.search.engine.queries import Forms
from articles.search.readers import Snapshot
from articles.search.schema import SURFACE

# No more words than this stand for one pattern: those of most documents.
MOST_WORDS = 2000
# A pattern that says nothing of how a word begins is compared with every word of the index, up to this many.
_MOST_COMPARED = 3_000_000


def starting_with(index: Snapshot, text: str) -> Query:
    return _any_of(index, _expanded(index, text, None))


def ending_with(index: Snapshot, text: str) -> Query:
    return _any_of(index, _expanded(index, "", re.compile(".*" + re.escape(text), re.DOTALL)))


def with_inside(index: Snapshot, text: str) -> Query:
    return _any_of(index, _expanded(index, "", re.compile(".*" + re.escape(text) + ".*", re.DOTALL)))


def within_one_edit(index: Snapshot, text: str) -> Query:
    """Words with one letter more, less or other than these, the first letter the same."""
    if not text:
        return NullQuery
    edits = [re.escape(text)]
    for place in range(1, len(text) + 1):
        before, after = re.escape(text[:place]), text[place:]
        edits += [f"{before}.?{re.escape(after[1:])}", f"{before}.{re.escape(after)}"]
    return _any_of(index, _expanded(index, text[0], re.compile("|".join(edits), re.DOTALL)))


def _expanded(index: Snapshot, prefix: str, pattern: re.Pattern[str] | None) -> set[str]:
    found: set[str] = set()
    for segment in index.segments:
        strings = segment.strings(SURFACE)
        among = strings.with_prefix(prefix)[:_MOST_COMPARED]
        numbers = among if pattern is None else strings.matching(pattern, among)
        found.update(map(strings.__getitem__, numbers))
    return found


def _any_of(index: Snapshot, words: set[str]) -> Query:
    if len(words) > MOST_WORDS:
        frequency = {word: index.evaluation.frequency(Forms(SURFACE, (word,))) for word in words}
        words = set(sorted(words, key=lambda word: (-frequency[word], word))[:MOST_WORDS])
    return Forms(SURFACE, tuple(sorted(words))) if words else NullQuery
