"""The search box of the list of articles, and the boxes in which an editor picks something."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from articles.authorities import set_names
from articles.models import Author, Place, Tag

LIST = "admin:articles_article_changelist"


def listed(client, **query):
    return list(client.get(reverse(LIST), query).context["cl"].result_list)


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def picked(client, model, field, term):
    query = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
    response = client.get(reverse("admin:autocomplete"), query)
    assert response.status_code == 200
    return [row["text"] for row in response.json()["results"]]


def test_hits_stand_in_the_order_of_the_index(editing, make_article, index):
    first, second, _third = (make_article(f"خبر {number}") for number in range(3))
    index.hits = (second, first)
    assert listed(editing, q="ماء") == [second, first]
    assert index.asked[-1].query == "ماء"


def test_a_column_that_was_clicked_decides_the_order(editing, make_article, index):
    first, second = (make_article(f"خبر {number}") for number in range(2))
    index.hits = (second, first)
    assert listed(editing, q="ماء", o="1") == [first, second]


def test_hits_and_filters_go_together(editing, make_article, index):
    index.hits = (make_article(completeness="excerpt"), make_article())
    assert listed(editing, q="ماء", completeness__exact="excerpt") == [index.hits[0]]


def test_a_withdrawn_article_is_found_by_its_headline_in_any_spelling(editing, make_article):
    withdrawn = make_article("إطلاق مشروع الأنفاق", status="withdrawn")
    make_article("مشروع آخر")
    assert listed(editing, q="اطلاق الانفاق") == [withdrawn]


def test_an_article_of_two_headlines_is_found_by_each_and_once(editing, make_article):
    article = make_article("سوق النحاس تحترق", status="withdrawn")
    article.keys.create(key="حريق في سوق النحاس")
    article.keys.create(key="url:0a1b2c")
    assert listed(editing, q="النحاس") == listed(editing, q="حريق") == [article]
    assert listed(editing, q="url") == []


def test_more_hits_than_are_shown_are_told_of(editing, make_article, index):
    index.hits, index.left = (make_article(),), 7
    assert "7" in told(editing.get(reverse(LIST), {"q": "ماء"}))


def test_without_an_index_headlines_are_searched_and_that_is_said(editing, make_article, index):
    index.down = True
    article = make_article("سدود جديدة")
    make_article("طرق جديدة")
    response = editing.get(reverse(LIST), {"q": "سدود"})
    assert list(response.context["cl"].result_list) == [article]
    assert told(response)


@pytest.mark.parametrize("query", ["\x00", "؟؟؟", "ا" * 5000, "(((", '"', "%_'"])
def test_odd_queries_answer(editing, make_article, query):
    make_article()
    assert editing.get(reverse(LIST), {"q": query}).status_code == 200


@pytest.mark.parametrize(("dated", "expected"), [("yes", "مؤرخ"), ("no", "بلا تاريخ")])
def test_dated_and_undated(editing, make_article, dated, expected):
    make_article("مؤرخ", published="2026-01-20", published_from="2026-01-20", published_to="2026-01-20")
    make_article("بلا تاريخ")
    assert [article.headline for article in listed(editing, dated=dated)] == [expected]


@pytest.mark.parametrize("term", ["Trump", "trum", "ترامب", "ترمب", "تَرمب", "دونالد"])
def test_a_tag_is_picked_by_any_of_its_names(editing, term):
    trump = Tag.objects.create(label_ar="ترامب", label_en="Trump")
    set_names(trump, ["ترمب", "دونالد ترامب"])
    Tag.objects.create(label_ar="بايدن")
    assert picked(editing, "article", "tags", term) == ["ترامب"]


def test_an_author_and_a_place_are_picked_in_any_spelling_and_language(editing, db):
    Author.objects.create(name="هُدى الأمين", name_en="Huda Al-Amin")
    Place.objects.create(name="أنقرة", name_en="Ankara")
    assert picked(editing, "article", "authors", "هدى الامين") == picked(editing, "article", "authors", "huda")
    assert picked(editing, "article", "places", "انقره") == ["أنقرة"]
    assert picked(editing, "article", "places", "ankara") == ["أنقرة"]


def test_an_article_to_link_is_picked_by_the_beginning_of_a_word(editing, make_article):
    make_article("افتتاح مكتبة عامة")
    assert picked(editing, "link", "to_article", "مكت") == ["افتتاح مكتبة عامة"]


def test_who_may_not_see_tags_picks_none(client, editor):
    editor.user_permissions.remove(*editor.user_permissions.filter(codename__endswith="_tag"))
    client.force_login(editor)
    query = {"app_label": "articles", "model_name": "article", "field_name": "tags", "term": "ا"}
    assert client.get(reverse("admin:autocomplete"), query).status_code == 403
