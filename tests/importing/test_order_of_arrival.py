"""The order of arrival changes nothing but the numbers of the articles."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.importing.archive import add_portions
from articles.models import Article, Dump, Place, Section
from tests.effort import examples
from tests.importing.pages import (
    BULLETIN,
    FLOOD,
    FLOOD_TEASER,
    FLOOD_TEXT,
    MONDAY,
    TUESDAY,
    add,
    card,
    dump,
    snapshot,
    whole,
)

pytestmark = pytest.mark.django_db

DUMPS = [
    dump("a.txt", whole("حصاد القمح", MONDAY), card(FLOOD, FLOOD_TEASER, section="اليمن"), card(BULLETIN, line=70)),
    dump("b.txt", whole(FLOOD, FLOOD_TEXT, place="صنعاء"), card(BULLETIN, MONDAY[0], byline="سالم العلي")),
    dump("c.txt", whole(BULLETIN, TUESDAY), card(FLOOD, "قال رئيس البلدية إن الجرافات تحتاج إلى يومين.")),
    dump("d.txt", whole(BULLETIN, MONDAY), whole(FLOOD, FLOOD_TEXT[:1], role="appended", line=40, deck="سيول")),
    dump("e.txt", whole(FLOOD, FLOOD_TEXT), source="صحيفة النهر", published="2025-03", tags=("السيول",)),
    dump("f.txt", card("حصاد القمح", kind="latest"), whole("عنوان آخر", TUESDAY), template="unknown"),
]


def empty():
    Article.objects.all().delete()
    for model in (Dump, Section, Place):
        model.objects.all().delete()


@settings(max_examples=examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(DUMPS), size=st.integers(1, 6))
def test_any_order_and_any_batches_give_the_same_archive(order, size):
    empty()
    add(*DUMPS)
    expected = snapshot()
    empty()
    for start in range(0, len(order), size):
        add_portions(list(order[start : start + size]))
    assert snapshot() == expected


def test_importing_again_changes_nothing():
    add(*DUMPS)
    before = snapshot(), list(Article.objects.order_by("pk").values())
    add(*DUMPS)
    add_portions(DUMPS)
    assert (snapshot(), list(Article.objects.order_by("pk").values())) == before
