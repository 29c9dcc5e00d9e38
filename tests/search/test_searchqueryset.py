"""Haystack's SearchQuerySet on our engine, as Haystack documents it."""

import pickle
from datetime import UTC, date, datetime

import pytest
from haystack.exceptions import SearchBackendError
from haystack.inputs import AutoQuery, Clean, Exact, Not, Raw
from haystack.query import SQ, SearchQuerySet

from articles.models import Article, Source
from articles.search.outbox import apply_changes
from tests.search.archive import add


@pytest.fixture
def everything(db):
    add("ماء النهر", "جف النهر هذا الصيف", source="الأولى", day=date(2023, 1, 31))
    add("ماء البحر", "ارتفع البحر هذا الشتاء", source="الثانية", day=date(2024, 6, 1))
    add("رمل الصحراء", "لا ماء في الصحراء", source="الأولى", day=date(2025, 6, 1))
    add("ثلج الجبل", "ذاب الثلج في الربيع", language="ar")
    apply_changes()
    return SearchQuerySet()


def names(results) -> set[str]:
    return {result.object.headline.split()[0] + " " + result.object.headline.split()[1] for result in results}


def keys(name: str) -> str:
    return str(Source.objects.get(name=name).pk)


def test_all_and_none(everything):
    assert everything.count() == len(everything.all()) == 4
    assert len(everything.none()) == 0


def test_filter_takes_words_and_not_operators(everything):
    assert names(everything.filter(content="ماء")) == {"ماء النهر", "ماء البحر", "رمل الصحراء"}
    assert names(everything.filter(content="ماء نهر")) == {"ماء النهر"}
    assert names(everything.filter(content="ماء").filter(content="صحراء")) == {"رمل الصحراء"}
    assert names(everything.filter(content=Clean("ماء -نهر"))) == {"ماء النهر"}


def test_inputs(everything):
    assert names(everything.filter(content=Exact("ماء النهر"))) == {"ماء النهر"}
    assert names(everything.filter(content=AutoQuery('ماء -"ماء النهر"'))) == {"ماء البحر", "رمل الصحراء"}
    assert names(everything.filter(content=Not("ماء"))) == {"ثلج الجبل"}
    assert names(everything.filter(content=Raw('content:ثلج OR content:"رمل"'))) == {"ثلج الجبل", "رمل الصحراء"}
    assert names(everything.raw_search("year:2024")) == {"ماء البحر"}


def test_exclude_and_or(everything):
    assert names(everything.exclude(content="ماء")) == {"ثلج الجبل"}
    assert names(everything.filter(content="ماء").exclude(source=keys("الأولى"))) == {"ماء البحر"}
    assert names(everything.filter(SQ(content="ثلج") | SQ(content="رمل"))) == {"ثلج الجبل", "رمل الصحراء"}
    assert names(everything.filter(content="ثلج") | everything.filter(content="رمل")) == {"ثلج الجبل", "رمل الصحراء"}
    assert names(everything.filter(~SQ(content="ماء") & SQ(language="ar"))) == {"ثلج الجبل"}


def test_lookups_of_values(everything):
    assert names(everything.filter(year__in=["2023", "undated"])) == {"ماء النهر", "ثلج الجبل"}
    assert len(everything.filter(year__in=[])) == 0
    assert len(everything.filter(year__startswith="202")) == 3
    assert names(everything.filter(source=Source.objects.get(name="الثانية").pk)) == {"ماء البحر"}


def test_lookups_of_dates(everything):
    day = date(2024, 6, 1)
    assert names(everything.filter(published__gte=day)) == {"ماء البحر", "رمل الصحراء"}
    assert names(everything.filter(published__gt=day)) == {"رمل الصحراء"}
    assert names(everything.filter(published__lte=day)) == {"ماء النهر", "ماء البحر"}
    assert names(everything.filter(published__lt=day)) == {"ماء النهر"}
    assert names(everything.filter(published=day)) == {"ماء البحر"}
    assert len(everything.filter(published__range=[date(2023, 1, 31), day])) == 2
    assert len(everything.filter(added__lt=datetime.now(UTC))) == 4


