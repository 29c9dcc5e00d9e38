"""Tags: the names they are written with, and making one of several."""

import pytest
from django.urls import reverse

from articles.admin import tags as tags_admin
from articles.authorities import Authorities, NameTaken, set_names
from articles.models import IndexChange, Tag

LIST, ADD = "admin:articles_tag_changelist", "admin:articles_tag_add"


def form(**values):
    return {"label_ar": "", "label_en": "", "kind": "topic", "note": "", "variants": ""} | values


def change(tag):
    return reverse("admin:articles_tag_change", args=[tag.pk])


def names(tag):
    return sorted(tag.names.values_list("text", flat=True))


@pytest.fixture
def trump(db):
    tag = Tag.objects.create(label_ar="ترامب", label_en="Trump", kind="person")
    set_names(tag, ["ترمب"])
    return tag


def test_a_tag_is_written_once_with_all_its_names(editing, db):
    data = form(label_ar="ترامب", label_en="Trump", variants="ترمب\r\n\r\n دونالد ترامب \r\nTRUMP")
    assert editing.post(reverse(ADD), data).status_code == 302
    assert names(Tag.objects.get()) == sorted(["ترامب", "Trump", "ترمب", "دونالد ترامب"])


def test_the_form_shows_the_names_beside_the_labels(editing, trump):
    assert editing.get(change(trump)).context["adminform"].form["variants"].value() == "ترمب"


def test_a_name_can_be_taken_away(editing, trump):
    editing.post(change(trump), form(label_ar="ترامب", label_en="Trump"))
    assert names(trump) == sorted(["ترامب", "Trump"])


def test_a_new_name_is_news_for_the_index(editing, trump, make_article):
    article = make_article()
    article.tags.add(trump)
    IndexChange.objects.all().delete()
    editing.post(change(trump), form(label_ar="ترامب", label_en="Trump", variants="ترمب\nDonald Trump"))
    assert set(IndexChange.objects.values_list("article_id", flat=True)) == {article.pk}


@pytest.mark.parametrize(("field", "value"), [("variants", "تَرمب"), ("label_en", "TRUMP")])
def test_a_name_of_another_tag_is_a_form_error_beside_its_field(editing, trump, field, value):
    response = editing.post(reverse(ADD), form(label_ar="رئيس") | {field: value})
    assert response.status_code == 200
    [error] = response.context["adminform"].form.errors[field]
    assert "ترامب" in error
    assert Tag.objects.count() == 1


def test_a_name_taken_at_the_last_moment_is_a_message(editing, trump, monkeypatch):
    def taken(tag, variants):
        raise NameTaken("ترمب", trump)

    monkeypatch.setattr(tags_admin, "set_names", taken)
    response = editing.post(reverse(ADD), form(label_ar="رئيس"), follow=True)
    assert "ترمب" in response.text
    assert Tag.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "__all__"),
        ({"label_ar": "رئيس", "variants": "س" * 201}, "variants"),
        ({"label_ar": "رئيس", "variants": "\n".join(map(str, range(201)))}, "variants"),
    ],
)
def test_what_cannot_be_a_tag_is_a_form_error(editing, db, data, field):
    response = editing.post(reverse(ADD), form(**data))
    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors


def test_the_list_shows_names_and_counts(editing, trump, make_article):
    make_article().tags.add(trump)
    page = editing.get(reverse(LIST)).text
    assert "ترمب" in page
    assert f"?tags__id__exact={trump.pk}" in page


@pytest.fixture
def two_tags(make_article):
    first, second = Authorities().tag("أوبك"), Authorities().tag("OPEC")
    make_article().tags.add(second)
    return first, second


def merge(client, tags, **data):
    return client.post(reverse(LIST), {"action": "merge_selected", "_selected_action": [t.pk for t in tags]} | data)


def test_making_one_tag_of_two_asks_first(editing, two_tags):
    response = merge(editing, two_tags)
    assert response.status_code == 200
    assert response.context["form"]["kept"].initial == two_tags[1]
    assert Tag.objects.count() == 2


def test_the_tag_that_stays_has_all_names_and_articles(editing, two_tags):
    IndexChange.objects.all().delete()
    kept, _ = two_tags
    assert merge(editing, two_tags, confirmed="1", kept=kept.pk).status_code == 302
    assert list(Tag.objects.all()) == [kept]
    assert names(kept) == sorted(["أوبك", "OPEC"])
    assert kept.articles.count() == 1
    assert IndexChange.objects.exists()


def test_one_tag_alone_cannot_be_made_one(editing, two_tags):
    assert merge(editing, two_tags[:1]).status_code == 302
    assert Tag.objects.count() == 2


def test_a_tag_that_was_not_selected_cannot_be_the_one_that_stays(editing, two_tags):
    other = Authorities().tag("نفط")
    assert merge(editing, two_tags, confirmed="1", kept=other.pk).context["form"].errors
    assert Tag.objects.count() == 3


def test_a_deleted_tag_is_news_for_the_index(editing, two_tags):
    _, tag = two_tags
    article = tag.articles.get()
    IndexChange.objects.all().delete()
    editing.post(reverse("admin:articles_tag_delete", args=[tag.pk]), {"post": "yes"})
    assert article.pk in set(IndexChange.objects.values_list("article_id", flat=True))
