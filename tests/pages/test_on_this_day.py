"""On this day, chance, and the archive in numbers."""

import datetime
import random

import pytest
from django.utils import timezone

from articles.models import Article, Source
from articles.views.random_article import draw_article
from tests.pages.reading import headlines, words
from tests.pages.rows import make_article


@pytest.fixture
def on_march_first(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2025, 3, 1))


def test_today_shows_earlier_years_by_both_calendars(client, db, on_march_first):
    make_article("من السنة الماضية", day="2024-03-01")
    make_article("من قبل ثلاث", day="2022-03-01")
    make_article("اليوم نفسه", day="2025-03-01")
    make_article("أول رمضان الماضي", day="2024-03-11")
    make_article("يوم آخر", day="2024-03-02")
    response = client.get("/on-this-day/")
    assert headlines(response) == ["من السنة الماضية", "من قبل ثلاث", "أول رمضان الماضي"]
    assert "١ رمضان" in words(response)


def test_the_first_page_leads_to_them(client, db, on_march_first):
    make_article("من السنة الماضية", day="2024-03-01")
    assert "في مثل هذا اليوم: ١ مارس" in words(client.get("/"))


def test_of_a_full_day_some_are_shown_and_the_way_to_all(client, db):
    for number in range(7):
        make_article(f"خبر {number}", day="2020-02-29")
    response = client.get("/on-this-day/02/29/")
    assert len(headlines(response)) == 3
    assert 'href="/dates/2020/02/29/"' in response.content.decode()
    assert "وهي ٧" in words(response)


def test_a_hijri_day_in_all_years(client, db):
    make_article("أول رمضان", day="2025-03-01")
    make_article("أول رمضان قبله", day="2024-03-11")
    assert headlines(client.get("/on-this-day/hijri/09/01/")) == ["أول رمضان", "أول رمضان قبله"]


def test_a_day_without_articles_leads_to_the_nearest_that_have_some(client, db, on_march_first):
    for day in ("2022-02-27", "2023-03-04", "2024-12-30"):
        make_article(f"خبر {day}", day=day)
    page = client.get("/on-this-day/").content.decode()
    assert 'rel="prev" href="/on-this-day/02/27/"' in page
    assert 'rel="next" href="/on-this-day/03/04/"' in page
    page = client.get("/on-this-day/01/02/").content.decode()
    assert 'rel="prev" href="/on-this-day/12/30/"' in page
    page = client.get("/on-this-day/hijri/07/26/").content.decode()
    assert 'rel="next" href="/on-this-day/hijri/08/12/"' in page


@pytest.mark.parametrize("address", ["02/30", "13/01", "00/01", "hijri/13/01", "hijri/01/31", "hijri/00/00"])
def test_a_day_that_is_in_no_year_is_not_found(client, db, address):
    assert client.get(f"/on-this-day/{address}/").status_code == 404


def test_chance_leads_to_every_published_article_and_to_no_other(client, archive):
    hidden = Article.objects.get(headline__startswith="معرض")
    Article.objects.filter(pk=hidden.pk).update(status="withdrawn")
    chance = random.Random(4)
    drawn = {draw_article(chance).pk for _ in range(200)}
    assert drawn == set(Article.objects.published().values_list("pk", flat=True))
    response = client.get("/random/")
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]


def test_chance_finds_the_last_article_of_many_that_are_gone(db):
    make_article("الأول")
    last = Article.objects.create(pk=10**9, headline="آخر").pk
    Article.objects.exclude(pk=last).delete()
    assert draw_article(random.Random(1)).pk == last


def test_chance_has_nowhere_to_go_in_an_empty_archive(client, db):
    assert client.get("/random/").headers["Location"] == "/"


def test_the_numbers_are_true_and_gaps_are_named(client, archive):
    source = Source.objects.get(name="وكالة السهل")
    make_article("خبر", day="2026-03-03", source=source)
    text = words(client.get("/statistics/"))
    for part in ("٧ المقالات", "٦ مقالات كاملة", "١ مقتطفات", "٥ بتاريخ", "٢ بلا تاريخ", "٢ المصادر"):
        figure, label = part.split(" ", 1)
        assert f"{label} {figure}" in text
    assert "انقطاعان" in text
    assert "ديسمبر" in text


def test_the_table_says_what_the_chart_draws(client, archive):
    html = client.get("/en/statistics/").content.decode()
    assert html.count('<th scope="row">') == 21  # May 2024 to January 2026
    assert "<td>2</td>" in html


def test_an_empty_archive_has_its_numbers_too(client, db):
    assert "الأرشيف فارغ بعد" in words(client.get("/statistics/"))
    assert client.get("/on-this-day/").status_code == 200
