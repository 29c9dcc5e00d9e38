"""The page of an article."""

import hashlib

import pytest
from django.utils import timezone

from articles.models import Appearance, Article, ArticleRedirect, Link
from articles.templatetags.archive import digits
from tests.pages.reading import words
from tests.pages.rows import make_article, make_dump


@pytest.fixture
def page(client, archive):
    return client.get(archive.get_absolute_url())


def test_what_is_known_of_it_stands_above_and_under_the_headline(page):
    text = words(page)
    parts = ["شؤون إقليمية", "لجنة مشتركة تبحث", "والألغام ما زالت تقتل", "ليلى الخطيب", "دمشق", "يناير"]
    places = [text.index(part, text.index("شؤون إقليمية")) for part in parts]
    assert places == sorted(places)


def test_the_date_has_both_names_of_its_month_and_the_hijri_day(page):
    text = words(page)
    assert "كانون الثاني" in text
    assert "يناير" in text
    assert "شعبان ١٤٤٧" in text


def test_blocks_stand_in_their_order_each_as_what_it_is(page):
    html = page.content.decode()
    parts = [
        "<p>بحثت لجنة",
        "<p>وأوضحت",
        "<h2>ألغام في الحقول</h2>",
        "<figcaption>عائلة تعود",
        "(رويترز)",
        "<p>وكان مسؤول",
    ]
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


def test_related_articles_stand_by_kind_in_the_order_of_the_page(page):
    text = words(page)
    parts = [
        "مقالات ذات صلة",
        "معرض للكتاب",
        "مقتطف",
        "مقالات أخرى من صفحته",
        "الفرات",
        "آخر الأخبار في صفحته",
        "قانون المياه",
    ]
    places = [text.index(part, text.index("مقالات ذات صلة")) for part in parts]
    assert places == sorted(places)


def test_an_article_that_is_related_in_two_ways_stands_once(client, archive):
    excerpt, _further, _latest = (link.to_article for link in archive.links.order_by("position"))
    for target, kind in ((excerpt, Link.Kind.LATEST), (excerpt, Link.Kind.APPENDED)):
        Link.objects.create(from_article=archive, to_article=target, kind=kind, position=90)
    html = client.get(archive.get_absolute_url()).content.decode()
    related = html.partition("مقالات ذات صلة")[2]
    assert html.count(f'href="{excerpt.get_absolute_url()}"') == 1
    assert related.index("معرض للكتاب") < related.index("مقالات أخرى من صفحته")
    assert archive.links.count() == 5


def test_a_title_keeps_the_direction_of_a_headline_to_itself(client, db):
    article = make_article("خبر \u202eمقلوب\u2066")
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<title>\u2068خبر مقلوب\u2069 ·" in html


def test_an_excerpt_says_so_and_names_what_leads_to_it(client, archive):
    excerpt = archive.links.get(kind=Link.Kind.RELATED).to_article
    text = words(client.get(excerpt.get_absolute_url()))
    assert "إلا هذا المقتطف" in text
    assert "مقالات تؤدي إلى هذا المقال لجنة مشتركة" in text


def test_the_panel_tells_where_every_word_came_from(page):
    text = words(page)
    for part in ["page-1.txt", "المقال الرئيس", "من ١ إلى ٣٢", hashlib.sha256(b"page-1.txt").hexdigest()]:
        assert part in text
    assert 'href="https://example.org/news/1"' in page.content.decode()


def test_the_panel_tells_what_was_left_out_of_the_lines_of_the_article_alone(client, archive):
    dump = archive.appearances.get().dump
    dump.dropped = [[3, "share line", "شارك المقال"], [35, "print line", "اطبع الصفحة"]]
    dump.save()
    text = words(client.get(archive.get_absolute_url()))
    assert "السطر ٣ · سطر مشاركة: شارك المقال" in text
    assert "اطبع الصفحة" not in text


