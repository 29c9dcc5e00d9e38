"""Correcting an article: what is remembered, what is refused."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from articles.models import Block, IndexChange, Link, Tag
from tests.admin.forms import filled, new_row


def address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def article(make_article):
    article = make_article(deck="سطر أول\nسطر ثان", text_digest="d")
    for position, text in enumerate(["صورة للمكتبة", "فتحت المكتبة أبوابها\nصباح اليوم.", "وحضر الأهالي."]):
        kind = Block.Kind.PARAGRAPH if position else Block.Kind.CAPTION
        article.blocks.create(position=position, kind=kind, text=text, credit="" if position else "المرفأ")
    return article


@pytest.fixture
def save(editing, article):
    """Opens the form, changes it, sends it, and answers what came back."""

    def send(**changes):
        data = filled(editing.get(address(article)))
        return editing.post(address(article), data | changes)

    return send


def errors(response):
    """All that the form complains of, as one text."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    return str([response.context["adminform"].form.errors, *((f.errors, f.non_form_errors()) for f in formsets)])


def texts(article):
    return [(block.position, block.text) for block in article.blocks.all()]


def test_saving_an_untouched_form_is_no_edit(save, article):
    before = texts(article)
    assert save().status_code == 302
    article.refresh_from_db()
    assert article.edited_fields == []
    assert texts(article) == before


def test_a_saved_edit_is_called_an_edit(save, article):
    response = save(headline="عنوان جديد")
    told = " ".join(str(message) for message in get_messages(response.wsgi_request))
    assert told.startswith("حُفظ تعديل مقال")
    assert "إضافة" not in told


def test_what_was_changed_is_remembered_once_and_in_order(save, article):
    save(headline="افتتاح مكتبة كبيرة", language="ar")
    save(deck="سطر واحد", headline="افتتاح مكتبة")
    article.refresh_from_db()
    assert article.edited_fields == ["deck", "headline", "language"]
    assert article.headline == "افتتاح مكتبة"


def test_tags_are_the_editors_own_and_no_correction(save, article):
    tag = Tag.objects.create(label_ar="مكتبات")
    save(tags=[tag.pk])
    article.refresh_from_db()
    assert article.edited_fields == []
    assert list(article.tags.all()) == [tag]


def test_an_edit_is_news_for_the_index(save, article):
    IndexChange.objects.all().delete()
    save(headline="عنوان جديد")
    assert IndexChange.objects.filter(article_id=article.pk).exists()


def test_a_date_has_its_first_and_last_day(save, article):
    assert save(published="2026-01-20").status_code == 302
    article.refresh_from_db()
    assert article.published_from == article.published_to == datetime.date(2026, 1, 20)
    assert article.edited_fields == ["published"]
    save(published="")
    article.refresh_from_db()
    assert (article.published_from, article.published_to) == (None, None)


def test_what_is_no_date_is_refused(save, article):
    response = save(published="أمس")
    assert response.status_code == 200
    assert "published" in errors(response)


def test_a_changed_block_is_an_edit_and_the_page_keeps_its_own_text(save, article, dump):
    seen = article.appearances.create(
        dump=dump,
        role="main",
        first_line=1,
        last_line=9,
        text_digest="d",
        seen={"headline": "", "deck": "", "place": ""},
    )
    save(**{"blocks-2-text": "وحضر الأهالي وأطفالهم."})
    article.refresh_from_db()
    seen.refresh_from_db()
    assert article.edited_fields == ["blocks"]
    assert texts(article)[2] == (2, "وحضر الأهالي وأطفالهم.")
    assert seen.seen["blocks"][2] == ["paragraph", "وحضر الأهالي.", None]


def test_blocks_change_places(save, article):
    assert save(**{"blocks-1-order": "3", "blocks-2-order": "2"}).status_code == 302
    assert [text[:5] for _, text in texts(article)] == ["صورة ", "وحضر ", "فتحت "]
    assert [position for position, _ in texts(article)] == [0, 1, 2]


