import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.explaining import Kind, Rule, explain_form
from articles.arabic.levels import Level

from .texts import texts


def told(rules):
    """A minus says that the query's word has it."""
    return "، ".join(("-" if rule.is_in_query else "") + f"{rule.kind} {rule.letters}".strip() for rule in rules)


@pytest.mark.parametrize(
    ("query", "found", "rules"),
    [
        ("مجلس", "والمجالس", "conjunction و، article ال، broken plural مجالس مجلس"),
        ("مجلس", "مجالسهم", "broken plural مجالس مجلس، pronoun هم"),
        ("كتاب", "كتب", "broken plural كتب كتاب"),
        ("كتب", "الكتاب", "article ال، -broken plural كتب كتاب"),
        ("سجن", "بالسجون", "preposition ب، article ال، broken plural سجون سجن"),
        ("رئيس", "ورؤسائها", "conjunction و، broken plural رؤساء رئيس، pronoun ها"),
        ("وزير", "وزرائهم", "broken plural وزراء وزير، pronoun هم"),
        ("شاهد", "شهودا", "broken plural شهود شاهد، accusative ا"),
        ("قوة", "قواهم", "broken plural قوى قوة، pronoun هم"),
        ("نظام", "لأنظمتها", "preposition ل، broken plural أنظمة نظام، pronoun ها"),
        ("طريق", "الطرق", "article ال، broken plural طرق طريق"),
        ("حزب", "للأحزاب", "preposition ل، article ال، broken plural أحزاب حزب"),
        ("مدينة", "المدن", "article ال، broken plural مدن مدينة"),
        ("مدرسة", "المدارس", "article ال، broken plural مدارس مدرسة"),
        ("امرأة", "النساء", "article ال، broken plural نساء امرأة"),
        ("طبيب", "وأطباء", "conjunction و، broken plural أطباء طبيب"),
        ("قاض", "القضاة", "article ال، broken plural قضاة قاض"),
        ("ضحية", "ضحاياهم", "broken plural ضحايا ضحية، pronoun هم"),
        ("مشروع", "مشاريع", "broken plural مشاريع مشروع"),
        ("قانون", "وبقوانينها", "conjunction و، preposition ب، broken plural قوانين قانون، pronoun ها"),
        ("لبنان", "اللبنانيين", "article ال، relation ي، plural ين"),
        ("لبنان", "بلبنان", "preposition ب"),
        ("إسرائيل", "لإسرائيل", "preposition ل"),
        ("إسرائيل", "اسرائيل", "hamza إ ا"),
        ("إسرائيل", "والإسرائيلي", "conjunction و، article ال، relation ي"),
        ("اسرائيل", "بإسرائيل", "preposition ب، hamza ا إ"),
        ("مدرسة", "مدرسه", "ta marbuta ة ه"),
        ("مدرسه", "مدرسة", "ta marbuta ه ة"),
        ("مدرسة", "بالمدرسة", "preposition ب، article ال"),
        ("إدارة", "إدارتها", "pronoun ها"),
        ("إدارة", "للإدارات", "preposition ل، article ال، plural ات"),
        ("إدارات", "إدارة", "-plural ات"),
        ("مدينة", "لمدينتي", "preposition ل، relation ي"),
        ("قانون", "قانونا", "accusative ا"),
        ("لجنة", "للجان", "preposition ل، broken plural لجان لجنة"),
        ("محمد", "مُحَمَّد", "tashkeel ََُّ"),
        ("محمد", "محمـــد", "tatweel"),
        ("محمد", "لمُحمد", "preposition ل، tashkeel ُ"),
        ("81", "الـ81", "article ال، tatweel"),
        ("BBC", "لـbbc", "preposition ل، case، tatweel"),
        ("Trump", "trump", "case"),
        ("2025", "٢٠٢٥", "digits 2025 ٢٠٢٥"),
        ("عمان", "عُمان", "tashkeel ُ"),
        ("عمّان", "عمان", "-tashkeel ّ"),
        ("مستشفى", "المستشفي", "article ال، ya ى ي"),
        ("مستشفى", "مستشفيات", "plural ات"),
        ("سوريا", "سورية", "feminine ة، -accusative ا"),
        ("لغة", "لغات", "plural ات"),
        ("لغة", "لغتهم", "pronoun هم"),
        ("مسؤول", "مسئولين", "plural ين"),
        ("مسؤول", "المسؤولون", "article ال، plural ون"),
        ("مهندس", "مهندسان", "dual ان"),
        ("مهندس", "المهندسين", "article ال، plural ين"),
        ("قرار", "قرارا", "accusative ا"),
        ("قرار", "بقراراته", "preposition ب، plural ات، pronoun ه"),
        ("رسمي", "رسمية", "feminine ة"),
        ("فرنسا", "الفرنسية", "article ال، relation ي، feminine ة، -accusative ا"),
        ("بغداد", "ببغداد", "preposition ب"),
        ("بيروت", "فالبيروت", "conjunction ف، article ال"),
        ("المجلس", "مجلس", "-article ال"),
        ("والمجلس", "المجلس", "-conjunction و"),
        ("شركة", "الشركتين", "article ال، plural ين"),
        ("كردي", "کردی", "letter ك ک، ya ي ی"),
        ("مصري", "المصريات", "article ال، plural ات"),
        ("شرطة", "وبالشرطة", "conjunction و، preposition ب، article ال"),
        ("أزمة", "كأزمة", "preposition ك"),
        ("شؤون", "شئون", "hamza ؤ ئ"),
        ("قمة", "للقمة", "preposition ل، article ال"),
        ("صاروخ", "بصواريخه", "preposition ب، broken plural صواريخ صاروخ، pronoun ه"),
        ("مباني", "مبانى", "ya ي ى"),
        ("قرية", "القرى", "article ال، broken plural قرى قرية"),
    ],
)
def test_what_joins_a_form_with_a_word_at_the_light_level(query, found, rules):
    assert told(explain_form(Level.LIGHT, query, found)) == rules


