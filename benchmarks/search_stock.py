"""Haystack's own Whoosh backend over the same articles, as a project has it that follows Haystack's tutorial."""

import time
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from haystack import connections, indexes
from haystack.inputs import AutoQuery
from haystack.query import SearchQuerySet

from articles.models import Article

NAME = "Haystack's Whoosh backend"
_ALIAS = "stock"
_BATCH = 1000  # as update_index has it
# How many queries of a kind: what takes seconds is not asked a hundred times.
KINDS = {
    "one word, rare": 50, "one word, mid": 50, "one word, common": 50, "two words": 50, "four words": 50,
    "headline": 50, "sorted by date": 10, "all": 2, "all, sorted by date": 2, "all, page 50": 1,
}  # fmt: skip


class StockIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    headline = indexes.CharField(model_attr="headline")
    source = indexes.CharField(null=True)
    published = indexes.DateField(model_attr="published_to", null=True)

    def get_model(self):
        return Article

    def index_queryset(self, using=None):
        return Article.objects.published().select_related("source").prefetch_related("blocks").order_by("pk")

    def prepare_text(self, article):
        return "\n".join([article.headline, *(block.text for block in article.blocks.all())])

    def prepare_source(self, article):
        return article.source.name if article.source else None


def build(folder: Path) -> dict:
    """Index the whole archive; what it took."""
    path = folder / "stock"
    settings.HAYSTACK_CONNECTIONS[_ALIAS] = {
        "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
        "PATH": str(path),
        "SILENTLY_FAIL": False,
    }
    index = StockIndex()
    connections[_ALIAS].get_unified_index().build(indexes=[index])
    backend = connections[_ALIAS].get_backend()
    backend.setup()
    rows = index.index_queryset()
    numbers = list(rows.values_list("pk", flat=True))
    started = time.perf_counter()
    for start in range(0, len(numbers), _BATCH):
        backend.update(index, rows.filter(pk__in=numbers[start : start + _BATCH]))
    return {
        "version": f"{version('django-haystack')}, Whoosh {version('Whoosh')}",
        "seconds": time.perf_counter() - started,
        "megabytes": sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 2**20,
    }


def first_hundred(query: str) -> list:
    return [result.pk for result in _asked(query)[:100]]


def _first_page(query: str) -> list:
    return [result.pk for result in _asked(query)[:10]]


def _newest(query: str) -> list:
    return [result.pk for result in _asked(query).order_by("-published")[:10]]


def _all(query: str) -> list:
    return [result.pk for result in SearchQuerySet(using=_ALIAS).all()[:10]]


def _all_oldest(query: str) -> list:
    return [result.pk for result in SearchQuerySet(using=_ALIAS).order_by("published")[:10]]


def _all_deep(query: str) -> list:
    return [result.pk for result in SearchQuerySet(using=_ALIAS).all()[490:500]]


def _asked(query: str) -> SearchQuerySet:
    return SearchQuerySet(using=_ALIAS).filter(content=AutoQuery(query))


KIND_QUERIES = dict.fromkeys(KINDS, _first_page) | {
    "sorted by date": _newest, "all": _all, "all, sorted by date": _all_oldest, "all, page 50": _all_deep,
}  # fmt: skip
