"""The search page over a real index: levels, forms, names, mistakes, reasons, facets, time, and ways out of nothing."""

import html as markup
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.citing.coins import context_object
from articles.models import Article, Source, Tag
from articles.search import outbox
from articles.search.readers import forget
from articles.views.cited import facts_of
from tests.pages.reading import headlines, marks, words
from tests.pages.rows import make_article, make_tag


@pytest.fixture
def index(db, tmp_path, settings, monkeypatch):
    """`index()` builds the index of what is in the archive by then."""
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    yield outbox.rebuild
    forget(folder)


@pytest.fixture
def news(index):
    """Five articles of two sources about Lebanon and its council, in two years."""
    port, plain = Source.objects.create(name="صحيفة المرفأ"), Source.objects.create(name="وكالة السهل")
    make_article("مجلس الوزراء يعقد جلسة", "اجتمع المجلس في لبنان أمس.", day="2025-03-04", source=port)
    make_article("المجالس البلدية تنتظر", "قال اللبنانيون إن المجالس تنتظر منذ 2011.", day="2025-07-01", source=port)
    make_article("أمطار على السهل", "هطلت أمطار في لبنان وسوريا.", day="2026-01-09", source=plain)
    make_article("زيارة إسرائيل", "زار وفد إسرائيل.", day="2026-01-10", source=plain)
    make_article("إنذار لاسرائيل", "وجّه إنذاراً لاسرائيل.", day="2026-02-10", source=plain)
    index()


def get(client, **parameters):
    return client.get("/search/", parameters)


def links(response) -> dict[str, str]:
    """The links of a page by their words."""
    found = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', response.content.decode(), flags=re.DOTALL)
    text = {href: " ".join(markup.unescape(re.sub("<[^>]*>", " ", label)).split()) for href, label in found}
    return {label: markup.unescape(href) for href, label in text.items()}


def titles(response) -> dict[str, str]:
    found = re.findall(r'<mark title="([^"]*)"[^>]*>(.*?)</mark>', response.content.decode())
    return {word: re.sub("[\u2068\u2069]", "", markup.unescape(title)) for title, word in found}


def test_each_level_finds_its_own_and_leads_to_the_others(client, news):
    response = get(client, q="إسرائيل")
    assert sorted(headlines(response)) == ["إنذار لاسرائيل", "زيارة إسرائيل"]
    exact = client.get("/search/" + links(response)["كما كُتبت"])
    assert headlines(exact) == ["زيارة إسرائيل"]
    assert links(exact)["صيغ قريبة"] == "?q=" + links(response)["كما كُتبت"].split("=")[1].split("&")[0]


def test_a_form_can_be_left_out_and_taken_back(client, news):
    response = get(client, q="إسرائيل")
    away = links(response)["ألغِ: لاسرائيل ١"]
    narrowed = client.get("/search/" + away)
    assert headlines(narrowed) == ["زيارة إسرائيل"]
    assert "لاسرائيل" not in marks(narrowed)
    back = next(href for label, href in links(narrowed).items() if label.startswith("أعِد: لاسرائيل"))
    assert len(headlines(client.get("/search/" + back))) == 2


def test_a_mark_says_the_rule_that_joined_it(client, news):
    assert titles(get(client, q="مجلس"))["المجالس"] == "مجلس: مع ال قبلها؛ جمع تكسير: مجالس، مفرده مجلس"
    assert titles(get(client, q="إسرائيل"))["لاسرائيل"].startswith("إسرائيل: مع ل قبلها؛ إملاء الهمزة والألف")
    english = client.get("/en/search/", {"q": "لبنان"})
    assert titles(english)["اللبنانيون"] == "لبنان: with ال before it; with the ya of relation; plural in ون"


def test_the_article_marks_as_its_search_did(client, news):
    response = get(client, q="لبنان", level="exact")
    href = next(href for label, href in links(response).items() if label.startswith("أمطار"))
    assert "level=exact" in href
    assert "n=" in href
    assert marks(client.get(href)) == ["لبنان"]
    light = client.get(href.replace("level=exact", "level=light"))
    assert titles(client.get(href)) == {}
    assert marks(light) == ["لبنان"]


def test_all_or_most_words_have_both_counts(client, news):
    response = get(client, q="مجلس أمطار")
    assert headlines(response) == []
    found = get(client, q="لبنان أمطار")
    labels = links(found)
    assert "كل الكلمات ١" in labels
    assert len(headlines(client.get("/search/" + labels["معظم الكلمات ٣"]))) == 3


