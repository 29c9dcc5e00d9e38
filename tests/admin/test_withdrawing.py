"""Withdrawing articles and publishing them again."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.models import Article, IndexChange

LIST = "admin:articles_article_changelist"


def act(client, action, articles, **data):
    return client.post(reverse(LIST), {"action": action, "_selected_action": [a.pk for a in articles]} | data)


def reload(article):
    return Article.objects.get(pk=article.pk)


def test_the_action_asks_for_a_reason_first(editing, make_article):
    article = make_article()
    response = act(editing, "withdraw_selected", [article])
    assert response.status_code == 200
    assert article.headline in response.text
    assert not reload(article).is_withdrawn


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_without_a_reason_nothing_is_withdrawn(editing, make_article, reason):
    article = make_article()
    response = act(editing, "withdraw_selected", [article], confirmed="1", reason=reason)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not reload(article).is_withdrawn


def test_withdrawing_keeps_reason_and_time_and_tells_the_index(editing, make_article):
    articles = [make_article(f"خبر {n}") for n in range(3)]
    IndexChange.objects.all().delete()
    response = act(editing, "withdraw_selected", articles[:2], confirmed="1", reason="حكم محكمة")
    assert response.status_code == 302
    first, _, third = map(reload, articles)
    assert first.is_withdrawn
    assert first.withdrawn_reason == "حكم محكمة"
    assert first.withdrawn_at is not None
    assert not third.is_withdrawn
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {a.pk for a in articles[:2]}
    assert "حكم محكمة" in LogEntry.objects.first().change_message


def test_what_was_withdrawn_before_keeps_its_reason(editing, make_article):
    article = make_article(status="withdrawn", withdrawn_reason="الأول")
    act(editing, "withdraw_selected", [article], confirmed="1", reason="الثاني")
    assert reload(article).withdrawn_reason == "الأول"


def test_the_button_on_the_page_of_an_article(editing, make_article):
    article = make_article()
    page = reverse("admin:articles_article_change", args=[article.pk])
    button = reverse("admin:articles_article_withdraw", args=[article.pk])
    assert button in editing.get(page).text
    assert editing.get(button).status_code == 200
    assert editing.post(button, {"confirmed": "1", "reason": "خطأ"})["Location"] == page
    assert reload(article).is_withdrawn
    again = reverse("admin:articles_article_republish", args=[article.pk])
    assert again in editing.get(page).text
    assert editing.get(again).status_code == 405
    assert editing.post(again).status_code == 302
    article = reload(article)
    assert not article.is_withdrawn
    assert (article.withdrawn_reason, article.withdrawn_at) == ("", None)


def test_all_that_the_list_holds_can_be_published_again(editing, make_article):
    articles = [make_article(f"خبر {n}", status="withdrawn") for n in range(60)]
    act(editing, "republish_selected", articles[:1], select_across="1")
    assert Article.objects.published().count() == 60


def test_withdrawing_needs_the_right_to_change(client, editor, make_article):
    article = make_article()
    editor.user_permissions.remove(*editor.user_permissions.filter(codename="change_article"))
    client.force_login(editor)
    button = reverse("admin:articles_article_withdraw", args=[article.pk])
    assert client.post(button, {"confirmed": "1", "reason": "خطأ"}).status_code == 403
    assert "withdraw_selected" not in client.get(reverse(LIST)).text


def test_no_such_article(editing):
    assert editing.get(reverse("admin:articles_article_withdraw", args=[999])).status_code == 404
