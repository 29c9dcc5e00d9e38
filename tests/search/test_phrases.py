"""Words in quotation marks: side by side, as written, the first with or without proclitics."""

import pytest

from articles.search.outbox import apply_changes
from tests.search.archive import add, ask, found


@pytest.fixture
def texts(db):
    texts = {
        "exact": "عاد قانون قيصر إلى الواجهة",
        "proclitic": "ربطت الشركات عودتها بقانون قيصر وحده",
        "apart": "قيصر ليس اسم قانون، وإن سمي قانون باسم قيصر",
        "one": "قانون جديد للسير",
        "suffix": "عاد قانونه قيصر أو هكذا قيل",
        "article": "عاد القانون قيصر بلا إضافة",
        "second": "عاد قانون وقيصر معا",
    }
    numbers = {name: add("خبر", text).pk for name, text in texts.items()}
    apply_changes()
    return numbers


@pytest.mark.parametrize("query", ['"قانون قيصر"', "«قانون قيصر»", "“قانون قيصر”", '"قَانُون قيصر"'])
def test_a_phrase_is_found_as_written_and_after_a_proclitic(texts, query):
    assert set(found(query)) == {texts["exact"], texts["proclitic"]}


def test_an_unclosed_quotation_is_closed_at_the_end_and_the_page_says_so(texts):
    page = ask('"قانون قيصر')
    assert {hit.article_id for hit in page.hits} == {texts["exact"], texts["proclitic"]}
    assert page.corrected == '"قانون قيصر"'


def test_a_phrase_does_not_reach_from_one_part_into_the_next(db):
    add("عن قانون", "قيصر في العنوان التالي")
    add("خبر", "ينتهي بكلمة قانون", "قيصر يبدأ الفقرة")
    apply_changes()
    assert found('"قانون قيصر"') == []


def test_the_words_between_count_stop_words_too(db):
    article = add("خبر", "السفر من حلب إلى دمشق")
    apply_changes()
    assert found('"من حلب إلى دمشق"') == [article.pk]
    assert found('"حلب دمشق"') == []


def test_a_phrase_tells_the_name_from_the_preposition(db):
    name = add("خبر", "وقف علي الباب بعد إصلاحه")
    preposition = add("خبر", "وقف على الباب حارسان")
    apply_changes()
    assert found('"علي الباب"') == [name.pk]
    assert found('"على الباب"') == [preposition.pk]


@pytest.mark.parametrize("query", ["قانون -قيصر", "قانون NOT قيصر", "قانون \u200f-قيصر"])
def test_a_word_after_a_minus_is_left_out(texts, query):
    assert found(query) == [texts["one"]]


def test_a_phrase_after_a_minus_is_left_out(texts):
    assert not {texts["exact"], texts["proclitic"]} & set(found('قانون -"قانون قيصر"'))
    assert texts["apart"] in found('قانون -"قانون قيصر"')


def test_with_nothing_but_words_to_leave_out_all_else_is_found(texts):
    assert set(found("-قيصر")) == {texts["one"]}


def test_stop_words_are_passed_over_and_named(texts):
    page = ask("من قانون إلى")
    assert page.total == ask("قانون").total
    assert page.ignored == ("من", "إلى")


def test_stop_words_alone_are_searched(db):
    article = add("خبر", "ذهب إلى السوق")
    add("خبر", "ذهب مبكرا")
    apply_changes()
    assert found("إلى") == [article.pk]
