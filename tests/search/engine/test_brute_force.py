"""Every answer of the engine is that of a scorer too simple to be wrong, whatever was added, changed and removed."""

import os
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.query import Every

from articles.search import writing
from articles.search.collecting import count_passing, find
from articles.search.facets import date_facet, field_facet
from articles.search.readers import Snapshot, forget, snapshot
from tests.effort import examples
from tests.search.engine.corpora import COLUMNS, FIELDS, SCHEMA, conditions, forms, histories, near, queries
from tests.search.engine.naive import NaiveIndex, facet, in_order

thorough = settings(max_examples=examples(30), suppress_health_check=list(HealthCheck))
orders = st.lists(
    st.sampled_from([sign + name for name in (*COLUMNS, *FIELDS) for sign in ("", "-")]), min_size=1, max_size=3
)


@pytest.fixture(autouse=True, scope="module")
def quick_disk():
    """What is tested here does not end with a power cut."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda descriptor: None)
        yield


@contextmanager
def archive(history):
    """The index after a number of changes, and the naive one."""
    naive = NaiveIndex()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        writing.create(path, SCHEMA)
        for put, gone in history:
            writing.change(path, put, gone)
            naive.change(put, gone)
        try:
            yield snapshot(path), naive
        finally:
            forget(path)


def identifiers(index: Snapshot, docs) -> list[str]:
    return [segment.values_of("id", number)[0] for segment, number in map(index.locate, docs)]


def compare(index: Snapshot, naive: NaiveIndex, query, filters=()) -> None:
    expected = naive.found(query)
    for condition in filters:
        passing = naive.found(condition)
        expected = {name: score for name, score in expected.items() if name in passing}
    found = find(index, query, filters)
    docs, scores = found.best(0, None)
    names = identifiers(index, docs)
    assert sorted(names) == sorted(expected)
    if found.scores is not None:
        assert scores == pytest.approx([expected[name] for name in names], rel=1e-4, abs=1e-6)
        assert scores == sorted(scores, reverse=True)
        by_date = in_order([naive.documents[name] for name in names], ["-published", "-added"])
        place = {name: number for number, name in enumerate(by_date)}
        assert names == sorted(names, key=lambda name: (-scores[names.index(name)], place[name]))


@thorough
@given(histories, st.lists(queries, min_size=3, max_size=8), st.lists(conditions, max_size=2))
def test_hits_and_scores(history, asked, filters):
    with archive(history) as (index, naive):
        assert index.count == len(naive.documents)
        for query in asked:
            compare(index, naive, query)
            compare(index, naive, query, filters)


@thorough
@given(histories, st.lists(near, min_size=15, max_size=30))
def test_words_near_each_other(history, asked):
    with archive(history) as (index, naive):
        for query in asked:
            compare(index, naive, query)


@thorough
@given(histories, st.lists(forms, min_size=1, max_size=6))
def test_words_asked_twice_are_answered_alike(history, asked):
    with archive(history) as (index, naive):
        for query in [*asked, *asked]:
            compare(index, naive, query)


@thorough
@given(histories, forms | st.just(Every()), conditions, orders, st.integers(0, 14), st.integers(0, 14))
def test_orders_slices_and_facets(history, query, condition, order, start, length):
    with archive(history) as (index, naive):
        found = find(index, query, [condition], order)
        passing = naive.found(condition)
        having = [naive.documents[name] for name in naive.found(query) if name in passing]
        expected = in_order(having, order)
        assert identifiers(index, found.best(0, None)[0]) == expected
        assert identifiers(index, found.best(start, start + length)[0]) == expected[start : start + length]
        for name in (*FIELDS, *COLUMNS):
            assert field_facet(found, name) == facet(having, name)
            assert field_facet(found, name, 2) == facet(having, name)[:2]
        assert count_passing(find(index, query), condition) == len(having)


@thorough
@given(histories, forms | st.just(Every()), st.integers(0, 14), st.integers(0, 14))
def test_a_slice_of_what_is_ordered_by_score(history, query, start, length):
    with archive(history) as (index, _):
        found = find(index, query)
        docs, scores = found.best(0, None)
        assert found.best(start, start + length) == (docs[start : start + length], scores[start : start + length])


@thorough
@given(histories, st.integers(1, 40), st.sampled_from(["day", "month", "year"]))
def test_counts_by_date(history, amount, unit):
    start, end = datetime(1968, 12, 31, tzinfo=UTC), datetime(2024, 2, 1, tzinfo=UTC)
    if unit == "day":
        start = datetime(2022, 12, 1, tzinfo=UTC)
    with archive(history) as (index, naive):
        details = {"start_date": start, "end_date": end, "gap_by": unit, "gap_amount": amount}
        counted = date_facet(find(index, Every()), "published", details)
        moments = [moment for moment, _ in counted] + [end]
        micros = [int(moment.timestamp() * 1_000_000) for moment in moments]
        published = [document.fields["published"] for document in naive.documents.values()]
        assert [count for _, count in counted] == [
            sum(micros[i] <= number < micros[i + 1] for number in published) for i in range(len(counted))
        ]
