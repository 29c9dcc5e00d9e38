"""An article as files: citations, plain text and the picture of its headline; and what becomes of them."""

import io
import json

import bibtexparser
import pytest
import rispy
from django.utils import timezone
from PIL import Image

from articles.models import Article, ArticleRedirect
from tests.pages.rows import make_article

FILES = ["text", "picture.png", "citation.bib", "citation.ris", "citation.json", "citation.txt"]


def get(client, article, file, **headers):
    return client.get(f"/articles/{article.pk}/{file}", headers=headers)


def test_reference_managers_take_each_file(client, archive):
    [entry] = bibtexparser.parse_string(get(client, archive, "citation.bib").content.decode()).entries
    [record] = rispy.loads(get(client, archive, "citation.ris").content.decode())
    [item] = json.loads(get(client, archive, "citation.json").content)
    assert entry["title"] == record["title"] == item["title"] == archive.headline
    assert entry["url"] == record["urls"][0] == item["URL"] == f"http://testserver/articles/{archive.pk}/"


@pytest.mark.parametrize("file", FILES[2:])
def test_a_citation_is_a_file_with_a_name(client, archive, file):
    response = get(client, archive, file)
    name = f"newsarchive{archive.pk}.{file.rpartition('.')[2]}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "charset=utf-8" in response["Content-Type"]


def test_an_unknown_format_is_not_found(client, archive):
    assert get(client, archive, "citation.exe").status_code == 404


def test_plain_text_has_every_word_in_order_and_the_citation_at_its_foot(client, archive):
    response = get(client, archive, "text")
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    parts = [archive.headline, archive.deck, "بحثت لجنة", "## ألغام", "[عائلة تعود إلى بيتها في ريف حلب (رويترز)]"]
    places = [text.index(part) for part in [*parts, "وكان مسؤول", "أرشيف الأخبار العربية"]]
    assert places == sorted(places)
    assert "Arabic News Archive" in client.get(f"/en/articles/{archive.pk}/text").content.decode()


def test_plain_text_is_never_taken_for_a_page(client, db):
    article = make_article("<script>alert(1)</script>")
    response = get(client, article, "text")
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.startswith(b"<script>")


def test_the_picture_is_of_the_size_that_messengers_show(client, archive):
    response = get(client, archive, "picture.png")
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


def test_the_picture_of_a_state_is_kept_for_ever_and_another_state_has_another_address(client, archive):
    def address():
        html = client.get(archive.get_absolute_url()).content.decode()
        return html.partition('property="og:image" content="http://testserver')[2].partition('"')[0]

    first = address()
    assert "immutable" in client.get(first)["Cache-Control"]
    Article.objects.filter(pk=archive.pk).update(headline="عنوان آخر")
    assert address() != first
    assert client.get(first)["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("file", FILES)
def test_a_withdrawn_article_is_gone_in_every_form(client, archive, file):
    Article.objects.filter(pk=archive.pk).update(status="withdrawn", withdrawn_at=timezone.now())
    response = get(client, archive, file)
    assert response.status_code == 410
    assert "المهجّرين" not in response.content.decode()


@pytest.mark.parametrize("file", FILES)
def test_an_old_number_leads_to_the_same_file_of_the_article(client, archive, file):
    ArticleRedirect.objects.create(old_id=9000, article=archive)
    response = client.get(f"/en/articles/9000/{file}")
    assert (response.status_code, response.url) == (301, f"/en/articles/{archive.pk}/{file}")


@pytest.mark.parametrize("file", FILES)
def test_nothing_can_be_posted(client, archive, file):
    assert client.post(f"/articles/{archive.pk}/{file}").status_code == 405
