"""The second look at the best hits."""

from articles.search.asking import Asked
from articles.search.collecting import Found


def rescore(found: Found, asked: Asked) -> Found:
    return found
