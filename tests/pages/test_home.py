"""The first page."""

from articles.models import Article
from tests.pages.reading import words
from tests.pages.rows import make_article


def test_the_box_comes_first_then_the_numbers_the_newest_and_the_ways_in(client, archive):
    text = words(client.get("/"))
    parts = [
        "ابحث",
        "داعش",
        "٦ مقالات من مصدرين",
        "مؤرخة، من سنة ٢٠٢٤ إلى سنة ٢٠٢٦: ٤",
        "بلا تاريخ: ٢",
        "الأحدث",
        "الفرات",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_what_has_no_source_is_not_counted_as_of_one(client, archive):
    make_article("خبر بلا مصدر", day="2026-01-02")
    text = words(client.get("/"))
    assert "٧ مقالات من" not in text
    for part in ("من مصدرين: ٦", "بلا مصدر معروف: ١", "مؤرخة، من سنة ٢٠٢٤ إلى سنة ٢٠٢٦: ٥"):
        assert part in text


def test_where_all_have_a_source_and_a_date_one_sentence_says_so(client, archive):
    Article.objects.undated().delete()
    assert "٤ مقالات من مصدرين، من سنة ٢٠٢٤ إلى سنة ٢٠٢٦" in words(client.get("/"))


def test_each_year_is_a_bar_and_a_way_in(client, archive):
    html = client.get("/").content.decode()
    assert 'href="/dates/2026/"' in html
    assert '<rect y="0" width="1" height="100"/>' in html
    assert '<rect y="50" width="1" height="50"/>' in html


def test_an_empty_archive_says_so(client, db):
    text = words(client.get("/"))
    assert "الأرشيف فارغ بعد" in text
    assert "ليس فيه مقالات بعد" in text


def test_nothing_of_a_page_is_styled_or_scripted_in_place(client, archive):
    for address in ("/", archive.get_absolute_url(), "/dates/", "/tags/"):
        html = client.get(address).content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert "<script>" not in html
        assert " onclick" not in html


def test_a_year_without_articles_shows_as_a_gap(client, db):
    make_article("خبر", day="2019-03-01")
    make_article("خبر آخر", day="2021-03-01")
    html = client.get("/").content.decode()
    assert 'href="/dates/2020/"' not in html
    assert "٢٠٢٠" in html


def test_long_ago_does_not_fill_the_page_with_bars(client, db):
    make_article("خبر قديم", day="1890-03-01")
    make_article("خبر", day="2021-03-01")
    assert client.get("/").content.decode().count("<rect") == 12
