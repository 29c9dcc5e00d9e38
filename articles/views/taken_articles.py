"""The articles of a result in its order, read in chunks: what is taken away is never in memory as a whole."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Prefetch

from articles.exporting import article_object
from articles.models import Appearance, Article, Link
from articles.querysets import ArticleQuerySet
from articles.taking_away.articles import Gone

AT_ONCE = 250

Item = TypeVar("Item")


def take(numbers: Iterable[int], rows: ArticleQuerySet, make: Callable[[Article], Item]) -> Iterator[Item | Gone]:
    """What `make` makes of each article; whoever was deleted or withdrawn since the search is `Gone`, in its place."""
    numbers = iter(numbers)
    while some := list(islice(numbers, AT_ONCE)):
        articles = rows.in_bulk(some)
        for number in some:
            yield make(articles.pop(number)) if number in articles else Gone(number)


def whole_objects() -> tuple[ArticleQuerySet, Callable[[Article], dict]]:
    """Articles with all that the archive's own export says of them, and what makes its objects."""
    rows = (
        Article.objects.not_withdrawn()
        .select_related("source", "section")
        .prefetch_related(
            "blocks",
            "authors",
            "places",
            "tags",
            Prefetch("links", Link.objects.select_related("to_article")),
            Prefetch("appearances", Appearance.objects.select_related("dump")),
        )
    )
    return rows, article_object
