"""The search page around the search: words, chips, facets, orders, pages, and what goes wrong."""

import re
from html import unescape
from urllib.parse import quote_plus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.arabic.snippets import Wanted
from articles.models import Article, Section, Source
from articles.search.errors import IndexUnavailable
from articles.search.searching import FacetOption, Filter, Hit, SearchPage
from tests.pages.reading import headlines, words
from tests.pages.rows import make_article


def page_of(*articles: Article, total: int | None = None, facets: dict | None = None, **parts) -> SearchPage:
    hits = tuple(Hit(article.pk, 1.0) for article in articles)
    count = len(hits) if total is None else total
    return SearchPage(total=count, hits=hits, facets=facets or {}, **{"wanted": Wanted(), **parts})


@pytest.fixture
def two(db):
    source = Source.objects.create(name="صحيفة المرفأ")
    return [
        make_article("أول", "نص.", source=source, day="2026-01-02"),
        make_article("ثان", completeness="excerpt", source=source),
    ]


def test_hits_stand_in_the_order_of_the_search_each_with_where_it_is_from(client, two, answer_search):
    answer_search(page_of(two[1], two[0]))
    response = client.get("/search/?q=نص")
    assert headlines(response) == ["ثان", "أول"]
    assert "مقالان عن نص" in words(response)
    assert "صحيفة المرفأ بلا تاريخ مقتطف ثان" in words(response)


def test_hits_lead_to_the_article_and_take_the_search_along(client, two, answer_search):
    answer_search(page_of(two[0]))
    html = client.get(f"/search/?q=ab&source={two[0].source_id}").content.decode()
    assert f'href="/articles/{two[0].pk}/?q=ab&amp;source={two[0].source_id}&amp;n=1"' in html


def test_an_article_deleted_after_it_was_indexed_is_passed_over(client, two, answer_search):
    answer_search(page_of(*two))
    two[0].delete()
    assert headlines(client.get("/search/")) == ["ثان"]


def test_filters_are_asked_for_and_shown_as_chips_that_can_be_taken_off(client, two, answer_search):
    requests = answer_search(page_of(two[0]))
    source = two[0].source_id
    response = client.get(f"/search/?q=ab&source={source}&year=undated&completeness=whole")
    assert requests[0].filters == (
        Filter("source", str(source)),
        Filter("year", "undated"),
        Filter("completeness", "whole"),
    )
    html = response.content.decode()
    assert 'href="?q=ab&amp;year=undated&amp;completeness=whole"' in html
    assert f'href="?q=ab&amp;source={source}&amp;completeness=whole"' in html
    assert "المصدر: صحيفة المرفأ ×" in words(response)
    assert "السنة: بلا تاريخ ×" in words(response)


def test_facets_add_a_filter_or_take_it_off_and_have_true_counts(client, two, answer_search):
    section = Section.objects.create(name="ثقافة")
    source = str(two[0].source_id)
    counts = {
        "source": (FacetOption(source, 1234),),
        "section": (FacetOption(str(section.pk), 7), FacetOption("999999", 1)),
        "year": (FacetOption("2026", 5), FacetOption("undated", 2)),
    }
    answer_search(page_of(two[0], facets=counts))
    response = client.get(f"/search/?source={source}")
    html = response.content.decode()
    assert '<a class="option-in" href="?" rel="nofollow" aria-current="true">' in html
    assert f'href="?source=-{source}"' in html
    assert f'href="?source={source}&amp;section={section.pk}"' in html
    assert f'href="?source={source}&amp;year=undated"' in html
    text = words(response)
    for part in ["صحيفة المرفأ ١٬٢٣٤", "ثقافة ٧", "٢٠٢٦ ٥", "بلا تاريخ ٢"]:
        assert part in text
    assert "999999" not in html


