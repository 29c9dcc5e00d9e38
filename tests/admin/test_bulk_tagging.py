"""Tagging and untagging selected articles."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation

from articles.authorities import Authorities
from articles.models import IndexChange, Tag

LIST = "admin:articles_article_changelist"


def act(client, action, articles, **data):
    return client.post(reverse(LIST), {"action": action, "_selected_action": [a.pk for a in articles]} | data)


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


@pytest.fixture
def articles(make_article):
    return [make_article(f"خبر {number}") for number in range(4)]


def test_the_action_asks_which_tag(editing, articles):
    response = act(editing, "tag_selected", articles[:2])
    assert response.status_code == 200
    assert 'name="tag"' in response.text
    assert 'name="new_name"' in response.text


def test_a_tag_is_added_and_the_count_told(editing, articles):
    tag = Authorities().tag("مياه")
    articles[0].tags.add(tag)
    IndexChange.objects.all().delete()
    with translation.override("en"):
        response = act(editing, "tag_selected", articles[:3], confirmed="1", tag=tag.pk)
    assert response.status_code == 302
    assert set(tag.articles.all()) == set(articles[:3])
    assert "2 articles" in told(response)
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {a.pk for a in articles[1:3]}


def test_a_new_name_makes_a_tag_once(editing, articles):
    act(editing, "tag_selected", articles[:1], confirmed="1", new_name="الطاقة الشمسية")
    act(editing, "tag_selected", articles[1:2], confirmed="1", new_name="الطاقه الشمسيه")
    tag = Tag.objects.get()
    assert tag.label_ar == "الطاقة الشمسية"
    assert tag.articles.count() == 2


@pytest.mark.parametrize("both_or_none", [True, False])
def test_one_tag_must_be_chosen(editing, articles, both_or_none):
    tag = Authorities().tag("مياه")
    chosen = {"tag": tag.pk, "new_name": "سدود"} if both_or_none else {}
    response = act(editing, "tag_selected", articles, confirmed="1", **chosen)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not tag.articles.exists()


def test_a_name_of_white_space_only_is_no_name(editing, articles):
    assert act(editing, "tag_selected", articles, confirmed="1", new_name="  ").context["form"].errors


def test_who_may_not_make_tags_cannot_make_one_here(client, editor, articles):
    editor.user_permissions.remove(*editor.user_permissions.filter(codename="add_tag"))
    client.force_login(editor)
    act(client, "tag_selected", articles, confirmed="1", new_name="سدود")
    assert not Tag.objects.exists()


def test_a_tag_is_removed(editing, articles):
    tag, other = Authorities().tag("مياه"), Authorities().tag("زراعة")
    for article in articles:
        article.tags.add(tag, other)
    IndexChange.objects.all().delete()
    response = act(editing, "untag_selected", articles[:2], confirmed="1", tag=tag.pk)
    assert response.status_code == 302
    assert list(tag.articles.order_by("pk")) == articles[2:]
    assert other.articles.count() == 4
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {a.pk for a in articles[:2]}


def test_all_that_the_list_holds_is_tagged_however_much(editing, make_article, articles):
    for number in range(70):
        make_article(f"تقرير {number}")
    tag = Authorities().tag("مياه")
    asked = act(editing, "tag_selected", articles[:1], select_across="1")
    assert 'name="select_across" value="1"' in asked.text
    act(editing, "tag_selected", articles[:1], select_across="1", confirmed="1", tag=tag.pk)
    assert tag.articles.count() == 74


def test_the_filter_of_the_list_holds_for_all_of_it(editing, make_article, articles):
    withdrawn = make_article("خبر مسحوب", status="withdrawn")
    tag = Authorities().tag("مياه")
    data = {"action": "tag_selected", "_selected_action": [withdrawn.pk], "select_across": "1"}
    editing.post(f"{reverse(LIST)}?status__exact=withdrawn", data | {"confirmed": "1", "tag": tag.pk})
    assert list(tag.articles.all()) == [withdrawn]
