"""Suggestions while typing: names and phrases, by the beginnings of their words, and nothing that could break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Source
from articles.views.suggestions import Suggestion, Table, count_phrases, forget_phrases
from tests.pages.rows import make_article


@pytest.fixture(autouse=True)
def _fresh_phrases():
    forget_phrases()
    yield
    forget_phrases()


def suggestions(client, typed: str, language: str = "") -> list[dict]:
    return client.get(f"{language}/search/suggest", {"q": typed}).json()["suggestions"]


def test_a_name_is_found_by_any_of_its_words_and_of_its_writings(client, archive):
    for typed in ("سور", "Syr", "سُوريَة"):
        assert [one["text"] for one in suggestions(client, typed)] == ["سوريا"]
    first = suggestions(client, "ترام")[0]
    assert (first["text"], first["kind"], first["count"]) == ("دونالد ترمب", "tag", "مقال واحد")
    assert suggestions(client, "مرف")[0]["text"] == "صحيفة المرفأ"
    assert suggestions(client, "Dam", "/en")[0]["text"] == "Damascus"


def test_a_suggestion_leads_to_its_articles(client, archive):
    source = Source.objects.get(name="وكالة السهل")
    assert suggestions(client, "وكالة")[0]["href"] == f"/search/?source={source.pk}"


def test_what_headlines_often_say_is_suggested_as_a_phrase(client, db):
    for number in range(5):
        make_article(f"وقف إطلاق النار في يومه {number}", "نص.")
    found = suggestions(client, "وقف")
    assert {"وقف إطلاق", "وقف إطلاق النار"} == {one["text"] for one in found}
    assert found[0]["href"].startswith("/search/?q=%22")


def test_phrases_neither_begin_nor_end_with_stop_words_nor_pass_a_sign():
    headlines = ["الحرب في لبنان، السلام في سوريا"] * 4
    assert {one.text for one, _ in count_phrases(headlines)} == {"الحرب في لبنان،"} - {"الحرب في لبنان،"} | {
        "السلام في سوريا"
    }


def test_nothing_typed_suggests_nothing(client, archive):
    assert suggestions(client, " ") == []
    assert suggestions(client, "\0«»") == []


def test_an_answer_is_kept_while_the_archive_stays(client, archive):
    first = client.get("/search/suggest", {"q": "سور"})
    again = client.get("/search/suggest", {"q": "سور"}, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_no_more_than_a_handful_the_most_frequent_first():
    table = Table.of((Suggestion(f"اسم {number}", "tag", number, "?"), [f"اسم {number}"]) for number in range(50))
    assert [one.count for one in table.starting_with("اسم")] == [49, 48, 47, 46, 45, 44, 43, 42]


@given(st.text(max_size=120))
def test_any_text_may_be_typed(typed):
    assert Table.of([(Suggestion("اسم", "tag", 1, "?"), ["اسم"])]).starting_with(typed) in (
        [],
        [Suggestion("اسم", "tag", 1, "?")],
    )
