"""How names in a query are looked up: once, whatever the query."""

import pytest

from articles.search.asking import ask as read
from articles.search.folders import index_path
from articles.search.readers import snapshot
from tests.search.archive import add_and_index, add_tag

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    add_tag("ترامب", "ترمب")
    add_tag("نتنياهو", "نتانياهو")
    add_and_index("بيان عن الجسر")
    return snapshot(index_path())


def test_a_query_without_names_asks_the_database_once(index, django_assert_num_queries):
    with django_assert_num_queries(1):
        asked = read(index, "بيان وزارة النقل عن الجسر الجديد فوق النهر الكبير")
        assert asked.compiled.other() != asked.compiled.query
    assert asked.compiled.joined == []


def test_all_names_of_a_query_are_fetched_together(index, django_assert_num_queries):
    with django_assert_num_queries(2):
        joined = read(index, "خطاب ترمب عن نتنياهو").compiled.joined
    assert [(name.label, name.forms) for name in joined] == [("ترامب", (("ترامب",),)), ("نتنياهو", (("نتانياهو",),))]
