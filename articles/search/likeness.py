"""What a text is about, as a query: its heaviest words, to find others like it."""

from collections import Counter
from collections.abc import Iterable
from heapq import nlargest
from operator import itemgetter

from whoosh.query import NullQuery, Or, Query

from articles.search.documents import WEIGHTS
from articles.search.engine.queries import Forms
from articles.search.readers import Snapshot
from articles.search.schema import ANALYSIS, STEMS

# Fewer words find texts that share a name and nothing else; more cost time and change little.
_KEY_WORDS = 20


def like(index: Snapshot, parts: Iterable[tuple[str, int]]) -> Query:
    """Documents with any of the words that are frequent in the text and rare elsewhere, each weighing as much."""
    weights: Counter[str] = Counter()
    stem = ANALYSIS.views[STEMS]
    for text, kind in parts:
        for word in ANALYSIS.words(text):
            if (term := stem(word)) is not None:
                weights[term] += WEIGHTS[kind]
    keys = []
    for term, weight in weights.items():
        leaf = Forms(STEMS, (term,))
        # A word that no other document has leads nowhere.
        if index.evaluation.frequency(leaf) > 1:
            keys.append((leaf, weight / (weight + 1) * index.evaluation.importance(leaf)))
    heaviest = nlargest(_KEY_WORDS, keys, key=itemgetter(1))
    return Or([leaf.with_boost(weight) for leaf, weight in heaviest]) if heaviest else NullQuery