def test_the_panel_of_a_card_that_stands_everywhere_is_bounded_and_says_so(client, archive):
    dump = make_dump("latest.txt")
    rows = [Appearance(dump=dump, article=archive, role="latest", first_line=n, last_line=n) for n in range(1, 61)]
    Appearance.objects.bulk_create(rows)
    response = client.get(archive.get_absolute_url())
    text = words(response)
    assert "في ٦١ صفحة محفوظة" in text
    assert "ويرد في ١١ صفحة محفوظة أخرى." in text
    assert text.index("page-1.txt") < text.index("latest.txt")


def test_the_hijri_day_says_by_which_calendar(client, archive):
    assert "١ شعبان ١٤٤٧ هـ (تقويم أم القرى)" in words(client.get(archive.get_absolute_url()))
    old = make_article("خبر قديم", day="1923-07-24")
    assert "١٠ ذو الحجة ١٣٤١ هـ (بالحساب)" in words(client.get(old.get_absolute_url()))


def test_a_doubtful_date_has_no_hijri_day_and_no_machine_date(client, db):
    article = make_article("خبر", published="2026-01-20~", published_from="2026-01-20", published_to="2026-01-20")
    response = client.get(article.get_absolute_url())
    assert "نحو ٢٠ يناير" in words(response)
    assert "شعبان" not in words(response)
    assert '<time datetime="2026' not in response.content.decode()


def test_an_undated_article_says_which_day_it_mentions_last(client, db):
    article = make_article("خبر", latest_date_mentioned="2025-05-12")
    assert "آخر يوم يذكره: ١٢ مايو (أيار) ٢٠٢٥" in words(client.get(article.get_absolute_url()))


def test_it_can_be_cited_in_both_languages(client, archive):
    for language in ("", "/en"):
        text = words(client.get(f"{language}/articles/{archive.pk}/"))
        assert "أرشيف الأخبار العربية، المقال رقم" in text
        assert "Arabic News Archive, article" in text
        assert f"http://testserver/articles/{archive.pk}/" in text


def test_tags_lead_to_their_pages(page, archive):
    for tag in archive.tags.all():
        assert f'<a href="/tags/{tag.pk}/"><bdi>{tag.label_ar}</bdi></a>' in page.content.decode()


def test_an_undated_article_says_so(client, archive):
    undated = Article.objects.get(headline__startswith="تقرير بلا تاريخ")
    assert '<a href="/dates/undated/">بلا تاريخ</a>' in client.get(undated.get_absolute_url()).content.decode()


def test_a_withdrawn_article_is_gone_and_says_why(client, archive):
    Article.objects.filter(pk=archive.pk).update(
        status="withdrawn", withdrawn_reason="بطلب من صاحب <b>الصورة</b>", withdrawn_at=timezone.now()
    )
    response = client.get(archive.get_absolute_url())
    assert response.status_code == 410
    assert "بطلب من صاحب &lt;b&gt;الصورة" in response.content.decode()
    assert "المهجّرين" not in words(response)
    assert f"سُحب المقال رقم {digits(archive.pk)} في" in words(response)


def test_a_withdrawn_article_leaves_the_pages_of_others(client, archive):
    further = archive.links.get(kind=Link.Kind.APPENDED).to_article
    Article.objects.filter(pk=further.pk).update(status="withdrawn")
    assert "الفرات" not in words(client.get(archive.get_absolute_url()))


def test_an_old_number_leads_to_the_article_for_ever(client, archive):
    ArticleRedirect.objects.create(old_id=9000, article=archive)
    response = client.get("/articles/9000/?q=حلب")
    assert response.status_code == 301
    assert response.url.startswith(f"/articles/{archive.pk}/?q=")


@pytest.mark.parametrize("number", ["8999", "9" * 30])
def test_a_number_that_was_never_given_is_not_found(client, db, number):
    assert client.get(f"/articles/{number}/").status_code == 404


def test_hostile_text_is_shown_and_never_run(client, db):
    hostile = '<script>alert("x")</script>'
    article = make_article(hostile, hostile, deck=hostile)
    html = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert") >= 3


def test_an_address_that_is_not_of_the_web_is_no_link(client, db):
    article = make_article("خبر", url="javascript:alert(1)")
    html = client.get(article.get_absolute_url()).content.decode()
    assert 'href="javascript:' not in html
    assert "javascript:alert(1)" in html
