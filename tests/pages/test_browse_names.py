"""Lists of names: their order, their letters, the filter."""

import re

import pytest

from articles.models import Article, Author, Source
from tests.pages.reading import words
from tests.pages.rows import make_article, make_tag


def make_authors(*names: str, count: int = 1) -> None:
    article = make_article("خبر")
    article.authors.add(*(Author.objects.create(name=name) for name in names))


def listed(response) -> list[str]:
    return re.findall(r'<li><a href="[^"]*/\d+/"><bdi[^>]*>([^<]*)</bdi>', response.content.decode())


def test_names_stand_in_the_order_of_the_alphabet_without_their_article(client, db):
    make_authors("هند رستم", "السيد البدري", "Zeina", "إيمان", "أحمد", "سامي", "Adam", "7 أيام")
    assert listed(client.get("/authors/")) == [
        "أحمد",
        "إيمان",
        "سامي",
        "السيد البدري",
        "هند رستم",
        "Adam",
        "Zeina",
        "7 أيام",
    ]


def test_each_letter_leads_to_its_first_name_on_whichever_page(client, db):
    make_authors(*(f"بشار {number:03}" for number in range(120)), "وليد", "أحمد")
    html = client.get("/authors/").content.decode()
    letters = dict(re.findall(r'<li><a href="([^"]*)"><bdi>(.)</bdi>', html.partition('class="letters"')[2]))
    places = {letter: address for address, letter in letters.items()}
    assert places["ا"].startswith("#letter-")
    assert places["و"].startswith("?page=2#letter-")
    page = client.get("/authors/?page=2").content.decode()
    assert 'id="letter-و"' in page
    assert 'id="letter-ب"' in page
    assert 'id="letter-ا"' not in page


def test_a_list_leads_to_itself_without_what_it_does_not_know(client, db):
    make_authors(*(f"بشار {number:03}" for number in range(120)))
    html = client.get("/authors/?x=%00&utm=1&filter=بشار").content.decode()
    assert 'href="?filter=%D8%A8%D8%B4%D8%A7%D8%B1&amp;page=2"' in html
    assert "utm" not in html.partition("<main")[2]


@pytest.mark.parametrize("typed", ["اسماعيل", "إِسماعيل", "  إسماعيل ", "شيخ اسم"])
def test_the_filter_finds_names_however_they_are_typed(client, db, typed):
    make_authors("إسماعيل الشيخ", "منى", "الشيخ زايد")
    assert listed(client.get("/authors/", {"filter": typed})) == ["إسماعيل الشيخ"]


def test_the_filter_looks_at_the_variants_of_tags_too(client, archive):
    assert listed(client.get("/tags/", {"filter": "ترامب"})) == ["دونالد ترمب"]
    assert listed(client.get("/tags/", {"filter": "TRUMP"})) == ["دونالد ترمب"]


def test_where_no_name_is_left_the_page_says_so_and_offers_all(client, archive):
    response = client.get("/tags/", {"filter": "<script>قصر"})
    assert "لا اسم فيه هذه الكلمات" in words(response)
    assert "<script>قصر" not in response.content.decode()
    assert listed(response) == []


def test_by_number_the_most_used_stand_first(client, archive):
    assert listed(client.get("/sources/"))[0] == "صحيفة المرفأ"
    make_article("خبر آخر", source=Source.objects.get(name="وكالة السهل"))
    assert listed(client.get("/sources/?sort=count"))[0] == "وكالة السهل"


def test_english_names_stand_under_english_letters_in_english(client, archive):
    html = client.get("/en/sources/").content.decode()
    assert 'id="letter-A"' in html
    assert "Al-Marfa" in html


def test_a_change_of_a_name_is_seen_at_once(client, archive):
    client.get("/tags/")
    make_article("خبر جديد").tags.add(make_tag("البصرة"))
    assert "البصرة" in listed(client.get("/tags/"))
    Article.objects.filter(headline="خبر جديد").first().delete()
    assert "البصرة" not in listed(client.get("/tags/"))
