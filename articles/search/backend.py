"""Haystack's backend over our engine: what a SearchQuerySet asks, answered from one pass over the index."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence

from haystack.backends import BaseEngine, BaseSearchBackend, log_query
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.exceptions import SearchBackendError, SkipDocument
from haystack.utils import get_identifier, get_model_ct
from whoosh.fields import Schema
from whoosh.query import AndMaybe, AndNot, Or, Query, Term

from articles.models import Article
from articles.search import conditions, documents, writing
from articles.search.collecting import Found, count_passing, find
from articles.search.facets import date_facet, field_facet
from articles.search.folders import index_path, writer_lock
from articles.search.highlighting import Highlighted, Markup, plain_texts
from articles.search.likeness import like
from articles.search.query import ArabicSearchQuery
from articles.search.readers import Snapshot, reading, snapshot
from articles.search.results import Results, result_maker
from articles.search.schema import build_schema, text_field
from articles.search.spelling import suggestion, typed_in

log = logging.getLogger(__name__)

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

    def prepare(self, index, iterable: Iterable) -> Iterator[documents.Document]:
        """The documents of objects; those that the index skips are left out."""
        if hasattr(index, "prepare_many"):
            yield from self.prepare_many(index, [instance.pk for instance in iterable])
            return
        for instance in iterable:
            try:
                yield documents.maker(*self.build_schema())(index.full_prepare(instance))
            except SkipDocument:
                log.debug("Indexing of %r skipped", instance)

    def prepare_many(self, index, keys: Iterable) -> Iterator[documents.Document]:
        """The documents of the rows with these keys, for an index that reads rows by itself."""
        make = documents.maker(*self.build_schema())
        return map(make, index.prepare_many(keys))

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
            located = map(index.locate, find(index, _of_models(models)).docs.tolist())
            return [segment.values_of(ID, number)[0] for segment, number in located]

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
        highlight=False,
        spelling_query=None,
        result_class=None,
        **kwargs,
    ):
        if not query_string:
            return {"results": [], "hits": 0}
        for name in sort_by or ():
            if name.removeprefix("-") not in (*self.searchfields, ID, DJANGO_CT, DJANGO_ID):
                raise SearchBackendError(f"There is no field {name!r} to sort by.")
        index = snapshot(self.path)
        with reading(index):
            query = self._parse(index, query_string)
            for word, weight in (boost or {}).items():
                query = AndMaybe(
                    query, self._parse(index, conditions.condition("text", "content", word)).with_boost(weight)
                )
            found = find(index, query, self._filters(index, narrow_queries, models), sort_by)
            results = self._results(found, start_offset, end_offset, fields, result_class)
            if highlight:
                name = text_field(self.searchfields)
                results = Highlighted(results, query, name, self._texts_of, Markup.of(highlight))
            return {
                "results": results,
                "hits": len(found),
                "facets": self._facets(found, facets, date_facets, query_facets),
                "spelling_suggestion": self._suggestion(index, spelling_query, query_string),
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
        text = documents.maker(*self.build_schema())(search_index.full_prepare(model_instance))
        index = snapshot(self.path)
        with reading(index):
            query = AndNot(like(index, text.parts), Term(ID, get_identifier(model_instance)))
            found = find(index, query, self._filters(index, [additional_query_string or conditions.EVERYTHING], models))
            return {
                "results": self._results(found, start_offset, end_offset, "", result_class),
                "hits": len(found),
            }

    def _parse(self, index: Snapshot, text: str) -> Query:
        return conditions.parse(text, index, text_field(self.searchfields))

    def _filters(self, index: Snapshot, narrow_queries, models) -> list[Query]:
        """What narrows a search does not count for its scores."""
        texts = sorted(set(narrow_queries or ()) - {conditions.EVERYTHING})
        return [self._parse(index, text) for text in texts] + ([_of_models(models)] if models else [])

    def _suggestion(self, index: Snapshot, typed: str | None, query_string: str) -> str | None:
        if not self.include_spelling:
            return None
        if typed is None:
            typed = typed_in(query_string, (conditions.CONTENT, text_field(self.searchfields)))
        return suggestion(documents.clean(typed), index)

    def _texts_of(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """The texts of articles, by their primary keys."""
        from haystack import connections

        name = text_field(self.searchfields)
        index = connections[self.connection_alias].get_unified_index().get_index(Article)
        return {row[DJANGO_ID]: plain_texts(row[name]) for row in index.prepare_many(map(int, keys))}

    def _facets(self, found: Found, facets, date_facets, query_facets) -> dict:
        if not (facets or date_facets or query_facets):
            return {}
        return {
            "fields": {name: field_facet(found, name, **_options(facets, name)) for name in facets or ()},
            "dates": {name: date_facet(found, name, details) for name, details in (date_facets or {}).items()},
            "queries": {
                f"{name}:{text}": count_passing(found, self._parse(found.index, f"{name}:{text}"))
                for name, text in query_facets or ()
            },
        }

    def _results(self, found: Found, start: int | None, end: int | None, fields, result_class) -> Results:
        searchfields = self.searchfields
        names = [name for name in searchfields if name in found.index.schema and (not fields or name in fields)]
        return Results(*found.best(start or 0, end), result_maker(found.index, searchfields, names, result_class))


def _options(facets, name: str) -> dict[str, int]:
    """Of what was asked for with a facet, the highest number of values."""
    limit = facets[name].get("limit") if isinstance(facets, Mapping) else None
    return {"limit": limit} if limit else {}


def _of_models(models) -> Query:
    return Or([Term(DJANGO_CT, name) for name in sorted(map(get_model_ct, models))])


class ArabicWhooshEngine(BaseEngine):
    backend = ArabicSearchBackend
    query = ArabicSearchQuery