def test_names_of_a_tag_are_joined_and_can_be_parted(client, index):
    make_tag("دونالد ترمب", "Donald Trump", "ترامب", "ترمب", kind=Tag.Kind.PERSON)
    make_article("خطاب ترامب", "ألقى ترامب خطاباً.")
    make_article("قرار ترمب", "وقّع ترمب قراراً.")
    index()
    response = get(client, q="ترمب")
    assert len(headlines(response)) == 2
    assert "ترامب" in words(response).partition("بُحث عنها معاً")[2]
    assert titles(response)["ترامب"] == "صيغة أخرى للاسم ترمب"
    alone = client.get("/search/" + links(response)["ابحث عما كتبتُه وحده"])
    assert headlines(alone) == ["قرار ترمب"]
    assert links(alone)["ابحث عن صيغها الأخرى كذلك"].startswith("?q=")


def test_a_mistake_is_shown_where_it_stands_with_the_corrected_query(client, news):
    response = get(client, q='لبنان "مجلس الوزراء')
    assert '<strong class="wrong">' in response.content.decode()
    assert 'لبنان "مجلس الوزراء"' in links(response)
    assert "هنا:" in words(response)


def test_the_years_of_the_facet_have_their_months(client, news):
    response = get(client, q="")
    labels = links(response)
    assert "٢٠٢٥ ٢" in labels
    january = next(href for label, href in labels.items() if label.startswith("يناير") and "month=2026-01" in href)
    narrowed = client.get("/search/" + january)
    assert len(headlines(narrowed)) == 2
    assert "year=" not in links(narrowed)[next(label for label in links(narrowed) if label.startswith("فبراير"))]


def test_the_years_that_texts_name_are_a_facet_in_which_an_article_counts_once(client, index):
    make_article("ذكرى الجسر", "بُني الجسر سنة 2011.", mentions=[[0, 16, 20, "2011", ""], [0, 0, 9, "2011-05-12", ""]])
    make_article("جسر آخر", "بُني الجسر سنة 2013.", mentions=[[0, 16, 20, "2013", ""]])
    index()
    labels = links(get(client, q="الجسر"))
    assert headlines(client.get("/search/" + labels["٢٠١١ ١"])) == ["ذكرى الجسر"]
    assert headlines(client.get("/search/" + labels["استبعد: ٢٠١١ −"])) == ["جسر آخر"]


def test_a_value_can_be_excluded(client, news):
    response = get(client, q="لبنان")
    narrowed = client.get("/search/" + links(response)["استبعد: صحيفة المرفأ −"])
    assert headlines(narrowed) == ["أمطار على السهل"]
    assert "المصدر: ليس صحيفة المرفأ ×" in words(narrowed)


def test_the_timeline_has_every_month_between_and_narrows(client, news):
    response = get(client, q="لبنان")
    html = response.content.decode()
    assert html.count('class="bar') == 3
    table = html.partition("<tbody>")[2].partition("</tbody>")[0]
    assert re.findall(r"month=(\d{4}-\d\d)", table) == ["2026-01", "2025-07", "2025-03"]
    share = words(client.get("/search/" + links(response)["من كل ألف مقال"]))
    assert "٥٠٠٫٠" in share


def test_hits_of_few_years_that_lie_far_apart_are_shown_by_year(client, news, index):
    for day in ("2015-07-21", "2015-08-22"):
        make_article("لبنان قبل عشر سنوات", "اجتمع المجلس في لبنان.", day=day)
    index()
    html = get(client, q="لبنان").content.decode()
    table = html.partition("<tbody>")[2].partition("</tbody>")[0]
    assert re.findall(r"year=(\d{4})", table) == ["2026", "2025", "2015"]
    assert html.count('class="bar') == 3


def test_dates_typed_in_a_form_become_a_short_address(client, news):
    response = get(client, q="لبنان", date_from="١٤٤٦ هـ", date_to="")
    assert response.status_code == 302
    assert response.url.endswith("&date=2024-07-07..")
    nothing = client.get("/search/", {"q": "لبنان", "date_from": "غداً"}, follow=True)
    assert "لم يُفهم تاريخاً: «غداً»" in words(nothing)


@pytest.mark.parametrize(
    ("parameters", "said", "total"),
    [
        ({"q": "لبنلن"}, "هل تقصد لبنان", "٣ مقالات"),
        ({"q": "gfkhk"}, "لعل لوحة المفاتيح", "٣ مقالات"),
        ({"q": "مجلس أمطار"}, "معظم الكلمات بدل كلها", "٣ مقالات"),
        ({"q": "لاإسرائيل", "level": "exact"}, "لا مقالات", ""),
        ({"q": "المجالسُ البلديّات", "level": "exact"}, "بصيغ أوسع", "مقال واحد"),
        ({"q": "أمطار", "year": "2025"}, "بلا مرشّح السنة: ٢٠٢٥", "مقال واحد"),
    ],
)
def test_nothing_found_leads_to_what_would_find_something(client, news, parameters, said, total):
    response = get(client, **parameters)
    assert headlines(response) == []
    assert said in words(response)
    for label, href in links(response).items():
        if total and said in label:
            assert label.endswith(total)
            assert headlines(client.get("/search/" + href))
            return
    assert not total


