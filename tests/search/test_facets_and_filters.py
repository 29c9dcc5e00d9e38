"""Counts are of the whole result, and a filter finds as many as its option says."""

from datetime import date

import pytest

from articles.models import Article, Author, Place, Section, Source
from articles.search.outbox import apply_changes
from articles.search.searching import FILTER_FIELDS, Filter, SearchRequest, answer
from tests.search.archive import add, add_tag, ask, found, options


@pytest.fixture
def archive(db):
    water, war = add_tag("المياه"), add_tag("الحرب, والسلم")
    section = Section.objects.create(name="ثقافة عامة")
    one = add("نهر", "ماء النهر", source="الصحيفة", day=date(2024, 3, 1), tags=[water], section=section)
    add("بحر", "ماء البحر", source="الصحيفة", day=date(2025, 3, 1), tags=[water, war], section=section)
    add("حقل", "ماء الحقل", source="المجلة", completeness="excerpt")
    add("مدينة", "لا شيء منه", source="المجلة", day=date(2025, 5, 1), tags=[war])
    one.authors.add(Author.objects.create(name="ليلى"), Author.objects.create(name="سامي"))
    one.places.add(Place.objects.create(name="حلب"))
    apply_changes()
    return {"water": str(water.pk), "war": str(war.pk), "section": str(section.pk)}


def test_counts_are_of_the_whole_result_whatever_page_is_shown(archive):
    page = ask("ماء", limit=1)
    assert set(page.facets) == set(FILTER_FIELDS)
    assert options(page, "tag") == {archive["water"]: 2, archive["war"]: 1}
    assert options(page, "section") == {archive["section"]: 2}
    assert options(page, "year") == {"2024": 1, "2025": 1, "undated": 1}
    assert options(page, "completeness") == {"whole": 2, "excerpt": 1}
    assert sum(options(page, "author").values()) == 2


def test_the_most_frequent_option_comes_first(archive):
    assert [option.count for option in ask("").facets["year"]] == [2, 1, 1]


def test_each_filter_finds_as_many_as_its_option_says(archive):
    for query in ("", "ماء"):
        for field, found_options in ask(query).facets.items():
            for option in found_options:
                assert ask(query, (field, option.value)).total == option.count, (field, option)


def test_filters_are_all_applied_and_counted(archive):
    source = str(Source.objects.get(name="الصحيفة").pk)
    page = ask("ماء", ("source", source), ("tag", archive["war"]))
    assert page.total == 1
    # The options of a field are counted without the filters of that field: another tag may be chosen too.
    assert options(page, "tag") == {archive["water"]: 2, archive["war"]: 1}


def test_of_two_filters_of_one_field_either_holds_and_each_field_must(archive):
    first, second = (str(Source.objects.get(name=name).pk) for name in ("الصحيفة", "المجلة"))
    both = [("source", first), ("source", second)]
    assert ask("", *both).total == 4
    assert ask("ماء", *both).total == 3
    assert ask("", *both, ("year", "2025")).total == 2
    assert ask("", ("year", "2024"), ("year", "undated"), ("source", second)).total == 1
    assert ask("", ("tag", archive["water"]), ("tag", archive["war"])).total == 3
    assert ask("", ("source", first), ("source", "no such")).total == 2


def test_filters_do_not_change_scores(archive):
    free = {hit.article_id: hit.score for hit in ask("ماء").hits}
    filtered = ask("ماء", ("tag", archive["water"]))
    assert {hit.article_id: hit.score for hit in filtered.hits}.items() <= free.items()


@pytest.mark.parametrize("value", ["", "no such", '") OR (*:*', "(", "\x00", "\ud800", "٥"])
def test_a_value_that_nothing_has_finds_nothing(archive, value):
    assert found("", ("tag", value)) == []


def test_an_uncertain_date_counts_for_each_of_its_years(db):
    add("شتاء", "برد", published_from=None)
    winter = add("شتاء", "برد")
    type(winter).objects.filter(pk=winter.pk).update(published_from=date(2024, 12, 1), published_to=date(2025, 2, 28))
    apply_changes()
    assert options(ask("برد"), "year") == {"2024": 1, "2025": 1, "undated": 1}


def years_of(query, *filters, limit=12):
    return answer(SearchRequest(query, tuple(Filter(*one) for one in filters))).mentioned_years(limit)


def naming(*dates):
    """An article whose text names these dates, in a segment of its own."""
    article = add("ذكرى الجسر", mentions=[[0, 0, 4, named, ""] for named in dates])
    apply_changes()
    return article


def test_an_article_counts_once_for_each_year_that_its_text_names(db):
    naming("2011", "2011-05", "2011-05-12", "2013-01-01")
    naming("2013-12-31", "XXXX-05-12", "2011~", "2014/2015")
    gone = naming("2013", "1979")
    assert years_of("جسر") == (("2013", 3), ("1979", 1), ("2011", 1))
    assert years_of("جسر", limit=1) == (("2013", 3),)
    Article.objects.get(pk=gone.pk).delete()
    apply_changes()
    assert years_of("جسر") == (("2013", 2), ("2011", 1))
    assert years_of("بحر") == ()
    # Another year may be chosen too.
    assert years_of("جسر", ("mentioned", "2011")) == years_of("جسر")
    for year, count in years_of(""):
        assert ask("", ("mentioned", year)).total == count
