"""What kind of query it is: a question, a long headline, a few words."""

import pytest

from articles.search.language.judging import (
    content_words,
    is_question,
    loose_part,
    loosened,
)
from articles.search.language.reading import read
from tests.search.language.showing import shown


@pytest.mark.parametrize(
    "text",
    [
        "كيف انتهت الحرب",
        "وكيف انتهت الحرب",
        "متى سقطت حلب",
        "متي سقطت حلب",
        "أين يقع الجسر",
        "اين يقع الجسر",
        "لماذا استقال الوزير",
        "كم عدد النازحين",
        "هل عاد النازحون",
        "فهل عاد النازحون",
        "أيّ مدينة أكبر",
        "ماذا حدث في بيروت",
        "مَن فاز بالجائزة",
        "لمن ذهبت الجائزة",
        "انتهت الحرب؟",
        "انتهت الحرب ؟!",
        "who won",
        "What happened?",
        "\u200fهل عاد",
    ],
)
def test_a_question(text):
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "انتهت الحرب",
        "كيفية الاشتراك",
        "متحف حلب",
        "كت؟ب قديم",
        "أينشتاين",
        "«كيف» مسرحية جديدة",
        "",
        "،",
        "الوزير يسأل كيف",
    ],
)
def test_no_question(text):
    assert not is_question(text)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("قانون قيصر", "قانون قيصر"),
        ("هل انتهت الحرب على المدينة", "انتهت الحرب المدينة"),
        ("علي على المنبر", "علي المنبر"),
        ("سوريا -داعش عنوان:حلب تاريخ:2025", "سوريا"),
        ('الرئيس "لن نتراجع" نتنياهو~ كت*', "الرئيس نتراجع نتنياهو كت*"),
        ("سوريا OR لبنان", "سوريا لبنان"),
        ("-داعش", ""),
        ("", ""),
    ],
)
def test_content_words(typed, words):
    assert [word.text for word in content_words(read(typed).tree)] == words.split()


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("هل قال «لن نتراجع» الوزير", "[هل قال لن نتراجع الوزير]"),
        ("«لن نتراجع»", "[لن نتراجع]"),
        ("«نتراجع»", "نتراجع"),
        ('سوريا "قانون قيصر"~5', "[سوريا «قانون قيصر»~5]"),
        (
            'سوريا "قانون قيصر" -"تنظيم الدولة" عنوان:"مجلس الأمن"',
            "([سوريا قانون قيصر] & !«تنظيم الدولة» & title=«مجلس الأمن»)",
        ),
        ('"قانون قيصر" OR "عقوبات جديدة"', "([قانون قيصر] | [عقوبات جديدة])"),
        ('"قانون قيصر" AND سوريا', "([قانون قيصر] & سوريا)"),
    ],
)
def test_loosened_quotations(typed, tree):
    before = read(typed).tree
    assert shown(loosened(before)) == tree


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("قانون قيصر", "[قانون قيصر]"),
        ("قانون قيصر -سوريا", "[قانون قيصر]"),
        ("قانون قيصر AND سوريا", "[قانون قيصر]"),
        ("سوريا", None),
        ("قانون قيصر OR سوريا", None),
        ("قانون AND قيصر", None),
    ],
)
def test_words_of_which_some_may_be_missing(typed, part):
    found = loose_part(read(typed).tree)
    assert (found and shown(found)) == part