def test_the_filter_that_emptied_a_search_is_named(client, news):
    source = Source.objects.get(name="صحيفة المرفأ")
    response = get(client, q="أمطار", source=source.pk, year="2026")
    ways = [label for label in links(response) if label.startswith("بلا مرشّح")]
    assert ways == ["بلا مرشّح المصدر: صحيفة المرفأ مقال واحد"]


def test_an_answer_is_sent_again_only_if_something_changed(client, news):
    first = get(client, q="لبنان")
    tag = first.headers["ETag"]
    assert client.get("/search/", {"q": "لبنان"}, headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/search/", {"q": "أمطار"}, headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/en/search/", {"q": "لبنان"}, headers={"If-None-Match": tag}).status_code == 200
    Source.objects.create(name="مصدر جديد")
    assert client.get("/search/", {"q": "لبنان"}, headers={"If-None-Match": tag}).status_code == 200
    assert "Accept-Language" in first.headers["Vary"]
    assert "no-cache" in first.headers["Cache-Control"]


def test_a_page_costs_as_many_queries_for_many_hits_as_for_one(client, index):
    for number in range(12):
        article = make_article(f"خبر الجسر {number}", "نص الجسر.", source=Source.objects.create(name=f"مصدر {number}"))
        article.tags.add(make_tag(f"وسم رقم {number}"))
    make_article("خبر النفق", "نص النفق.", source=Source.objects.create(name="مصدر آخر")).tags.add(make_tag("نفق"))
    index()
    costs = []
    for query in ("النفق", "الجسر"):
        get(client, q=query)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            get(client, q=query)
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_results_carry_their_references(client, news):
    (reference,) = re.findall('<span class="Z3988" title="([^"]*)">', get(client, q="أمطار").content.decode())
    article = Article.objects.get(headline="أمطار على السهل")
    assert reference == markup.escape(context_object(facts_of(article, "http://testserver")))


def test_a_long_facet_has_a_page_that_can_be_searched(client, index):
    for number in range(25):
        make_article("خبر الجسر", "نص.", source=Source.objects.create(name=f"صحيفة الفجر {number}"))
    index()
    more = next(href for href in links(get(client, q="الجسر")).values() if "/facets/source" in href)
    assert words(client.get(more)).count("صحيفة الفجر") >= 25
    found = client.get(more + "&find=الفجر 17")
    assert "صحيفة الفجر 17 ١" in links(found)
    assert "صحيفة الفجر 3 ١" not in links(found)
    assert client.get("/search/facets/year").status_code == 404


def test_a_long_facet_says_what_it_leaves_aside_of_its_address(client, news):
    text = words(client.get("/search/facets/source", {"q": "لبنان", "date": "غداً", "tag": "9999"}))
    assert "لم يُفهم تاريخاً: «غداً»" in text
    assert "لا يدل على شيء في الأرشيف" in text


def test_a_compact_list_has_no_passages_and_more_hits(client, news):
    html = get(client, q="لبنان", view="compact").content.decode()
    assert 'class="passage"' not in html
    assert 'class="entries compact"' in html


def test_the_concordance_is_one_click_away(client, news):
    assert get(client, q="لبنان", view="concordance").url.startswith("/search/concordance/?q=")


def test_the_guide_is_one_click_from_the_box(client, news):
    href = links(client.get("/"))["كيف أبحث"]
    arabic, english = client.get(href), client.get("/en" + href)
    assert "كم تقترب الصور" in words(arabic)
    assert "How near a form must be" in words(english)
    assert "<div dir=" not in arabic.content.decode().partition("<main")[2]


def test_of_spellings_that_find_the_same_articles_one_is_offered(client, index):
    make_article("قصف على المرفأ", "كان قصفاً شديداً، وبدأ القصف ليلاً.")
    make_article("قصفا المرفأ", "رأى الناس قصفا.")
    index()
    text = words(get(client, q="قصففف"))
    assert text.count("هل تقصد") == 1


def test_the_name_of_a_field_is_not_respelt(client, index):
    make_article("data 2015 13", "data 2015 13")
    index()
    assert "هل تقصد" not in words(get(client, q="date:2015-13"))
