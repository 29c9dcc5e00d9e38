"""One article as JSON, and the names by whose numbers searches are narrowed."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, ArticleRedirect, Source


def test_an_article_is_given_whole(get, filled):
    answer = get(f"articles/{filled['first'].pk}")
    whole = answer.json()
    assert answer.headers["Content-Type"].startswith("application/json")
    assert [block["kind"] for block in whole["blocks"]] == ["paragraph", "caption"]
    assert whole["blocks"][1]["credit"] == "تصوير المرفأ"
    assert whole["mentions"] == [{"block": 0, "start": 55, "end": 59, "date": "2011"}]
    assert whole["links"][0]["headline"] == "خبر عن الطرق 0"
    assert whole["provenance"][0]["dump"] == "page-1.txt"
    assert whole["provenance"][0]["last_line"] == 30
    assert whole["original_address"] == "https://example.org/news/1"


def test_arabic_is_not_escaped(get, filled):
    assert "عودة الصيادين" in get(f"articles/{filled['first'].pk}").content.decode()


def test_links_to_withdrawn_articles_are_left_out(get, filled):
    Article.objects.filter(pk=filled["others"][0].pk).update(status="withdrawn")
    assert get(f"articles/{filled['first'].pk}").json()["links"] == []


def test_what_is_not_there_is_said_by_its_status(get, filled):
    pk = filled["first"].pk
    ArticleRedirect.objects.create(old_id=777, article=filled["first"])
    moved = get("articles/777")
    assert moved.status_code == 308
    assert moved.headers["Location"] == f"http://testserver/api/v1/articles/{pk}"
    Article.objects.filter(pk=pk).update(status="withdrawn", withdrawn_reason="طلب صاحبه")
    assert get(f"articles/{pk}").status_code == 410
    assert get("articles/999999").status_code == 404
    for number in ("0", "-1", "x", "9" * 40, "٥"):
        assert get(f"articles/{number}").status_code == 422


def test_names_have_counts_and_pages_that_never_expire(client, get, filled):
    first = get("sources", limit=1).json()
    assert first["total"] == 2
    Source.objects.create(name="جديدة")
    second = client.get(first["next"]).json()
    assert second["next"] is None
    assert {item["name"]: item["articles"] for page in (first, second) for item in page["items"]} == {
        "صحيفة المرفأ": 1,
        "وكالة السهل": 5,
    }


def test_every_kind_of_name_has_a_list(get, filled):
    for kind, name in [("sections", "محليات"), ("authors", "ليلى الخطيب"), ("places", "طرطوس")]:
        [item] = get(kind).json()["items"]
        assert item["name"] == name
        assert item["address"] == f"http://testserver/{kind}/{item['id']}/"
    [tag] = get("tags").json()["items"]
    assert tag["variants"] == ["صيد الأسماك", "صيد السمك"]
    assert tag["articles"] == 1


def test_an_article_costs_a_constant_number_of_queries(get, filled):
    with CaptureQueriesContext(connection) as queries:
        get(f"articles/{filled['first'].pk}")
    assert len(queries) < 16
