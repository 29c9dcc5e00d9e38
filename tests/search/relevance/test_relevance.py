"""The table, row by row."""

import pytest

from articles.search.searching import SearchRequest, search
from tests.search.relevance.judgements import ELSE, Row
from tests.search.relevance.table import TABLE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("row", TABLE, ids=[f"{place}-{row.query[:40]}" for place, row in enumerate(TABLE)])
def test_a_query_finds_what_a_reader_would(numbers, row: Row):
    page = search(SearchRequest(row.query, limit=len(numbers), options=row.options, facets=()))
    names = {number: name for name, number in numbers.items()}
    found = [names[hit.article_id] for hit in page.hits]
    wanted = row.finds.split()
    unwanted = set(found) - set(wanted) if row.lacks == ELSE else set(found) & set(row.lacks.split())
    assert (sorted(set(wanted) - set(found)), sorted(unwanted)) == ([], []), "not found, and found"
    order = row.order.split()
    assert [name for name in found if name in order] == order
    assert page.corrected == row.corrected


def test_the_table_names_only_texts_that_there_are(numbers):
    named = {name for row in TABLE for names in (row.finds, row.lacks, row.order) for name in names.split()}
    assert named - set(numbers) <= {ELSE}
