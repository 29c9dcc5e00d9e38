"""What a text is about, as a query: its heaviest words, to find others like it."""

from heapq import nlargest
from math import log
from operator import itemgetter

from whoosh.query import NullQuery, Or, Query, Term
from whoosh.searching import Searcher

from articles.search.documents import views
from articles.search.schema import STEMS

# Fewer words find texts that share a name and nothing else; more cost time and change little.
_KEY_WORDS = 20


def like(searcher: Searcher, parts) -> Query:
    """Documents with any of the words that are frequent in the text and rare elsewhere, each weighing as much."""
    weights: dict[str, float] = {}
    for word, _, weight in views(parts)[STEMS]:
        weights[word] = weights.get(word, 0.0) + weight
    documents = searcher.doc_count_all()
    keys = []
    for word, weight in weights.items():
        # A word that no other document has leads nowhere.
        if (frequency := searcher.doc_frequency(STEMS, word)) > 1:
            keys.append((word, weight / (weight + 1) * log(1 + documents / frequency)))
    heaviest = nlargest(_KEY_WORDS, keys, key=itemgetter(1))
    return Or([Term(STEMS, word, boost=weight) for word, weight in heaviest]) if heaviest else NullQuery
