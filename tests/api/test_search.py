"""Search by the API: what the page finds, in pages that hold together."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Source
from articles.search.outbox import apply_changes
from tests.pages.reading import headlines
from tests.search.archive import add


def found(answer) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [entry["headline"] for entry in answer.json()["articles"]]


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "الصيادون"},
        {"q": "الصيادون", "level": "exact"},
        {"q": "الطريق", "sort": "oldest"},
        {"year": "2025"},
        {"year": ["-2025", "-2024"]},
        {"year": "undated"},
        {"month": "2024-01"},
        {"date": "2024-01-02..2024-01-03"},
        {"mentioned": "2011"},
        {"completeness": "-excerpt"},
        {"q": "الصيادون", "not": "الصيادين"},
        {"q": "عاصفة زلزال", "match": "most"},
        {},
    ],
)
def test_the_api_finds_what_the_page_finds(client, get, filled, parameters):
    answer = get("search", **parameters)
    assert found(answer) == headlines(client.get("/search/", parameters))
    assert answer.json()["total"] == len(found(answer))


def test_filters_are_by_number_and_may_leave_out(get, filled):
    source = Source.objects.get(name="صحيفة المرفأ").pk
    assert found(get("search", source=source)) == ["عودة الصيادين إلى الميناء"]
    assert len(found(get("search", source=f"-{source}"))) == 6
    assert found(get("search", source=999_999)) == []


def test_an_entry_says_what_a_list_needs(get, filled):
    [entry] = get("search", tag=filled["tag"].pk).json()["articles"]
    assert entry["source"]["name"] == "صحيفة المرفأ"
    assert entry["section"] == {"id": entry["section"]["id"], "name": "محليات", "name_en": "Local"}
    assert [tag["name"] for tag in entry["tags"]] == ["صيد الأسماك"]
    assert entry["published"] == "2025-03-04"
    assert entry["address"] == f"http://testserver/articles/{entry['id']}/"
    assert entry["api"] == f"http://testserver/api/v1/articles/{entry['id']}"


def test_pages_follow_one_another_to_the_end(client, get, filled):
    answer = get("search", sort="oldest", limit=3)
    seen = found(answer)
    while following := answer.json()["next"]:
        answer = client.get(following)
        seen += found(answer)
    assert seen == found(get("search", sort="oldest", limit=100))
    assert answer.json()["cursor"] is None


def test_a_cursor_expires_with_the_state_of_the_index(get, filled):
    cursor = get("search", limit=3).json()["cursor"]
    assert get("search", limit=2, cursor=cursor).status_code == 200
    add("خبر جديد", "نص.", day=date(2026, 1, 1))
    apply_changes()
    answer = get("search", limit=3, cursor=cursor)
    assert answer.status_code == 410
    assert "begin anew" in answer.json()["detail"]


def test_a_cursor_is_of_its_question_and_of_this_archive(get, filled):
    cursor = get("search", limit=3).json()["cursor"]
    assert get("search", limit=3, cursor=cursor, q="الطريق").status_code == 400
    assert get("search", limit=3, cursor=cursor[:-2]).status_code == 400
    assert get("tags", cursor=cursor).status_code == 400
    assert get("search", cursor="").status_code == 400
    assert get("search", cursor="x" * 500).status_code == 422


@pytest.mark.parametrize(
    ("parameters", "word"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 101}, "limit"),
        ({"source": "a"}, "source"),
        ({"year": "20255"}, "year"),
        ({"sort": "length"}, "sort"),
        ({"level": "deep"}, "level"),
        ({"soruce": 1}, "soruce"),
        ({"page": 2}, "page"),
        ({"date": "yesterday"}, ""),
        ({"q": "ا" * 1001}, "q"),
        ({"tag": list(range(1, 52))}, "tag"),
    ],
)
def test_what_is_not_understood_is_refused_and_named(get, filled, parameters, word):
    answer = get("search", **parameters)
    assert answer.status_code == 422
    assert any(word in error for error in answer.json()["errors"])


@pytest.mark.parametrize("query", ["\0", "(" * 900, '"' * 99, "\ud800", "a" * 1000, "*", "داعش OR", "date:.."])
@pytest.mark.parametrize("path", ["search", "timeline", "concordance"])
def test_no_query_is_an_error(client, db, filled, query, path):
    for _ in range(2):
        assert client.get(f"/api/v1/{path}", {"q": query.encode("utf-8", "surrogatepass")}).status_code == 200


def test_a_deleted_article_is_passed_over(get, filled):
    filled["others"][0].delete()
    answer = get("search", q="الطريق")
    assert len(found(answer)) == 4
    assert answer.json()["total"] == 5


def test_without_an_index_the_answer_is_503_and_articles_can_be_read(get, db):
    article = add("خبر", "نص.")
    answer = get("search")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert get("timeline").status_code == 503
    assert get(f"articles/{article.pk}").status_code == 200


def test_a_timeline_counts_hits_beside_all_articles(get, filled):
    years = get("timeline", q="الصيادون", by="year").json()
    assert years == {
        "by": "year",
        "total": 2,
        "undated": 1,
        "periods": [{"period": "2024", "hits": 0, "articles": 5}, {"period": "2025", "hits": 1, "articles": 1}],
    }
    months = get("timeline", q="الطريق", year="2024").json()["periods"]
    assert months == [{"period": "2024-01", "hits": 5, "articles": 5}, {"period": "2025-03", "hits": 0, "articles": 1}]


@pytest.mark.parametrize("path", ["search", "timeline", "concordance"])
def test_queries_to_the_database_do_not_grow_with_hits(get, filled, path):
    get(path)
    costs = []
    for query in ("الصيادون", "الطريق"):
        with CaptureQueriesContext(connection) as queries:
            get(path, q=query)
        costs.append(len(queries))
    assert costs[0] == costs[1] < 15