def test_the_options_of_a_facet_lead_on_with_the_query_of_each_page_and_their_names_stand_as_they_are(
    client, db, answer_search
):
    source = Source.objects.create(name="100%01 <b>%00")
    article = make_article("أول", "نص.", source=source)
    answer_search(page_of(article, facets={"source": (FacetOption(str(source.pk), 3),)}))
    for query in ("حلب", "100%01&<b>", "حلب"):
        html = client.get("/search/", {"q": query}).content.decode()
        typed = quote_plus(query)
        assert f'href="?q={typed}&amp;source={source.pk}"' in html
        assert f'href="?q={typed}&amp;source=-{source.pk}"' in html
        assert "100%01 &lt;b&gt;%00" in html.replace("&#37;", "%")
    assert f'href="?source={source.pk}"' in client.get("/search/").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "source=abc",
        "source=--1",
        "date=غداً",
        "mentioned=2025) OR (حلب",
        "month=2025-13",
        "level=deep",
        "match=some",
        "view=table",
        "passages=9",
        "length=endless",
        "names=maybe",
        "source=" + "9" * 40,
        "year=20255",
        "year=٢٠٢٥",
        "completeness=half",
        "tag=1%00",
        "source=424242",
        "sort=length",
    ],
)
def test_what_an_address_cannot_mean_is_left_aside_and_said(client, two, answer_search, query):
    requests = answer_search(page_of(*two))
    response = client.get(f"/search/?q=ab&{query}")
    assert response.status_code == 200
    assert requests[0].filters == ()
    assert requests[0].sort == "relevance"
    assert "notice" in response.content.decode()


def test_an_address_may_repeat_a_filter(client, two, answer_search):
    requests = answer_search(page_of(*two))
    client.get("/search/?year=2024&year=2025&year=2024")
    assert requests[0].filters == (Filter("year", "2024"), Filter("year", "2025"))


@pytest.mark.parametrize(("query", "order"), [("q=ab", "relevance"), ("", "newest"), ("q=ab&sort=oldest", "oldest")])
def test_words_are_ranked_and_everything_else_is_newest_first(client, two, answer_search, query, order):
    requests = answer_search(page_of(*two))
    html = client.get(f"/search/?{query}").content.decode()
    assert requests[0].sort == order
    orders = html.partition('class="orders"')[2].partition("</div>")[0]
    assert orders.count('aria-current="true"') == 1


def test_pages_are_exact(client, two, answer_search):
    requests = answer_search(page_of(*two, total=25))
    html = client.get("/search/?q=ab&page=2").content.decode()
    assert (requests[0].offset, requests[0].limit) == (10, 10)
    assert 'href="?q=ab&amp;page=3"' in html
    assert "page=4" not in html
    assert '<ol class="entries" start="11">' in html


@pytest.mark.parametrize("page", ["4", "9999999999999999999999"])
def test_a_page_after_the_last_is_the_last(client, two, answer_search, page):
    requests = answer_search(page_of(*two, total=25))
    response = client.get(f"/search/?q=ab&page={page}")
    assert response.status_code == 200
    assert requests[-1].offset == 20


@pytest.mark.parametrize("page", ["0", "-1", "abc", "1e9", ""])
def test_a_page_that_is_no_number_is_the_first(client, two, answer_search, page):
    requests = answer_search(page_of(*two, total=25))
    assert client.get(f"/search/?page={page}").status_code == 200
    assert requests[-1].offset == 0


def test_nothing_found_says_what_to_try(client, two, answer_search):
    answer_search(page_of())
    text = words(client.get(f'/search/?q="قانون غائب"&source={two[0].source_id}'))
    assert "لا مقالات عن" in text
    assert "اكتب كلمات أقل" in text


def test_stop_words_that_were_passed_over_are_named(client, two, answer_search):
    answer_search(page_of(*two, ignored=("في", "من")))
    assert "في ، من" in words(client.get("/search/?q=نص في من"))


def test_without_an_index_the_page_says_so_and_browsing_goes_on(client, archive, answer_search):
    answer_search(IndexUnavailable("no index"))
    response = client.get("/search/?q=حلب")
    assert response.status_code == 503
    assert "لا يمكن البحث في الأرشيف الآن" in words(response)
    assert 'value="حلب"' in response.content.decode()
    assert client.get("/").status_code == 200
    assert client.get(archive.get_absolute_url() + "?q=حلب").status_code == 200


def test_a_hostile_query_is_shown_and_never_run(client, two, answer_search):
    answer_search(page_of())
    html = client.get("/search/", {"q": '"><script>alert(1)</script>\0'}).content.decode()
    assert "<script>alert" not in html


def test_links_of_a_page_to_itself_keep_what_was_understood_alone(client, two, answer_search):
    answer_search(page_of(two[0], total=500))
    html = client.get("/search/", {"q": "نص " * 5_000, "year": "2026", "page": "2", "colour": "red"}).content.decode()
    addresses = [address for address in re.findall('href="([^"]*)"', html) if "page=" in address or "/en/" in address]
    assert any("page=3" in address for address in addresses)
    assert any(address.startswith("/en/search/?q=") and "year=2026&amp;page=2" in address for address in addresses)
    assert any(address.startswith("http") for address in addresses)
    assert max(map(len, addresses)) < 6 * 1_000 + 200
    assert "colour" not in "".join(addresses)


