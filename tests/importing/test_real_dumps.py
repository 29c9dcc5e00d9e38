"""The five real dumps, imported into an empty archive, are the reference parse: article by article, link by link."""

import json

import pytest

from articles.exporting import article_objects
from articles.importing.loading import Loading
from articles.importing.running import run_import
from articles.models import Appearance, Article, Link
from tests.importing.pages import snapshot
from tests.paths import SHARED

SEEDS, EXPECTED = SHARED / "seeds", SHARED / "expected" / "seeds.json"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not EXPECTED.exists(), reason="the real dumps are not beside the repository"),
]


def load(paths):
    loading = Loading()
    loading.find(map(str, paths))
    return run_import(loading)


@pytest.fixture
def expected():
    return json.loads(EXPECTED.read_text(encoding="utf-8"))


def by_place():
    """Exported articles by each dump and line at which they stand."""
    return {(at["dump"], at["first_line"]): item for item in article_objects() for at in item["provenance"]}


def test_articles_and_cards_equal_the_reference(expected):
    assert load([SEEDS]).refusals == 0
    found = by_place()
    for page in expected:
        for wanted in page["articles"]:
            item = found[page["dump"], wanted["first_line"]]
            assert (item["headline"], item["deck"]) == (wanted["headline"], wanted["deck"])
            assert item["blocks"] == [{"credit": None} | block for block in wanted["blocks"]]
            assert item["completeness"] == "whole"
            assert not wanted["place"] or wanted["place"] in item["places"]
            at = {"dump": page["dump"], **{key: wanted[key] for key in ("role", "first_line", "last_line")}}
            assert at in item["provenance"]
        for wanted in page["cards"]:
            item = found[page["dump"], wanted["first_line"]]
            assert item["section"] == wanted["section"]
            assert item["authors"] == ([wanted["byline"]] if wanted["byline"] else [])
            assert item["places"] == ([wanted["place"]] if wanted["place"] else [])
            if wanted["full_text_in_dump"] is None:
                blocks = [
                    {"kind": kind, "text": wanted[part], "credit": credit}
                    for kind, part, credit in (("caption", "caption", wanted["credit"]), ("paragraph", "teaser", None))
                    if wanted[part]
                ]
                assert (item["headline"], item["completeness"], item["blocks"]) == (
                    wanted["headline"],
                    "excerpt",
                    blocks,
                )
            else:
                whole = page["articles"][wanted["full_text_in_dump"]]
                assert item["id"] == found[page["dump"], whole["first_line"]]["id"]


def test_there_is_no_article_and_no_link_more(expected):
    load([SEEDS])
    assert Article.objects.count() == 33
    assert Article.objects.filter(completeness="whole").count() == 14
    assert Article.objects.exclude(review="").count() == 0
    assert Appearance.objects.count() == 34
    assert Link.objects.filter(kind="appended").count() == 9
    assert Link.objects.exclude(kind="appended").count() == 20
    found = by_place()
    for page in expected:
        main = found[page["dump"], page["articles"][0]["first_line"]]
        wanted = [(c["first_line"], c["kind"]) for c in page["cards"]]
        wanted += [(a["first_line"], "appended") for a in page["articles"][1:]]
        assert [(link["id"], link["kind"]) for link in main["related"]] == [
            (found[page["dump"], line]["id"], kind) for line, kind in sorted(wanted)
        ]


def test_importing_again_and_in_another_order_gives_the_same():
    load([SEEDS])
    first = snapshot()
    load([SEEDS])
    assert snapshot() == first
    Article.objects.all().delete()
    Appearance._meta.get_field("dump").related_model.objects.all().delete()
    for path in sorted(SEEDS.glob("*.txt"), reverse=True):
        load([path])
    assert snapshot() == first