@pytest.mark.parametrize(
    ("level", "query", "found", "rules"),
    [
        (Level.EXACT, "محمد", "مُحمد", "tashkeel ُ"),
        (Level.EXACT, "مجلس", "مجالس", ""),
        (Level.EXACT, "إدارة", "ادارة", ""),
        (Level.FOLDED, "إدارة", "ادارة", "hamza إ ا"),
        (Level.FOLDED, "إدارة", "اداره", "hamza إ ا، ta marbuta ة ه"),
        (Level.FOLDED, "مسؤول", "مسئول", "hamza ؤ ئ"),
        (Level.FOLDED, "إدارة", "الإدارة", ""),
    ],
)
def test_a_level_tells_its_own_rules_only(level, query, found, rules):
    assert told(explain_form(level, query, found)) == rules


@pytest.mark.parametrize("pair", ["لبنان لبن", "كان كانون", "عمّان عُمان", "على علي", "مجلس مجلس", "إعلام أعلام", ". ."])
def test_nothing_is_told_of_words_that_no_rule_joins_or_that_are_the_same(pair):
    query, found = pair.split()
    assert explain_form(Level.LIGHT, query, found) == ()


def test_a_rule_is_data():
    assert explain_form(Level.LIGHT, "مجلس", "المجلس") == (Rule(Kind.ARTICLE, "ال"),)


@given(st.sampled_from(Level), texts, texts)
def test_any_two_texts_are_answered(level, query, found):
    for rule in explain_form(level, query, found):
        assert isinstance(rule, Rule)


_PARTS = st.tuples(
    st.sampled_from(["", "و", "وب", "ال", "وال", "لل", "ك", "فال"]),
    st.sampled_from(
        [
            "كتاب",
            "كتب",
            "مدرسة",
            "مدارس",
            "مدرسه",
            "عمّان",
            "عُمان",
            "عمان",
            "إدارة",
            "ادارة",
            "لغة",
            "قوى",
            "قوة",
            "شئون",
            "شؤون",
            "81",
            "BBC",
        ]
    ),
    st.sampled_from(["", "ها", "هم", "ات", "ين", "ان", "ه", "ُ", "ا", "ية"]),
).map("".join)


@given(st.sampled_from(Level), _PARTS, _PARTS)
def test_any_two_forms_are_answered(level, query, found):
    for rule in explain_form(level, query, found):
        assert rule.kind in Kind
