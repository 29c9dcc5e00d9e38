"""From one hit of a search to the next, on the pages of their articles."""

import re

import pytest

from articles.models import Article
from articles.search.errors import IndexUnavailable
from articles.search.searching import Hit
from articles.views.hit_steps import hit_address
from articles.views.search_address import SearchAddress
from tests.pages.reading import words
from tests.pages.rows import make_article


@pytest.fixture
def asked():
    """The slices of hits that were asked for."""
    return []


@pytest.fixture
def hits(db, monkeypatch, asked):
    """Twelve articles, which every search answers in this order."""
    articles = [make_article(f"خبر الجسر رقم {number}", "نص عن الجسر.") for number in range(1, 13)]

    class Answered:
        total = len(articles)

        def hits(self, offset, limit):
            asked.append((offset, limit))
            return tuple(Hit(article.pk, 1.0) for article in articles[offset : offset + limit])

    monkeypatch.setattr("articles.views.hit_steps.answer", lambda request: Answered())
    return articles


def steps(client, address):
    html = client.get(address).content.decode()
    return dict(re.findall(r'<a rel="(prev|next)" href="([^"]*)"', html))


def at(hits, number):
    return f"/articles/{hits[number - 1].pk}/?q=الجسر&sort=newest&n={number}"


def test_a_hit_in_the_middle_leads_both_ways_and_keeps_the_search(client, hits, asked):
    found = steps(client, at(hits, 5))
    assert found["prev"].startswith(f"/articles/{hits[3].pk}/?q=")
    assert found["next"].startswith(f"/articles/{hits[5].pk}/?q=")
    assert found["next"].endswith("&amp;sort=newest&amp;n=6")
    assert asked == [(3, 3)]


def test_the_steps_can_be_walked_to_the_end_and_back(client, hits):
    seen, address = [], at(hits, 1)
    while address:
        seen.append(address)
        address = steps(client, address).get("next", "").replace("&amp;", "&")
    assert len(seen) == 12
    assert "prev" not in steps(client, seen[0])
    assert "prev" in steps(client, seen[-1])


def test_it_says_which_of_how_many_and_leads_back_to_the_right_page(client, hits):
    response = client.get(at(hits, 11))
    assert "النتيجة ١١ من ١٢" in words(response)
    assert "sort=newest&amp;page=2" in response.content.decode()


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "9999999999", "٣"])
def test_a_number_that_is_none_is_left_aside(client, hits, number):
    address = f"/articles/{hits[2].pk}/?q=الجسر&n={number}"
    assert steps(client, address) == {}


def test_another_article_at_that_place_by_now_gives_no_steps(client, hits):
    assert steps(client, f"/articles/{hits[0].pk}/?q=الجسر&n=7") == {}


def test_without_an_index_the_article_is_shown_all_the_same(client, hits, monkeypatch):
    def fail(request):
        raise IndexUnavailable("gone")

    monkeypatch.setattr("articles.views.hit_steps.answer", fail)
    response = client.get(at(hits, 5))
    assert response.status_code == 200
    assert "خبر الجسر رقم 5" in words(response)


def test_steps_cost_the_same_anywhere_in_the_results(client, hits, django_assert_max_num_queries):
    for number in (1, 6, 12):
        client.get(at(hits, number))
        with django_assert_max_num_queries(16):
            client.get(at(hits, number))


def test_the_address_of_a_hit_without_a_search_has_its_number_alone(db):
    article = make_article("خبر")
    assert hit_address(article, SearchAddress(), 3) == f"/articles/{article.pk}/?n=3"
    assert Article.objects.count() == 1


def test_the_way_back_leads_to_the_place_of_the_hit_in_its_page(client, hits):
    html = client.get(at(hits, 12)).content.decode()
    assert re.search('class="back" href="/search/[^"]*&amp;page=2#hit-2"', html)