def test_a_query_too_long_is_cut_and_said(client, two, answer_search):
    requests = answer_search(page_of(*two))
    response = client.get("/search/", {"q": "كلمة " * 5000})
    assert len(requests[0].query) <= 1000
    assert "أطول مما يجوز" in words(response)


def test_a_page_costs_as_many_queries_for_ten_hits_as_for_one(client, db, answer_search):
    articles = [
        make_article(f"خبر {number}", "نص.", source=Source.objects.create(name=f"مصدر {number}"))
        for number in range(10)
    ]
    costs = []
    for shown in (articles[:1], articles):
        counts = {"source": tuple(FacetOption(str(article.source_id), 1) for article in shown)}
        answer_search(page_of(*shown, facets=counts))
        client.get("/search/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/")
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_query_of_marks_alone_is_told_apart_from_one_without_hits(client, db, answer_search):
    answer_search(page_of(is_empty_question=True))
    assert "لم يُكتب ما يمكن البحث عنه" in words(client.get("/search/", {"q": "؟!"}))
    answer_search(page_of())
    assert "لم يُكتب ما يمكن البحث عنه" not in words(client.get("/search/", {"q": "بحر"}))


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2025-03..2026-01", "2025-03", "2026-01"), ("2025-03..", "2025-03", ""), ("2025", "2025", "2025"), ("", "", "")],
)
def test_the_form_of_dates_holds_the_range_that_it_narrowed_to(client, two, answer_search, date, first, last):
    answer_search(page_of(*two))
    html = client.get("/search/", {"date": date}).content.decode()
    assert re.search(f'name="date_from"[^>]* value="{first}"', html)
    assert re.search(f'name="date_to"[^>]* value="{last}"', html)


def test_each_hit_can_be_led_to(client, two, answer_search):
    answer_search(page_of(*two))
    assert re.findall('class="entry" id="([^"]*)"', client.get("/search/").content.decode()) == ["hit-1", "hit-2"]


@pytest.mark.parametrize("query", ["نهر", "بحر و\x01جبل", "%01", "'\"<b>&"])
def test_the_settings_and_files_of_a_query_lead_to_that_query_alone(client, two, answer_search, query):
    answer_search(page_of(*two))
    client.get("/search/", {"q": "سهل", "level": "exact"})
    html = client.get("/search/", {"q": query, "level": "exact"}).content.decode()
    written = quote_plus(query.replace("\x01", " "))
    for start in (f"?q={written}&amp;level=folded", f"/search/export.csv?q={written}&amp;level=exact"):
        assert f'href="{start}"' in html
    assert f"/api/v1/search?q={written}&amp;level=exact&#x27;" in html
    assert quote_plus("سهل") not in html


def test_without_a_query_the_settings_have_none(client, two, answer_search):
    answer_search(page_of(*two))
    client.get("/search/", {"q": "سهل"})
    assert "q=" not in "".join(re.findall('href="([?][^"]*)"', client.get("/search/").content.decode()))


def test_another_query_is_asked_within_the_filters_unless_the_box_is_unticked(client, two, answer_search):
    answer_search(page_of(*two))
    html = client.get("/search/", {"q": "نهر", "year": ["2025", "-2026"], "level": "exact"}).content.decode()
    within = unescape(re.search('type="checkbox" name="within" value="([^"]*)" checked', html)[1])
    answer = client.get("/search/", {"q": "بحر", "level": "exact", "within": within})
    assert answer["Location"] == f"?q={quote_plus('بحر')}&year=2025&year=-2026&level=exact"
    assert 'name="within"' not in client.get("/search/", {"q": "بحر"}).content.decode()


@pytest.mark.parametrize(
    "within", ["", "source=قط&q=بحر&page=9&sort=newest", "&" * 9000, "\0=\0", "year=2025" + "&a=b" * 2000]
)
def test_whatever_is_sent_as_filters_only_filters_are_taken_of_it(client, two, answer_search, within):
    answer_search(page_of(*two))
    location = client.get("/search/", {"q": "نهر", "within": within})["Location"]
    assert location in {f"?q={quote_plus('نهر')}", f"?q={quote_plus('نهر')}&year=2025"}
