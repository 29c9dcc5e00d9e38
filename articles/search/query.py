"""Haystack's side of a query: conditions gathered by a SearchQuerySet, written as the text that the engine parses."""

from haystack.backends import BaseSearchQuery
from haystack.inputs import AutoQuery, BaseInput, Clean, Exact, Not, PythonData, Raw

from articles.search.conditions import EVERYTHING, condition


class ArabicSearchQuery(BaseSearchQuery):
    def build_query_fragment(self, field, filter_type, value):
        if isinstance(value, Raw):
            return f"({value.query_string})"
        name = self._index_name(field)
        if isinstance(value, AutoQuery):
            return condition(name, "question", value.query_string)
        if isinstance(value, Not):
            return f"NOT {condition(name, 'content', value.query_string)}"
        if isinstance(value, Exact):
            return condition(name, "exact", value.query_string)
        if isinstance(value, (Clean, PythonData)):
            value = value.query_string
        elif isinstance(value, BaseInput):
            value = value.prepare(self)
        elif hasattr(value, "values_list"):
            value = list(value)
        return condition(name, filter_type, value)

    def clean(self, query_fragment):
        """As it is: values travel as JSON strings, in which nothing has a meaning."""
        return query_fragment

    def matching_all_fragment(self):
        return EVERYTHING

    def build_query(self):
        """Without the boosts, which the backend is given beside the query and which only add to scores."""
        return self.query_filter.as_query_string(self.build_query_fragment) or self.matching_all_fragment()

    def run_mlt(self, **kwargs):
        """With the slice that is wanted, which Haystack leaves out."""
        kwargs = {"start_offset": self.start_offset, "end_offset": self.end_offset, **kwargs}
        super().run_mlt(**kwargs)

    def _index_name(self, field: str) -> str:
        from haystack import connections

        if field == "content":
            return field
        return connections[self._using].get_unified_index().get_index_fieldname(field)
