"""A page's main article leads to all else on the page, in the order of the page."""

import pytest

from articles.models import Article
from tests.importing.pages import FLOOD, FLOOD_TEXT, MONDAY, TUESDAY, add, card, dump, whole

pytestmark = pytest.mark.django_db


def links():
    article = Article.objects.get(headline=FLOOD)
    return [(link.kind, link.to_article.headline, link.position) for link in article.links.all()]


def test_links_stand_in_the_order_of_the_page():
    latest = card("السفينة الأولى", TUESDAY[0], kind="latest", line=3)
    add(
        dump(
            "a.txt",
            latest,
            whole(FLOOD, FLOOD_TEXT, line=10),
            whole("حصاد القمح", MONDAY, role="appended", line=60),
            card("موسم الزيتون", "بدأ المزارعون قطاف الزيتون قبل موعده بأسبوعين.", line=30),
        )
    )
    assert links() == [
        ("latest", "السفينة الأولى", 3),
        ("related", "موسم الزيتون", 30),
        ("appended", "حصاد القمح", 60),
    ]


def test_a_link_of_two_pages_is_one():
    again = card("موسم الزيتون", "بدأ المزارعون قطاف الزيتون قبل موعده بأسبوعين.", line=44)
    first = card("موسم الزيتون", "بدأ المزارعون قطاف الزيتون قبل موعده بأسبوعين.", line=30)
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT), again), dump("b.txt", whole(FLOOD, FLOOD_TEXT), first))
    assert links() == [("related", "موسم الزيتون", 30)]


def test_a_page_that_shows_a_card_of_its_own_article_makes_no_link():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT), card(FLOOD, FLOOD_TEXT[0])))
    assert Article.objects.count() == 1
    assert links() == []


def test_a_page_without_a_main_article_makes_no_links():
    add(dump("a.txt", card(FLOOD, FLOOD_TEXT[0]), card("حصاد القمح", MONDAY[0], line=70)))
    assert links() == []
