"""Arabic without a prefix, English under /en/, and the way from one to the other."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from articles.models import Section
from tests.pages.reading import words


def test_arabic_has_no_prefix_and_runs_from_the_right(client, archive):
    assert '<html lang="ar" dir="rtl">' in client.get("/").content.decode()


def test_english_has_a_prefix_and_runs_from_the_left(client, archive):
    assert '<html lang="en" dir="ltr">' in client.get("/en/").content.decode()


def test_a_browser_that_prefers_english_is_not_sent_away(client, archive):
    assert '<html lang="ar"' in client.get("/", headers={"accept-language": "en"}).content.decode()


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/en/sources/", "/sources/"),
        ("/dates/2026/01/", "/en/dates/2026/01/"),
        ("/search/?page=2", "/en/search/?page=2"),
    ],
)
def test_the_switch_leads_to_the_same_page(client, archive, here, there):
    assert f'<a href="{there}" lang=' in client.get(here).content.decode()


def test_the_switch_of_a_missing_page_leads_to_the_first_page(client, db):
    assert '<a href="/en/" lang="en"' in client.get("/nothing/").content.decode()


def test_names_are_english_where_an_editor_gave_the_english(client, archive):
    assert "Al-Marfa" in words(client.get("/en/sources/"))
    assert "صحيفة المرفأ" in words(client.get("/sources/"))


def test_an_arabic_name_on_an_english_page_keeps_its_language(client, archive):
    section = Section.objects.get(name="ثقافة")
    assert '<bdi lang="ar">ثقافة</bdi>' in client.get(f"/en/sections/{section.pk}/").content.decode()


@pytest.mark.parametrize(
    ("count", "arabic"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "٣ مقالات"),
        (10, "١٠ مقالات"),
        (11, "١١ مقالاً"),
        (99, "٩٩ مقالاً"),
        (100, "١٠٠ مقال"),
        (101, "١٠١ مقال"),
        (103, "١٠٣ مقالات"),
        (1111, "١٬١١١ مقالاً"),
    ],
)
def test_arabic_counts_have_the_right_plural(count, arabic):
    template = Template('{% include "authorities/_count.html" %}')
    with override("ar"):
        assert template.render(Context({"page": {"paginator": {"count": count}}})).strip() == arabic
