"""How hits are scored: BM25 over each view, and what the views weigh against each other."""

from articles.search.engine.evaluating import Similarity
from articles.search.schema import SURFACE

# The values of SEARCH.md's trial, which are those of Lucene.
SIMILARITY = Similarity(k1=1.2, b=0.75, view=SURFACE)
# A word found as it was written adds this much of its own score to that of its stem.
SURFACE_WEIGHT = 0.3
# Of the second look (`rescoring`): two words of the query side by side, and a word spelt like one that is not there.
PAIR_WEIGHT = 0.2
SIMILAR_WEIGHT = 0.5
# Dice's coefficient of their runs of three letters.
LEAST_LIKENESS = 0.5
