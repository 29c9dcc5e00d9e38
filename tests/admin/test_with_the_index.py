"""From an editor's hand to the index and back to the list of articles, with nothing stood in for."""

import pytest
from django.conf import settings
from django.urls import reverse

from articles.authorities import Authorities
from articles.search.folders import writer_lock
from articles.search.outbox import apply_changes
from articles.search.readers import forget
from tests.admin.forms import filled

LIST = "admin:articles_article_changelist"


@pytest.fixture(autouse=True)
def index(tmp_path, monkeypatch):
    """A real index of this test's own."""
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    yield folder
    forget(folder)


def listed(client, query):
    return [article.headline for article in client.get(reverse(LIST), {"q": query}).context["cl"].result_list]


def act(client, action, articles, **data):
    return client.post(reverse(LIST), {"action": action, "_selected_action": [a.pk for a in articles]} | data)


def test_before_there_is_an_index_headlines_are_searched(editing, make_article):
    article = make_article("سدود جديدة")
    assert listed(editing, "سدود") == [article.headline]


def test_a_corrected_headline_is_found_in_its_new_form(editing, make_article):
    article = make_article("جسر جديد")
    apply_changes()
    page = reverse("admin:articles_article_change", args=[article.pk])
    editing.post(page, filled(editing.get(page)) | {"headline": "نفق جديد"})
    apply_changes()
    assert listed(editing, "بالنفق") == ["نفق جديد"]
    assert listed(editing, "جسر") == []


def test_an_edit_does_not_wait_for_an_index_that_is_busy(editing, make_article, index):
    article = make_article("جسر جديد")
    apply_changes()
    page = reverse("admin:articles_article_change", args=[article.pk])
    with writer_lock(index, 0):
        assert editing.post(page, filled(editing.get(page)) | {"headline": "نفق جديد"}).status_code == 302
    apply_changes()
    assert listed(editing, "نفق") == ["نفق جديد"]


def test_a_bulk_tag_and_its_names_are_searchable(editing, make_article):
    article = make_article("خبر من الميناء")
    apply_changes()
    act(editing, "tag_selected", [article], confirmed="1", new_name="الملاحة")
    apply_changes()
    assert listed(editing, "الملاحة") == [article.headline]
    act(editing, "untag_selected", [article], confirmed="1", tag=Authorities().tag("الملاحة").pk)
    apply_changes()
    assert listed(editing, "الملاحة") == []


def test_a_new_name_of_a_tag_finds_its_articles(editing, make_article):
    article = make_article("خبر من الميناء")
    tag = Authorities().tag("الملاحة")
    article.tags.add(tag)
    apply_changes()
    data = {"label_ar": "الملاحة", "label_en": "", "kind": "topic", "note": "", "variants": "الشحن البحري"}
    editing.post(reverse("admin:articles_tag_change", args=[tag.pk]), data)
    apply_changes()
    assert listed(editing, "الشحن") == [article.headline]


def test_a_withdrawn_article_leaves_the_index_and_stays_in_the_list(editing, make_article):
    article = make_article("ميناء بيروت")
    apply_changes()
    act(editing, "withdraw_selected", [article], confirmed="1", reason="خطأ")
    apply_changes()
    assert listed(editing, "ميناء") == [article.headline]
    assert editing.get(reverse("article_detail", args=[article.pk])).status_code == 410
