"""How hits are scored: BM25 over each view, and what the views weigh against each other."""

from whoosh.scoring import BM25F

# The values of SEARCH.md's trial, which are those of Lucene.
WEIGHTING = BM25F(B=0.75, K1=1.2)
# A word found as it was written adds this much of its own score to that of its stem.
SURFACE_WEIGHT = 0.3
