import pytest
from hypothesis import given

from articles.arabic.folding import normalize
from articles.arabic.stems import stem

from .texts import texts


@pytest.mark.parametrize(
    "forms",
    [
        "داعش بداعش لداعش وداعش",
        "كردي كردية الكردية الكرديين والكردي للكردي",
        "قانون القانون بقانون ولقانون قانونية",
        "لبنان ولبنان بلبنان لبناني اللبنانيون",
        "بوتين وبوتين لبوتين",
        "البحرين والبحرين بالبحرين بحرين",
        "إسرائيل اسرائيل لإسرائيل بإسرائيل والإسرائيلي",
        "ألمانيا المانيا وألمانيا بألمانيا بالمانيا لألمانيا",
        "سوريا سورية السوري بسوريا",
        "لجنة اللجنة للجنة لجنتها",
        "لغة لغات لغتهم اللغة للغة",
        "وزير الوزير ووزير للوزير وزيرا وزيرها",
        "وزراء وزرائها وزراؤها الوزراء",
        "مسؤول مسئول مسؤولين لمسؤوليها",
        "إدارة إدارات إدارته بإدارتين",
        "مستشفى مستشفيات المستشفى",
        "والد والده والدتها الوالد",
        "بلاد بلاده البلاد ببلادهم",
        "رسمي رسميا رسمية",
        "الله والله بالله",
        "مدة لمدة بمدة ومدتها",
        "قوة بقوة وقوات وقوتها لقواتهم",
        "جدة بجدة وجدة",
        "أزمة للأزمة الأزمة",
        "لاعب لاعبو ولاعبي لاعبون",
        "موسكو وموسكو بموسكو",
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "لبنان لبن",
        "كان كانون",
        "البحرين بحر",
        "سوريا سور",
        "عليا علي",
        "والد الد",
        "بلاد لاد",
        "سليمان سليم",
        "طالبان طالب",
        "درعا درع",
        "وجهة جهة",
        "بيته باته",
        "مليون ملي",
        "الغاز لغز",
        "لازمة أزمة",
        "بنية نية",
        "ودية دية",
        "برقة رقة",
        "موسكو موسكي",
    ],
)
def test_different_words_have_different_stems(words):
    assert len({stem(word) for word in words.split()}) == len(words.split())


def test_other_scripts_and_numbers_are_only_folded():
    assert [stem(word) for word in ("Trump", "2026", "3.5", "Москва")] == ["trump", "2026", "3.5", "москва"]


@given(texts)
def test_any_word_has_a_stem(text):
    for word in normalize(text).text.split():
        assert isinstance(stem(word), str)


@given(texts)
def test_an_empty_or_odd_word_is_no_error(text):
    stem(text)
