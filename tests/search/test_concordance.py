"""Every hit of a query with the words around it: complete, in order, and where it is said to be."""

import re
from datetime import date

import pytest

from articles.arabic.levels import Level
from articles.arabic.tokens import tokenize
from articles.models import Article
from articles.search import outbox
from articles.search.concordance import BEFORE, ORDERS, concordance
from articles.search.options import Options
from articles.search.searching import Filter, SearchRequest
from tests.search.archive import add, add_and_index, add_tag

pytestmark = pytest.mark.django_db


def hits(query: str = "", order: str = "newest", **request) -> list[str]:
    lines = concordance(SearchRequest(query, **request)).lines(order, 0, None)
    return [f"{line.before} [{line.form}] {line.after}".strip() for line in lines]


def texts(article: Article) -> list[str]:
    return [text for text in (article.headline, article.deck, *(b.text for b in article.blocks.all())) if text]


@pytest.fixture
def reports():
    add(
        "الجيش يطرد داعش من القرية",
        "قال قائد ميداني إنّ «داعش» انسحب، وإن لداعش خلايا نائمة. ثم عاد داعش!",
        "وأفاد بيانٌ بأن مقاتلي تنظيم دَاعِش فرّوا شرقاً، ونفى ناطق باسم «الداعشيين» ذلك.",
        day=date(2025, 6, 1),
    )
    add("لا شيء هنا", "هدوء على الجبهات.", deck="داعش غاب عن الجنوب", day=date(2025, 7, 1))
    outbox.rebuild()


def test_the_count_is_that_of_the_texts_themselves(reports):
    """A word with nothing but tashkeel, tatweel and punctuation taken off, counted by other means than ours."""
    marks = re.compile("[\u064b-\u0652\u0670\u0640]")
    counted = sum(
        len(re.findall(r"(?<!\w)داعش(?!\w)", marks.sub("", text)))
        for article in Article.objects.all()
        for text in texts(article)
    )
    found = concordance(SearchRequest("داعش", options=Options(Level.EXACT)))
    assert (len(found), counted) == (5, 5)
    assert found.article_count == 2
    assert len(found.lines("newest", 0, None)) == 5


def test_a_line_says_where_its_word_stands(reports):
    for line in concordance(SearchRequest("داعش")).lines("after1", 0, None):
        part = texts(Article.objects.get(pk=line.article_id))[line.part]
        assert tokenize(part)[line.word].normal == line.form


@pytest.mark.parametrize(
    ("order", "sorted_by"),
    [("before1", "ب ت ج"), ("after1", "أ ب ج"), ("after2", "ح خ د")],
)
def test_lines_are_sorted_by_the_words_beside_the_hit(order, sorted_by):
    add_and_index("خبر", "جيم نهر باب خاء. تاء نهر جرة حاء. باب نهر أمس دال.")
    first = {"ب": "باب", "ت": "تاء", "ج": "جيم", "أ": "أمس", "ح": "جرة", "خ": "باب", "د": "أمس"}
    if order == "after1":
        first["ج"] = "جرة"
    lines = concordance(SearchRequest("نهر")).lines(order, 0, None)
    beside = [line.before.split()[-1] if order in BEFORE else line.after.split()[0] for line in lines]
    assert beside == [first[letter] for letter in sorted_by.split()]


def test_where_the_part_ends_no_word_is_beside_the_hit_and_such_lines_come_last():
    add_and_index("نهر", "نهر زاخر", "نهر 7", "نهر Nile")
    assert hits("نهر", "after1") == ["[نهر] زاخر", "[نهر] 7", "[نهر] Nile", "[نهر]"]


def test_a_phrase_is_one_hit_and_its_words_are_no_others():
    add_and_index("خبر", "اجتمع مجلس الأمن أمس، وقال مندوب إن مجلس الأمن لن يصوّت، ومجلس آخر سيفعل.")
    lines = concordance(SearchRequest('"مجلس الأمن" OR مجلس')).lines("newest", 0, None)
    assert [(line.form, line.length) for line in lines] == [("مجلس الأمن", 2), ("مجلس الأمن", 2), ("ومجلس", 1)]


def test_what_is_excluded_and_the_names_of_tags_are_no_hits():
    tag = add_tag("نهر الفرات")
    add("ضفاف", "سار النهر شرقاً.", tags=[tag])
    add("سدود", "سار النهر نحو السد غرباً.")
    outbox.rebuild()
    assert hits("نهر -سد") == ["سار [النهر] شرقا"]


def test_only_the_part_that_was_asked_for_has_hits():
    add_and_index("نهر في العنوان", "نهر في النص")
    assert hits("title:نهر") == ["[نهر] في العنوان"]


def test_filters_and_words_without_hold():
    add("أول", "مطر غزير وأمطار", day=date(2025, 1, 5))
    add("ثان", "مطر خفيف", day=date(2026, 1, 5))
    outbox.rebuild()
    assert hits("مطر", filters=(Filter("year", "2025"),)) == ["[مطر] غزير وأمطار", "مطر غزير [وأمطار]"]
    options = Options(without=frozenset({"وأمطار"}))
    assert hits("مطر", filters=(Filter("year", "2025"),), options=options) == ["[مطر] غزير وأمطار"]


def test_forms_are_counted_and_one_of_them_can_be_asked_for(reports):
    found = concordance(SearchRequest("داعش"))
    assert (found.forms[0].text, found.forms[0].count) == ("داعش", 5)
    assert sum(form.count for form in found.forms) == len(found)
    one = found.of_form("لداعش")
    assert [line.form for line in one.lines("form", 0, None)] == ["لداعش"]
    assert len(found.of_form("غيره")) == 0


def test_an_index_of_several_segments_gives_the_same_lines():
    sentences = ["مرّ قطار جديد صباحاً", "وصل قطار بطيء ليلاً", "غادر قطار آخر ظهراً", "توقف القطار أمس"]
    for number, sentence in enumerate(sentences):
        add_and_index(f"خبر {number}", sentence)
    apart = {order: hits("قطار", order) for order in ORDERS}
    outbox.rebuild()
    assert {order: hits("قطار", order) for order in ORDERS} == apart
    assert apart["after1"][0] == "غادر [قطار] آخر ظهرا"


def test_what_was_changed_since_is_worked_out_anew():
    add_and_index("أول", "سفينة")
    assert len(concordance(SearchRequest("سفينة"))) == 1
    add_and_index("ثان", "سفينة وسفينة")
    assert len(concordance(SearchRequest("سفينة"))) == 3


@pytest.mark.parametrize("query", ["", "-نهر", "date:2025", "ططط", "في"])
def test_a_query_without_hits_has_none(query):
    add_and_index("خبر", "نهر", day=date(2025, 1, 1))
    assert hits(query) == []
