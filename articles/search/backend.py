"""Haystack's backend over our engine: what a SearchQuerySet asks, answered from one pass over the index."""

import logging
from collections.abc import Iterable, Sequence

from haystack.backends import BaseEngine, BaseSearchBackend, log_query
from haystack.constants import DJANGO_CT, ID
from haystack.exceptions import SearchBackendError, SkipDocument
from haystack.models import SearchResult
from haystack.utils import get_identifier, get_model_ct
from whoosh.fields import Schema
from whoosh.query import AndMaybe, AndNot, Every, Or, Query, Term

from articles.search import conditions, documents, writing
from articles.search.collecting import matching, passing, scored
from articles.search.facets import date_facet, field_facet
from articles.search.folders import index_path, writer_lock
from articles.search.likeness import like
from articles.search.query import ArabicSearchQuery
from articles.search.readers import Snapshot, reading, snapshot
from articles.search.results import Results, result_maker
from articles.search.schema import build_schema

log = logging.getLogger(__name__)

# Of two documents with one score, the newest stands first where the index has dates.
_TIES = ("-published", "-added")
_WRITER_WAIT = 60.0


class ArabicSearchBackend(BaseSearchBackend):
    """Never fails silently: what cannot be read is `IndexUnavailable`, a wrong query Haystack's own error."""

    @property
    def path(self):
        return index_path(self.connection_alias)

    @property
    def searchfields(self):
        from haystack import connections

        return connections[self.connection_alias].get_unified_index().all_searchfields()

    def build_schema(self, fields=None) -> tuple[str, Schema]:
        return build_schema(self.searchfields if fields is None else fields)

    # Writing

    def prepare(self, index, iterable: Iterable) -> Iterable[dict]:
        """The documents of objects; those that the index skips are left out."""
        text_field, schema = self.build_schema()
        for instance in iterable:
            try:
                yield documents.document(index.full_prepare(instance), text_field, schema)
            except SkipDocument:
                log.debug("Indexing of %r skipped", instance)

    def update(self, index, iterable, commit=True):
        """Every call is a commit: an engine in files has nothing to gain by waiting for another."""
        instances = list(iterable)
        with writer_lock(self.path, _WRITER_WAIT):
            self.ensure_index()
            writing.change(self.path, self.prepare(index, instances), map(get_identifier, instances))

    def remove(self, obj_or_string, commit=True):
        with writer_lock(self.path, _WRITER_WAIT):
            self.ensure_index()
            writing.change(self.path, (), [get_identifier(obj_or_string)])

    def clear(self, models=None, commit=True):
        with writer_lock(self.path, _WRITER_WAIT):
            if models is None:
                writing.create(self.path, self.build_schema()[1])
            elif writing.exists(self.path):
                writing.change(self.path, (), self._identifiers(models))

    def ensure_index(self) -> None:
        if not writing.exists(self.path):
            writing.create(self.path, self.build_schema()[1])

    def _identifiers(self, models) -> list[str]:
        index = snapshot(self.path)
        with reading(index):
            return [index.columns[ID][number] for number in matching(index, _of_models(models))]

    # Searching

    @log_query
    def search(
        self,
        query_string,
        sort_by=None,
        start_offset=0,
        end_offset=None,
        fields="",
        facets=None,
        date_facets=None,
        query_facets=None,
        narrow_queries=None,
        models=None,
        boost=None,
        result_class=None,
        **kwargs,
    ):
        if not query_string:
            return {"results": [], "hits": 0}
        index = snapshot(self.path)
        with reading(index):
            query = self._parse(index, query_string)
            for word, weight in (boost or {}).items():
                query = AndMaybe(
                    query, self._parse(index, conditions.condition("text", "content", word)).with_boost(weight)
                )
            masks = self._masks(index, narrow_queries, models)
            found, scores = _found(index, query, masks, sort_by)
            return {
                "results": self._results(index, found[start_offset or 0 : end_offset], scores, fields, result_class),
                "hits": len(found),
                "facets": self._facets(index, found, facets, date_facets, query_facets),
                "spelling_suggestion": None,
            }

    @log_query
    def more_like_this(
        self,
        model_instance,
        additional_query_string=None,
        start_offset=0,
        end_offset=None,
        models=None,
        result_class=None,
        **kwargs,
    ):
        """Documents that share the rarest words of one object's text; the object itself is not among them."""
        from haystack import connections

        search_index = connections[self.connection_alias].get_unified_index().get_index(type(model_instance))
        text_field, _ = self.build_schema()
        text = search_index.full_prepare(model_instance)[text_field]
        index = snapshot(self.path)
        with reading(index):
            query = AndNot(like(index.searcher, text), Term(ID, get_identifier(model_instance)))
            masks = self._masks(index, {additional_query_string or conditions.EVERYTHING}, models)
            found, scores = _found(index, query, masks, None)
            results = self._results(index, found[start_offset or 0 : end_offset], scores, "", result_class)
            return {"results": results, "hits": len(found)}

    def _parse(self, index: Snapshot, text: str) -> Query:
        return conditions.parse(text, index.schema, self.build_schema()[0])

    def _masks(self, index: Snapshot, narrow_queries, models) -> list[bytearray]:
        """What narrows a search does not count for its scores, and is worked out once for each state of the index."""
        masks = [
            index.mask(text, lambda text=text: matching(index, self._parse(index, text)))
            for text in sorted(narrow_queries or ())
            if text != conditions.EVERYTHING
        ]
        if models:
            query = _of_models(models)
            masks.append(index.mask(repr(query), lambda: matching(index, query)))
        return masks

    def _facets(self, index, found, facets, date_facets, query_facets) -> dict:
        if not (facets or date_facets or query_facets):
            return {}
        columns = index.columns
        return {
            "fields": {name: field_facet(columns, name, found) for name in facets or ()},
            "dates": {name: date_facet(columns, name, found, details) for name, details in (date_facets or {}).items()},
            "queries": {
                f"{name}:{text}": sum(map(self._masks(index, [f"{name}:{text}"], None)[0].__getitem__, found))
                for name, text in query_facets or ()
            },
        }

    def _results(self, index: Snapshot, found, scores, fields, result_class) -> Results:
        searchfields = self.searchfields
        names = [name for name in searchfields if name in index.schema and (not fields or name in fields)]
        make = result_maker(index.columns, searchfields, names, scores, result_class or SearchResult)
        return Results(found, make)


def _found(index: Snapshot, query: Query, masks, sort_by) -> tuple[list[int], dict[int, float]]:
    """All documents found, in order, and their scores where these made the order."""
    if sort_by or isinstance(query, Every):
        return sorted(passing(index, query, masks), key=_rank(index, sort_by or _TIES).__getitem__), {}
    scores, ties = scored(index, query, masks), _rank(index, _TIES)
    return sorted(scores, key=lambda document: (-scores[document], ties[document])), scores


def _rank(index: Snapshot, order: Iterable[str]) -> Sequence[int]:
    unknown = [name for name in order if name.removeprefix("-") not in index.schema]
    if unknown and order is not _TIES:
        raise SearchBackendError(f"There is no field {unknown[0]!r} to sort by.")
    return index.rank(tuple(name for name in order if name not in unknown))


def _of_models(models) -> Query:
    return Or([Term(DJANGO_CT, name) for name in sorted(map(get_model_ct, models))])


class ArabicWhooshEngine(BaseEngine):
    backend = ArabicSearchBackend
    query = ArabicSearchQuery
