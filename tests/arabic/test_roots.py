import pytest
from hypothesis import given

from articles.arabic.roots import root_term
from articles.arabic.tokens import words

from .texts import texts


@pytest.mark.parametrize(
    "family",
    [
        "كتب كاتب كتاب مكتب مكتبة مكتوب كتابة كتب كتاب",
        "درس دارس مدرسة مدرس دروس تدريس دراسات",
        "علم عالم علماء تعليم معلومات إعلام تعلم",
        "حكم حاكم محكمة حكومة محاكم أحكام محاكمة",
        "عمل عامل عمال معمل استعمال تعامل معاملة",
        "شرك شركة مشاركة اشتراك مشترك شركاء",
        "خرج خروج خارج إخراج استخراج مخرج تخريج",
        "قال قول يقول مقالة أقوال",
        "بناء مبنى مباني أبنية بنى",
        "قضاء قاضي قضية القضاة قضايا",
        "اتفاق توافق موافقة وفق",
        "اصطدام صدمة تصادم",
        "حق حقوق تحقيق استحقاق",
        "أمن تأمين أمان",
    ],
)
def test_words_of_one_root_meet(family):
    assert len({root_term(word) for word in family.split()}) == 1


# Written down root by root before the patterns were tried on them: what a reader's dictionary says.
_OF_NEWS = {
    "نشر": "ناشر منشور انتشار نشرة منتشر",
    "فتح": "افتتاح مفتاح مفتوح فاتح انفتاح",
    "دخل": "مدخل دخول تدخل داخلية مداخلة",
    "رفع": "ارتفاع مرتفع مرفوع رافعة",
    "خفض": "انخفاض منخفض تخفيض",
    "هجم": "هجوم مهاجم تهجم",
    "دفع": "دفاع مدافع اندفاع دافع مدفوعات",
    "حرر": "تحرير محرر حرية",
    "قتل": "مقتل قاتل قتال اقتتال مقتول",
    "فجر": "انفجار تفجير متفجرات",
    "سلم": "سلام استسلام تسليم مسلم",
    "جمع": "اجتماع مجموعة جامعة مجتمع تجمع",
    "نخب": "انتخاب منتخب ناخب نخبة",
    "شرع": "مشروع شريعة تشريع شارع",
    "صدر": "مصدر إصدار تصدير صادرات",
    "نظر": "منظر انتظار مناظرة نظرة",
    "ظهر": "مظاهرة ظاهرة تظاهر مظهر",
    "رسل": "مراسل رسالة إرسال",
    "سبق": "سباق مسابقة سابق متسابق",
    "خلف": "اختلاف خلاف مخالفة مختلف",
    "قرر": "قرار تقرير استقرار",
    "طلق": "إطلاق انطلاق منطلق",
    "قدم": "تقدم مقدمة تقديم قادم متقدم",
    "حدث": "حديث حادث محادثات متحدث",
    "نفذ": "تنفيذ نافذ",
    "عرض": "معارضة معرض اعتراض تعرض",
    "حمل": "حملة محمول احتمال تحمل",
    "ضرر": "ضرر أضرار",
    "طرد": "مطاردة طرد استطراد",
    "عقد": "انعقاد عقود معتقد تعاقد",
    "جهز": "جهاز تجهيز أجهزة",
    "مرض": "مرضى ممرضة أمراض",
    "زرع": "زراعة مزارع مزرعة",
    "كشف": "اكتشاف مكتشف كاشف",
    "سكن": "سكان مساكن إسكان",
}


def test_nine_words_of_ten_have_the_root_that_a_dictionary_gives():
    pairs = [(word, root) for root, forms in _OF_NEWS.items() for word in forms.split()]
    right = sum(root_term(word) == root for word, root in pairs)
    assert right >= 0.9 * len(pairs), [(word, root_term(word)) for word, root in pairs if root_term(word) != root]


@pytest.mark.parametrize("name", ["لبنان", "إيران", "واشنطن", "برلمان", "Trump", "2025", "مليون"])
def test_a_name_is_its_own_root(name):
    assert len(root_term(name)) > 3


@given(texts)
def test_any_word_has_a_root(text):
    for word in words(text):
        assert root_term(word)
