"""Other texts of an article, and what changed from them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Appearance, Article
from articles.views.comparing import compare
from tests.pages.reading import words
from tests.pages.rows import make_article, make_dump

OLD = "قال الوزير إن الجسر يُفتح غداً أمام السيارات."
NEW = "قال المحافظ إن الجسر يُفتح غداً أمام السيارات والمشاة."


@pytest.fixture
def article(db):
    return make_article("افتتاح الجسر", NEW, text_digest="new")


@pytest.fixture
def version(article):
    seen = {"headline": "افتتاح الجسر", "deck": None, "blocks": [["paragraph", OLD, None]]}
    return Appearance.objects.create(
        dump=make_dump("bridge-1.txt"),
        article=article,
        role="main",
        first_line=3,
        last_line=9,
        seen=seen,
        text_digest="old",
    )


def test_an_article_leads_to_its_other_text(client, article, version):
    html = client.get(article.get_absolute_url()).content.decode()
    assert "نسخ النص" in html
    assert f'href="/articles/{article.pk}/versions/{version.pk}/"' in html


def test_what_stands_in_a_single_line_of_its_file_is_said_to(client, article, version):
    several = words(client.get(article.get_absolute_url()))
    assert "الأسطر من ٣ إلى ٩" in several
    Appearance.objects.update(last_line=3)
    for address in (article.get_absolute_url(), f"/articles/{article.pk}/versions/{version.pk}/"):
        text = words(client.get(address))
        assert "السطر ٣" in text
        assert "من ٣ إلى" not in text


def test_an_article_of_one_text_has_no_versions(client, article, version):
    Appearance.objects.update(text_digest="new")
    assert "نسخ النص" not in words(client.get(article.get_absolute_url()))
    assert client.get(f"/articles/{article.pk}/versions/{version.pk}/").status_code == 404


@pytest.mark.parametrize(("language", "gone"), [("", "محذوف:"), ("/en", "taken out:")])
def test_changes_are_said_word_by_word_and_not_by_colour_alone(client, article, version, language, gone):
    response = client.get(f"{language}/articles/{article.pk}/versions/{version.pk}/")
    text, html = words(response), response.content.decode()
    assert f"قال {gone} الوزير" in text
    assert "</span>المحافظ</ins>" in html
    assert "إن الجسر يُفتح غداً أمام" in text


def test_a_deck_that_was_added_leaves_the_paragraphs_beside_their_own(client, article, version):
    Article.objects.update(deck="يربط ضفتي النهر")
    text = words(client.get(f"/articles/{article.pk}/versions/{version.pk}/"))
    assert "مضاف: يربط ضفتي النهر قال محذوف: الوزير مضاف: المحافظ" in text


def test_a_withdrawn_article_shows_no_version(client, article, version):
    Article.objects.update(status="withdrawn")
    response = client.get(f"/articles/{article.pk}/versions/{version.pk}/")
    assert response.status_code == 410
    assert "الوزير" not in words(response)


def test_a_hostile_version_is_shown_and_never_run(client, article, version):
    version.seen["blocks"] = [["paragraph", "<script>alert(1)</script>", None]]
    version.save()
    html = client.get(f"/articles/{article.pk}/versions/{version.pk}/").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


TEXTS = st.lists(st.text("ابج ", max_size=12).map(lambda text: " ".join(text.split())).filter(bool), max_size=6)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_changes(before, after):
    found = compare(before, after)
    for text, other in ((before, "new"), (after, "old")):
        shown = (" ".join(piece.text for piece in pieces if piece.kind != other) for pieces in found)
        assert list(filter(None, shown)) == text


def test_long_texts_are_compared_in_bounded_time():
    begun = time.process_time()
    compare(["ا ب " * 50_000], ["ب ا " * 50_000])
    compare([f"فقرة {n} " + "كلمة نص " * 100 for n in range(300)], [f"سطر {n} " + "نص كلمة " * 100 for n in range(300)])
    assert time.process_time() - begun < 5


def test_the_text_before_an_editors_correction_is_a_version(client, article):
    seen = {"headline": "افتتاح الجسر", "deck": None, "blocks": [["paragraph", OLD, None]]}
    kept = Appearance.objects.create(
        dump=make_dump("bridge-2.txt"),
        article=article,
        role="main",
        first_line=1,
        last_line=4,
        seen=seen,
        text_digest="new",
    )
    assert "قبل التصحيح" not in words(client.get(article.get_absolute_url()))
    Article.objects.update(edited_fields=["blocks"])
    assert "قبل التصحيح" in words(client.get(article.get_absolute_url()))
    assert "قال محذوف: الوزير" in words(client.get(f"/articles/{article.pk}/versions/{kept.pk}/"))


def test_a_headline_before_its_correction_is_a_version_though_the_text_is_the_same(client, article):
    Appearance.objects.create(
        dump=make_dump("bridge-3.txt"),
        article=article,
        role="main",
        first_line=1,
        last_line=4,
        seen={"headline": "افتتاح الجسرر", "deck": None},
        text_digest="new",
    )
    Article.objects.update(edited_fields=["headline"])
    assert "قبل التصحيح" in words(client.get(article.get_absolute_url()))


def test_a_correction_of_what_is_no_text_makes_no_version(client, article, version):
    Appearance.objects.update(text_digest="new", seen={"headline": "افتتاح الجسر", "deck": None})
    Article.objects.update(edited_fields=["section"])
    assert "قبل التصحيح" not in words(client.get(article.get_absolute_url()))
