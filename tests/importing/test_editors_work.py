"""What an editor changed stays as the editor left it, whatever is imported later."""

import pytest

from articles.importing.archive import keep_text_as_seen
from articles.models import Article, Link
from tests.importing.pages import FLOOD, FLOOD_TEXT, MONDAY, TUESDAY, add, card, dump, whole

pytestmark = pytest.mark.django_db


def test_an_edited_headline_stays_and_the_article_is_still_recognised():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT)))
    Article.objects.update(headline="عنوان المحرر", edited_fields=["headline"])
    add(dump("b.txt", whole(FLOOD, (*FLOOD_TEXT, MONDAY[0]))))
    article = Article.objects.get()
    assert article.headline == "عنوان المحرر"
    assert article.blocks.count() == 3


def test_an_edited_text_stays_and_the_page_s_own_is_kept_with_its_appearance():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT)))
    article = Article.objects.get()
    keep_text_as_seen(article)
    article.blocks.filter(position=0).update(text="نص المحرر")
    article.edited_fields = ["blocks"]
    article.save()
    add(dump("b.txt", whole(FLOOD, (*FLOOD_TEXT, MONDAY[0]))))
    assert article.blocks.get(position=0).text == "نص المحرر"
    assert [text for _, text, _ in article.appearances.get(dump__name="a.txt").seen["blocks"]] == list(FLOOD_TEXT)
    assert len(article.appearances.get(dump__name="b.txt").seen["blocks"]) == 3


def test_a_link_that_an_editor_made_stays():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT)), dump("b.txt", whole("حصاد القمح", MONDAY)))
    flood, wheat = Article.objects.get(headline=FLOOD), Article.objects.get(headline="حصاد القمح")
    Link.objects.create(from_article=flood, to_article=wheat)
    add(dump("c.txt", whole(FLOOD, FLOOD_TEXT), card("السفينة الأولى", TUESDAY[0])))
    assert sorted(flood.links.values_list("origin", flat=True)) == ["editor", "page"]


def test_a_withdrawn_article_stays_withdrawn_when_its_page_comes_again():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT)))
    Article.objects.update(status="withdrawn", withdrawn_reason="قرار محكمة")
    add(dump("b.txt", whole(FLOOD, (*FLOOD_TEXT, MONDAY[0]))))
    assert Article.objects.get().status == "withdrawn"
