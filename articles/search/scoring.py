"""How hits are scored: BM25 over each view, and what the views weigh against each other."""

from articles.search.engine.evaluating import Similarity
from articles.search.schema import SURFACE

# The values of SEARCH.md's trial, which are those of Lucene.
SIMILARITY = Similarity(k1=1.2, b=0.75, view=SURFACE)
# A word found as it was written adds this much of its own score to that of its stem.
SURFACE_WEIGHT = 0.3
