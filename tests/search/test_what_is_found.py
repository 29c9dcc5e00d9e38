"""A table of judgements: a query, texts that it must find, and texts that it must not."""

import pytest

from articles.search.outbox import apply_changes
from articles.search.searching import SearchRequest, answer
from tests.search.archive import add, add_and_index, found

JUDGEMENTS = [
    (
        "داعش",
        ["انضم شابان لـ«داعش» قبل عام", "عناصر ﻟ«داعش» في البادية", "لحق الشبان بداعش", "دَاعِش تتراجع"],
        ["دعوة عشاء"],
    ),
    ("الكردية", ["مطرب كردي من القامشلي", "نزح الأكراد والكردي معهم", "بلدة كردية صغيرة"], ["لعبة كرة في القرية"]),
    ("إردوغان", ["وصل أردوغان إلى البصرة", "قال إردوغان إنه باق", "تحدث اردوغان مساء"], ["دخان فوق المدينة"]),
    ("أردوغان", ["وصل أردوغان إلى البصرة", "قال إردوغان إنه باق"], ["دخان فوق المدينة"]),
    ("١٥٣", ["أحصى الخبراء 153 قطعة", "أحصى الخبراء ١٥٣ قطعة", "القطعة رقم ۱۵۳"], ["رقمها 1530", "رقمها 15 ثم 3"]),
    ("81", ["حضر الـ81 عضوا جميعا", "قرأ المادة 81 مرتين"], ["وزنه 810 كيلو"]),
    ("علي خامنئي", ["تحدث علي خامنئي في طهران", "كلمة خامنئي، قال علي"], ["اعترض خامنئي على القرار"]),
    ("مصر؟", ["زار مصر شتاء"], ["زار قبرص شتاء"]),
    ("EU café", ["وفد من الـEU في cafe قديم"], ["وفد من EU في فندق"]),
    ("الأَمْطَار", ["هطلت أمطار على الساحل", "والأمطار غزيرة"], ["طائرة في المطار"]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "must", "must_not"), JUDGEMENTS, ids=[query for query, _, _ in JUDGEMENTS])
def test_words_are_found_in_their_forms(query, must, must_not):
    wanted = {add("خبر", text).pk: text for text in must}
    unwanted = {add("خبر", text).pk: text for text in must_not}
    apply_changes()
    hits = found(query)
    assert [text for number, text in wanted.items() if number not in hits] == []
    assert [text for number, text in unwanted.items() if number in hits] == []


@pytest.mark.django_db
def test_all_words_must_stand_in_one_article():
    add("خبر", "جسر فوق النهر")
    both = add("نهر بلا ماء", "أغلق الجسر صباحا")
    add("خبر", "ماء في الكوب")
    apply_changes()
    assert found("جسر ماء نهر") == [both.pk]


@pytest.mark.django_db
def test_of_the_same_stem_the_word_as_written_stands_first():
    other = add("خبر", "عامل في المرفأ يتكلم")
    written = add("خبر", "العاملون في المرفأ يتكلمون")
    apply_changes()
    assert found("العاملون") == [written.pk, other.pk]


@pytest.mark.django_db
def test_a_headline_weighs_more_than_a_paragraph():
    below = add("خبر من الساحل", "كلام عن السكر")
    above = add("كلام عن السكر", "خبر من الساحل")
    apply_changes()
    assert found("السكر") == [above.pk, below.pk]


@pytest.mark.django_db
def test_an_excerpt_stands_after_the_whole_article_that_says_the_same():
    excerpt = add("موسم القمح", "بدأ الحصاد", completeness="excerpt")
    whole = add("موسم القمح", "بدأ الحصاد")
    later_excerpt = add("موسم القمح", "بدأ الحصاد", completeness="excerpt")
    apply_changes()
    assert found("القمح") == [whole.pk, later_excerpt.pk, excerpt.pk]


def test_a_month_in_both_its_names_is_one_word(db):
    add_and_index("معرض الزهور", "يفتح المعرض في مايو (أيار) ويغلق في أيار نفسه.")
    [sought] = answer(SearchRequest("مايو")).asked.compiled.words
    assert {"مايو", "ايار"} <= set(sought.leaf.terms)
