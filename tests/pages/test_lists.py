"""Lists: what stands in them, their order, their pages, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, Place, Section, Source, Tag
from articles.views.dates import of_year, within
from articles.views.kept_answers import ANSWERS
from articles.views.lists import ArticlePaginator
from articles.views.volumes import add_up, read_groups
from tests.pages.reading import headlines, words
from tests.pages.rows import make_article, make_tag

LISTS = ["sources", "sections", "authors", "places", "tags"]


def make_rows(count: int):
    """Articles with everything that a line of a list shows, each with names of its own."""
    shared = make_tag("وسم مشترك")
    for number in range(count):
        article = make_article(
            f"خبر رقم {number}",
            "نص الخبر.",
            day="2026-02-03",
            source=Source.objects.create(name=f"مصدر {number}"),
            section=Section.objects.create(name=f"قسم {number}"),
        )
        article.places.add(Place.objects.create(name=f"مكان {number}"))
        article.authors.add(Author.objects.create(name=f"كاتب {number}"))
        article.tags.add(shared, make_tag(f"وسم {number}", f"Tag {number}", f"صيغة {number}"))
    return shared


def count_queries(client, address: str) -> int:
    client.get(address)  # what is prepared for all pages is prepared before counting
    ANSWERS.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.django_db
def test_a_page_costs_as_many_queries_for_thirty_rows_as_for_three(client):
    shared = make_rows(3)
    addresses = ["/", "/dates/", "/dates/2026/", "/dates/2026/02/", "/dates/2026/02/03/", f"/tags/{shared.pk}/"]
    addresses += [f"/{name}/" for name in LISTS]
    few = {address: count_queries(client, address) for address in addresses}
    Article.objects.all().delete()
    for model in (Source, Section, Place, Author, Tag):
        model.objects.all().delete()
    shared = make_rows(30)
    addresses = [*addresses[:5], f"/tags/{shared.pk}/", *addresses[6:]]
    many = [count_queries(client, address) for address in addresses]
    assert many == list(few.values())


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 14, 15, 16])
def test_the_pages_together_are_the_list_whichever_end_they_are_counted_from(db, count):
    days = ["2026-01-02", "", "2025-12-31", "2026-01-02"]
    for number in range(count):
        make_article(f"خبر {number}", day=days[number % len(days)])
    every = Article.objects.published().newest()
    pages = ArticlePaginator(every, per_page=5, count=count)
    assert [row.pk for page in pages for row in page.object_list] == [row.pk for row in every]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the plans of SQLite")
def test_a_page_of_a_list_is_read_from_an_index_alone_and_not_sorted(archive):
    published = Article.objects.published()
    day = archive.published_from
    lists = [published, published.undated(), published.on_day(day), within(day, day)]
    lists += [of_year(day.year, add_up(read_groups())), archive.source.articles.published()]
    lists += [Section.objects.create(name="قسم").articles.published()]
    for rows in lists:
        plan = rows.newest().values_list("pk", flat=True)[20:40].explain()
        assert "COVERING INDEX" in plan, plan
        assert "TEMP B-TREE" not in plan, plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the plans of SQLite")
def test_a_few_articles_are_not_looked_for_among_all(archive):
    few = Article.objects.not_withdrawn()
    for rows in (few.filter(pk__in=range(50)), few.last_added()[:20], archive.tags.first().articles.not_withdrawn()):
        plan = rows.explain()
        assert "status=?" not in plan, plan


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_archive_has_its_pages_too(client, db, name):
    assert client.get(f"/{name}/").status_code == 200
    assert client.get(f"/{name}/1/").status_code == 404


def test_names_stand_with_the_number_of_their_published_articles(client, archive):
    assert "وكالة السهل ٣" in words(client.get("/sources/"))
    Article.objects.filter(headline__startswith="تقرير").update(status="withdrawn")
    assert "وكالة السهل ٢" in words(client.get("/sources/"))


def test_a_name_that_no_published_article_has_is_not_listed(client, archive):
    assert "داعش" not in words(client.get("/tags/"))


def test_tags_stand_with_their_kind_and_their_variants(client, archive):
    text = words(client.get("/tags/"))
    assert "دونالد ترمب شخص" in text
    assert "ترامب" in text
    assert "Trump" in text


def test_the_page_of_a_tag_has_both_labels_its_variants_and_its_articles(client, archive):
    tag = archive.tags.get(label_en="Syria")
    response = client.get(tag.get_absolute_url())
    text = words(response)
    assert "بالعربية سوريا بالإنجليزية Syria ويُكتب أيضاً سورية" in text
    assert headlines(response) == ["لجنة مشتركة تبحث عودة المهجّرين إلى قرى الشمال", "تقرير بلا تاريخ عن أسواق حلب"]


def test_the_newest_stand_first_and_the_undated_last(client, archive):
    source = Source.objects.get(name="وكالة السهل")
    assert headlines(client.get(source.get_absolute_url())) == [
        "البرلمان يقرّ قانون المياه",
        "Erdogan visits Ankara book fair",
        "تقرير بلا تاريخ عن أسواق حلب",
    ]


def test_long_lists_have_pages_and_a_number_too_high_gives_the_last(client, db):
    make_rows(25)
    assert len(headlines(client.get("/dates/2026/"))) == 20
    assert len(headlines(client.get("/dates/2026/?page=2"))) == 5
    assert len(headlines(client.get("/dates/2026/?page=99"))) == 5
    assert len(headlines(client.get("/dates/2026/?page=abc"))) == 20


@pytest.mark.parametrize(
    ("asked", "canonical"), [("?page=99", "?page=2"), ("?page=2", "?page=2"), ("?page=0", "?page=2"), ("", "")]
)
def test_a_page_names_its_one_address(client, db, asked, canonical):
    source = Source.objects.create(name="صحيفة المرفأ")
    for number in range(21):
        make_article(f"خبر {number}", source=source)
    html = client.get(f"/sources/{source.pk}/{asked}").content.decode()
    assert f'<link rel="canonical" href="http://testserver/sources/{source.pk}/{canonical}">' in html
