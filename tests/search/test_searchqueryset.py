"""Haystack's SearchQuerySet on our engine, as Haystack documents it."""

import pickle
from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from haystack.exceptions import SearchBackendError
from haystack.inputs import AutoQuery, Clean, Exact, Not, Raw
from haystack.query import SQ, SearchQuerySet

from articles.models import Article, Source
from articles.search.outbox import apply_changes
from tests.search.archive import add

pytestmark = pytest.mark.usefixtures("engine")


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


def test_highlight_marks_the_texts_of_the_database(everything):
    [result] = everything.filter(content="النهر").highlight()
    [whole, *_] = result.highlighted["text"]
    assert "<em>النهر</em>" in " ".join(result.highlighted["text"])
    [other] = everything.filter(content="بحر").highlight(pre_tags=["<b>"], post_tags=["</b>"])[0:1]
    assert "<b>البحر</b>" in " ".join(other.highlighted["text"])
    assert whole


def test_highlight_escapes_and_marks_phrases_and_no_more(db):
    add("خبر", "قال <script> إن ماء النهر جف & أن ماء البحر ارتفع")
    apply_changes()
    [result] = SearchQuerySet().filter(content=Exact("ماء النهر")).exclude(content="رمل").highlight()
    assert "قال &lt;script&gt; إن <em>ماء النهر</em> جف &amp; أن ماء البحر" in result.highlighted["text"][0]


def test_highlight_of_a_slice_and_of_everything(everything):
    assert [len(result.highlighted) for result in everything.filter(content="ماء").highlight()[1:3]] == [1, 1]
    assert all("<em>" not in passage for result in everything.highlight() for passage in result.highlighted["text"])


def test_spelling_suggestion(everything):
    add("خبر", *["انعقد مؤتمر الصحراء"] * 3)
    apply_changes()
    assert SearchQuerySet().filter(content="الصحرااء").spelling_suggestion() == "الصحراء"
    assert SearchQuerySet().spelling_suggestion("الصحرااء والنهر") == "الصحراء والنهر"
    assert SearchQuerySet().filter(content="الصحراء").spelling_suggestion() is None
    assert SearchQuerySet().auto_query("الصحرااء").spelling_suggestion() == "الصحراء"


def test_auto_query_and_autocomplete(everything):
    assert names(everything.auto_query('ماء -"ماء النهر"')) == {"ماء البحر", "رمل الصحراء"}
    assert names(everything.autocomplete(content__startswith="الصح رم")) == {"رمل الصحراء"}


@pytest.mark.parametrize(
    "part",
    [slice(0, 0), slice(1, 2), slice(2, 100), slice(None, 3), slice(3, None), slice(None), slice(100, 200)],
    ids=str,
)
def test_any_slice(everything, part):
    order = everything.order_by("-published", "source")
    whole = [result.pk for result in order]
    assert [result.pk for result in order.all()[part]] == whole[part]


def test_pages_of_a_paginator_neither_repeat_nor_lose(everything):
    pages = Paginator(everything.filter(content="ماء").order_by("published"), 2)
    assert [[result.published.year for result in page] for page in pages] == [[2023, 2024], [2025]]


def test_order_by_two_fields_in_opposite_directions(everything):
    add("ماء رابع", "نص", source="الأولى", day=date(2023, 1, 31))
    apply_changes()
    found = SearchQuerySet().filter(content="ماء").order_by("published", "-added")
    assert [result.object.headline for result in found][:2] == ["ماء رابع", "ماء النهر"]
    found = SearchQuerySet().filter(content="ماء").order_by("-published", "added")
    assert [result.object.headline for result in found][-2:] == ["ماء النهر", "ماء رابع"]


def test_values_of_several_fields_and_flat(everything):
    rows = everything.order_by("published").values("published", "completeness")[0:2]
    assert [set(row) for row in rows] == [{"published", "completeness"}] * 2
    assert len(everything.values_list("pk", "year")[0]) == 2
    with pytest.raises(TypeError):
        everything.values_list("pk", "year", flat=True)


def test_facets_count_with_narrow_filter_and_exclude(everything):
    faceted = everything.filter(content="ماء").exclude(year="2025").narrow("completeness:whole").facet("year")
    assert faceted.facet_counts()["fields"]["year"] == [("2023", 1), ("2024", 1)]
    assert everything.facet("year", limit=1).facet_counts()["fields"]["year"] == [("2023", 1)]


def test_several_facets_at_once(everything):
    counts = (
        everything.facet("year")
        .date_facet("published", date(2023, 1, 1), date(2025, 1, 1), "month", 12)
        .query_facet("source", keys("الأولى"))
        .facet_counts()
    )
    assert dict(counts["fields"]["year"]) == {"2023": 1, "2024": 1, "2025": 1, "undated": 1}
    assert [n for _, n in counts["dates"]["published"]] == [1, 1]
    assert list(counts["queries"].values()) == [2]


def test_more_like_this_in_slices_and_with_filters(everything):
    first = Article.objects.get(headline="ماء النهر")
    like = everything.more_like_this(first)
    whole = [result.pk for result in like[0:10]]
    assert [
        result.pk for number in range(len(whole)) for result in everything.more_like_this(first)[number:][:1]
    ] == whole
    assert str(first.pk) not in whole
    filtered = everything.filter(year="2024").more_like_this(first)
    assert {result.object.headline for result in filtered[0:10]} <= {"ماء البحر"}


def test_iterating_twice_and_clones_do_not_disturb_each_other(everything):
    found = everything.filter(content="ماء")
    assert [result.pk for result in found] == [result.pk for result in found]
    assert found.exclude(year="2023").count() == 2
    assert found.count() == 3
    assert bool(found)
    assert len(found.none()) == 0


def test_raw_search_is_added_to_conditions(everything):
    assert names(everything.filter(content="ماء").filter(content=Raw("year:2024 OR year:2025"))) == {
        "ماء البحر",
        "رمل الصحراء",
    }


def test_load_all_asks_the_database_once(everything, django_assert_num_queries):
    results = everything.load_all()
    results[0:4]
    with django_assert_num_queries(0):
        assert len({result.object.headline for result in results[0:4]}) == 4


def test_boost_of_a_word_that_is_nowhere_changes_nothing(everything):
    plain = [result.pk for result in everything.filter(content="ماء")]
    assert [result.pk for result in everything.filter(content="ماء").boost("زرافة", 9)] == plain


def test_result_class_and_stored_fields(everything):
    result = everything.filter(year="2024")[0]
    assert result.get_stored_fields()["published"] == date(2024, 6, 1)
    assert result.app_label == "articles"
    assert result.verbose_name
    assert result.score == result.score
