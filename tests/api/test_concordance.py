"""The concordance by the API: each hit a line, in pages."""

import pytest


def test_each_hit_is_a_line_with_its_context(get, filled):
    answer = get("concordance", q="الصيادون", level="exact").json()
    assert answer["total"] == len(answer["lines"]) == 3
    assert answer["articles"] == 2
    assert answer["forms"] == [{"form": "الصيادون", "count": 3}]
    [line] = [line for line in answer["lines"] if line["id"] == filled["first"].pk]
    assert (line["before"], line["hit"]) == ("عاد", "الصيادون")
    assert line["after"].startswith("إلى الميناء")
    assert line["published"] == "2025-03-04"
    assert line["source"] == "صحيفة المرفأ"


def test_lines_are_sorted_by_a_word_beside_them(get, filled):
    lines = get("concordance", q="الصيادون", level="exact", by="after1").json()["lines"]
    assert [line["after"].split()[0] for line in lines] == ["إلى", "عن", "يضربون"]


def test_one_form_alone(get, filled):
    forms = get("concordance", q="الصيادون", level="light").json()["forms"]
    answer = get("concordance", q="الصيادون", level="light", form=forms[-1]["form"]).json()
    assert answer["total"] == forms[-1]["count"]
    assert {line["form"] for line in answer["lines"]} == {forms[-1]["form"]}


def test_pages_follow_one_another(client, get, filled):
    answer = get("concordance", q="الطريق", by="oldest", limit=3).json()
    following = client.get(answer["next"]).json()
    every = get("concordance", q="الطريق", by="oldest", limit=100).json()
    assert answer["lines"] + following["lines"] == every["lines"][:6]


def test_a_deleted_article_leaves_its_words_and_nothing_else(get, filled):
    filled["first"].delete()
    lines = get("concordance", q="الصيادون", level="exact").json()["lines"]
    assert [line["headline"] for line in lines].count(None) == 1


@pytest.mark.parametrize("parameters", [{"by": "length"}, {"form": "ا" * 600}, {"sort": "newest"}])
def test_what_is_not_understood_is_refused(get, filled, parameters):
    assert get("concordance", q="الصيادون", **parameters).status_code == 422


def test_without_an_index_it_is_a_problem(get, db):
    assert get("concordance", q="ا").status_code == 503