def test_lookups_of_words(everything):
    assert names(everything.filter(content__startswith="الصح")) == {"رمل الصحراء"}
    assert names(everything.filter(content__contains="ارتف")) == {"ماء البحر"}
    assert names(everything.filter(content__endswith="حراء")) == {"رمل الصحراء"}
    assert names(everything.filter(content__fuzzy="الصحرا")) == {"رمل الصحراء"}


def test_what_is_not_there_is_an_error(everything):
    for wrong in (
        everything.filter(nothing="5"),
        everything.filter(year__gt="5"),
        everything.raw_search("(year:2024"),
        everything.raw_search('year:"2024'),
        everything.order_by("nothing"),
    ):
        with pytest.raises(SearchBackendError):
            len(wrong)


def test_narrow_takes_text_and_conditions(everything):
    assert names(everything.narrow("year:2024")) == {"ماء البحر"}
    assert names(everything.filter(content="ماء").narrow(SQ(source=keys("الأولى")) & ~SQ(year="2023"))) == {
        "رمل الصحراء"
    }


def test_order_by_fields_of_both_directions(everything):
    ordered = [result.object.headline.split()[1] for result in everything.order_by("source", "-published")]
    assert ordered == ["الصحراء", "النهر", "البحر", "الجبل"]


def test_slices_items_and_iteration_agree(everything):
    whole = [result.pk for result in everything]
    assert [result.pk for result in everything.all()[1:3]] == whole[1:3]
    assert [result.pk for result in everything.all()[2:]] == whole[2:]
    assert everything.all()[3].pk == whole[3]
    assert everything.best_match().pk == whole[0]
    assert everything.latest("published").object.headline == "رمل الصحراء"


def test_results_carry_their_fields(everything):
    result = everything.filter(year="2024")[0]
    assert (result.model, int(result.pk)) == (Article, result.object.pk)
    assert result.published == date(2024, 6, 1)
    assert result.added == result.object.added_at
    assert result.source == [keys("الثانية")]
    assert result.completeness == "whole"


def test_values(everything):
    assert everything.filter(year="2024").values("pk", "year")[0]["year"] == ["2024"]
    assert everything.filter(year="undated").values_list("published", flat=True)[0:1] == [None]
    assert list(everything.order_by("published").values_list("published", flat=True)[:2]) == [
        date(2023, 1, 31),
        date(2024, 6, 1),
    ]


def test_facets_before_and_after_slicing(everything):
    expected = [(keys("الأولى"), 2), (keys("الثانية"), 1)]
    faceted = everything.filter(content="ماء").facet("source")
    assert faceted.facet_counts()["fields"]["source"] == expected
    faceted[0:1]
    assert faceted.facet_counts()["fields"]["source"] == expected


def test_date_facets_and_query_facets(everything):
    counted = everything.date_facet("published", date(2023, 1, 1), date(2026, 1, 1), "year")
    assert [n for _, n in counted.facet_counts()["dates"]["published"]] == [1, 1, 1]
    counted = everything.query_facet("content", "ماء").facet_counts()["queries"]
    assert counted == {"content:ماء": 3}


def test_boost_raises_and_does_not_require(everything):
    boosted = everything.filter(content="ماء").boost("البحر", 50)
    assert boosted[0].object.headline == "ماء البحر"
    assert len(boosted) == 3


def test_more_like_this(everything):
    first = Article.objects.get(headline="ماء النهر")
    like = everything.more_like_this(first)
    assert first.headline not in names(like[0:10])
    assert {"ماء البحر", "رمل الصحراء"} >= names(like[0:10])
    assert [result.pk for result in everything.more_like_this(first)[1:2]] == [result.pk for result in like[0:10]][1:2]


def test_models_and_load_all(everything):
    assert everything.models(Article).count() == 4
    assert all(isinstance(result.object, Article) for result in everything.load_all()[0:4])


def test_a_result_can_be_pickled(everything):
    results = everything.filter(content="ماء")
    results[0:2]
    again = pickle.loads(pickle.dumps(results))
    assert [result.pk for result in again[0:2]] == [result.pk for result in results[0:2]]
