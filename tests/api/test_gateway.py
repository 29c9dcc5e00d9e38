"""How the API stands in the web: methods, caches, other sites' pages, problems, its description."""

import pytest
from openapi_spec_validator import validate

PROBLEM = "application/problem+json"


def test_an_answer_is_not_sent_twice_while_nothing_changes(get, filled):
    first = get("search", q="الطريق")
    etag = first.headers["ETag"]
    again = get("search", q="الطريق", headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.content == b""
    assert get("search", q="الصيادون", headers={"If-None-Match": etag}).status_code == 200
    filled["first"].save()
    assert get("search", q="الطريق", headers={"If-None-Match": etag}).status_code == 200


def test_pages_of_any_site_may_ask(client, get, filled):
    answer = get("sources", headers={"Origin": "https://elsewhere.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    asked = client.options("/api/v1/search")
    assert asked.status_code == 204
    assert "GET" in asked.headers["Access-Control-Allow-Methods"]
    assert get("nothing").headers["Access-Control-Allow-Origin"] == "*"


def test_no_cookie_is_set(client, filled):
    for path in ("search", "openapi.json", "articles/1", "nothing"):
        assert not client.get(f"/api/v1/{path}").cookies


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_the_archive_is_not_written_to(client, filled, method):
    client.handler.enforce_csrf_checks = True
    answer = getattr(client, method)("/api/v1/search")
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == PROBLEM
    assert "GET" in answer.headers["Allow"]


def test_head_has_the_headers_of_get(client, filled):
    answer = client.head("/api/v1/search")
    assert answer.status_code == 200
    assert answer.headers["ETag"]
    assert answer.content == b""


@pytest.mark.parametrize("path", ["nothing", "search/", "articles/", "articles/1/2", "v1", "%00", "..%2f"])
def test_what_is_not_there_is_a_problem(client, db, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == PROBLEM
    problem = answer.json()
    assert problem["status"] == 404
    assert problem["title"] == "Not Found"
    assert problem["type"] == "about:blank"


def test_a_mistake_of_ours_is_a_problem_too(get, filled, monkeypatch):
    def fail(request):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("articles.api.searching.address_of", fail)
    answer = get("search")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == PROBLEM
    assert b"secret" not in answer.content


def test_the_description_is_valid_and_states_the_limits(get, db):
    schema = get("openapi.json").json()
    validate(schema)
    assert "100 items a page" in schema["info"]["description"]
    paths = {path.removeprefix("/api/v1/") for path in schema["paths"]}
    assert paths >= {"search", "timeline", "articles/{number}", "tags", "sources", "sections", "authors", "places"}
    limits = {one["name"]: one["schema"] for one in schema["paths"]["/api/v1/search"]["get"]["parameters"]}
    assert limits["limit"]["maximum"] == 100
    for methods in schema["paths"].values():
        for status, response in methods["get"]["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == [PROBLEM]


def test_the_page_for_people_is_of_this_server_alone(client, db):
    for path in ("/api/", "/en/api/"):
        page = client.get(path).content.decode()
        assert "/api/v1/search" in page
        assert "//cdn" not in page
        assert "<script>" not in page
    assert client.get("/api/v1/").headers["Location"] == "/api/"
