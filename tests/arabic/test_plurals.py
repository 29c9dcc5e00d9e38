from pathlib import Path

import pytest
from hypothesis import given

from articles.arabic import plurals
from articles.arabic.plurals import light_term, plural_in
from articles.arabic.stems import stem

from .texts import texts

LIST = Path(plurals.__file__).with_name("broken_plurals.tsv")
LINES = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines() if line[0] != "#"]


def test_the_list_is_long_and_says_nothing_twice():
    assert len(LINES) >= 800
    assert len({plural for plural, _ in LINES}) == len(LINES)
    assert all(plural != singular for plural, singular in LINES)


def test_each_pattern_of_the_list_is_sorted():
    for block in LIST.read_text(encoding="utf-8").split("# ")[1:]:
        lines = [line for line in block.splitlines()[1:] if "\t" in line]
        assert lines == sorted(lines)


def test_every_plural_of_the_list_joins_its_singular():
    assert [line for line in LINES if light_term(line[0]) != stem(line[1])] == []


@pytest.mark.parametrize(
    "forms",
    [
        "مجلس مجالس المجالس والمجالس بالمجالس للمجالس مجالسهم مجالسها",
        "سجن سجون السجون وبالسجون سجونها",
        "كتاب كتب الكتب كتبهم وكتبه كتبا",
        "وزير وزراء وزرائها وزراؤهم ووزراء للوزراء",
        "رئيس رؤساء والرؤساء رؤسائهم",
        "نظام أنظمة انظمة انظمه أنظمتها للأنظمة",
        "قوة قوى القوى قواها",
        "مبنى مباني مبان مبانيها المبانى",
        "مريض مرضى مرضاه المرضي",
        "جريمة جرائم جرايم بجرائمهم",
        "مسؤول مسؤولون مسئولين",
        "شأن شؤون شئون بشؤونها",
        "امرأة المرأة نساء النساء نسائهم",
        "أخ إخوة أخوة",
        "بنك بنوك والبنوك ببنوك",
        "قضية قضايا القضايا قضاياهم",
        "شاهد شهود شهودا للشهود",
        "تذكرة تذاكر والتذاكر تذاكرهم",
        "قناة قنوات والقنوات قنواتها",
        "وفاة وفيات ووفيات الوفيات",
    ],
)
def test_a_plural_with_all_that_is_written_around_it_joins_its_singular(forms):
    assert len({light_term(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "محاكمة محكمة",
        "مقاتل مقتل",
        "معارض معرض",
        "مواطن موطن",
        "إعلام علم",
        "اعلام علم",
        "إعداد عدد",
        "أثار أثر",
        "قوي قوة",
        "الجزائر الجزيرة",
        "السن لسان",
        "الغاز لغز",
        "اهله هلال",
        "جمال جمل",
        "جنوب جنب",
        "أمان أمنية",
        "قطر أقطار",
        "مصر أمصار",
        "حصانا حصاة",
        "حماة حام",
        "أوردته وريد",
    ],
)
def test_a_word_that_looks_like_a_plural_stays_apart(words):
    first, second = words.split()
    assert light_term(first) != light_term(second)


def test_hamza_decides_where_it_is_written():
    assert light_term("أعلامهم") == light_term("علم")
    assert light_term("الإعلام") == light_term("اعلام") == stem("إعلام")


def test_the_line_that_joined_a_plural_can_be_told():
    assert plural_in("وللمجالس") == ("مجالس", "مجلس")
    assert plural_in("مجلس") is None
    assert plural_in("Trump") is None


@given(texts)
def test_any_word_can_be_looked_up(text):
    light_term(text)
