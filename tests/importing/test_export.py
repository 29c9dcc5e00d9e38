"""`manage.py export_articles`: an article as one JSON object a line."""

import io
import json

import pytest
from django.core.management import call_command

from articles.models import Article
from tests.importing.pages import FLOOD, FLOOD_TEXT, MONDAY, add, card, dump, whole

pytestmark = pytest.mark.django_db
KEYS = [
    "id", "headline", "deck", "blocks", "source", "section", "authors", "places", "published", "url", "language",
    "completeness", "tags", "related", "provenance",
]  # fmt: skip


def export():
    out = io.StringIO()
    call_command("export_articles", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_article_has_all_keys_in_their_order_and_null_for_what_is_absent():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT, caption=("طريق الجبل", None))))
    [item] = export()
    assert list(item) == KEYS
    assert item["blocks"][0] == {"kind": "caption", "text": "طريق الجبل", "credit": None}
    assert (item["deck"], item["source"], item["published"], item["url"]) == (None,) * 4
    assert item["language"] == "ar"
    assert item["provenance"] == [{"dump": "a.txt", "role": "main", "first_line": 1, "last_line": 10}]


def test_related_articles_are_named_with_number_kind_and_origin():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT), card("حصاد القمح", MONDAY[0])))
    flood, wheat = export()
    assert flood["related"] == [
        {"id": wheat["id"], "kind": "related", "origin": "page", "headline": "حصاد القمح"},
    ]


def test_a_withdrawn_article_is_left_out_and_not_named_as_related():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT), card("حصاد القمح", MONDAY[0])))
    Article.objects.filter(headline="حصاد القمح").update(status="withdrawn")
    [flood] = export()
    assert flood["related"] == []


def test_an_export_takes_no_more_queries_for_more_articles(django_assert_num_queries):
    for count in (2, 30):
        add(*(dump(f"{count}-{i}.txt", whole(f"{FLOOD} {count} {i}", FLOOD_TEXT)) for i in range(count)))
        with django_assert_num_queries(7):
            export()