def test_a_new_block_goes_before_the_one_whose_number_it_was_given(editing, article):
    data = filled(editing.get(address(article)))
    editing.post(address(article), new_row(data, "blocks", order="2", kind="subheading", text="الافتتاح"))
    assert [text for _, text in texts(article)][:2] == ["صورة للمكتبة", "الافتتاح"]


def test_a_new_block_without_a_number_is_the_last(editing, article):
    data = filled(editing.get(address(article)))
    editing.post(address(article), new_row(data, "blocks", kind="paragraph", text="ختام"))
    assert texts(article)[-1] == (3, "ختام")


def test_a_deleted_block_leaves_no_gap(save, article):
    assert save(**{"blocks-0-DELETE": "on"}).status_code == 302
    assert [position for position, _ in texts(article)] == [0, 1]


def test_only_a_caption_has_a_credit(save):
    response = save(**{"blocks-1-credit": "رويترز"})
    assert response.status_code == 200
    assert "credit" in errors(response)


def test_a_link_of_an_editor(editing, article, make_article):
    other = make_article("خبر آخر")
    data = filled(editing.get(address(article)))
    response = editing.post(address(article), new_row(data, "links", to_article=other.pk, kind="related"))
    assert response.status_code == 302
    assert list(article.links.values_list("to_article", "origin", "position")) == [(other.pk, "editor", None)]


@pytest.mark.parametrize("origin", [Link.Origin.PAGE, Link.Origin.EDITOR])
def test_a_link_that_is_there_is_refused_with_a_message(editing, article, make_article, origin):
    other = make_article("خبر آخر")
    article.links.create(to_article=other, origin=origin)
    data = filled(editing.get(address(article)))
    response = editing.post(address(article), new_row(data, "links", to_article=other.pk, kind="related"))
    assert response.status_code == 200
    assert "to_article" in errors(response)
    assert article.links.count() == 1


def test_a_link_to_itself_is_refused_with_a_message(editing, article):
    data = filled(editing.get(address(article)))
    response = editing.post(address(article), new_row(data, "links", to_article=article.pk, kind="related"))
    assert "to_article" in errors(response)
    assert not article.links.exists()


def test_one_link_twice_in_a_form_is_refused_with_a_message(editing, article, make_article):
    other = make_article("خبر آخر")
    data = filled(editing.get(address(article)))
    for _ in range(2):
        data = new_row(data, "links", to_article=other.pk, kind="related")
    assert editing.post(address(article), data).status_code == 200
    assert not article.links.exists()


def test_two_links_cannot_change_places(save, article, make_article):
    other = make_article("خبر آخر")
    for kind in ("related", "latest"):
        article.links.create(to_article=other, kind=kind)
    assert save(**{"links-0-kind": "related", "links-1-kind": "latest"}).status_code == 200


def test_links_of_the_page_are_shown_and_not_in_the_form(editing, article, make_article):
    other = make_article("خبر من الصفحة")
    article.links.create(to_article=other, origin=Link.Origin.PAGE, position=12)
    response = editing.get(address(article))
    assert other.headline in response.text
    assert "links-0-to_article" not in response.text


def test_a_text_too_long_for_one_form_is_shown_and_not_lost(editing, article):
    Block.objects.bulk_create(
        Block(article=article, position=position, kind="paragraph", text=f"فقرة {position}")
        for position in range(3, 130)
    )
    response = editing.get(address(article))
    assert "فقرة 129" in response.text
    data = filled(response) | {"headline": "عنوان آخر"}
    assert editing.post(address(article), data).status_code == 302
    assert article.blocks.count() == 130


def test_an_editor_without_rights_changes_nothing(client, editor, article):
    editor.user_permissions.remove(*editor.user_permissions.filter(codename="change_article"))
    client.force_login(editor)
    assert client.get(address(article)).status_code == 200
    assert client.post(address(article), {"headline": "x"}).status_code == 403
