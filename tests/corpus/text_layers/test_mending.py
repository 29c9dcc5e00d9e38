"""What the text layers of PDFs do to letters is mended, and normal text is left alone."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.pages import TEXT_LAYER, read_page
from articles.corpus.text_layers import mend
from tests.corpus.text_layers.texts import (
    ARTICLE,
    ODD_BUT_RIGHT,
    TEXT,
    from_left_to_right,
    spaced,
    stretched,
    turned,
    typeset,
)
from tests.corpus.texts import COST, CROSSING, FIRST, HARVEST, SECOND, THIRD

NORMAL = [*ARTICLE, ODD_BUT_RIGHT, HARVEST, FIRST.text, SECOND.text, THIRD.text, CROSSING.text, COST.text]
SPOILED = {
    "lam-alef": (turned(TEXT), "lam-alef turned round"),
    "kashida": (stretched(TEXT), "kashida"),
    "forms": (typeset(TEXT), "presentation forms"),
    "order": (from_left_to_right(TEXT), "lines from left to right"),
    "forms in the order of the eye": (from_left_to_right(typeset(TEXT)), "presentation forms"),
    "order and lam-alef": (from_left_to_right(turned(TEXT)), "lam-alef turned round"),
    "alef apart": (TEXT.replace(" ال", " ا ل").replace("وال", "وا ل"), "alef apart"),
    "all at once": (from_left_to_right(stretched(turned(TEXT))), "kashida"),
}


@pytest.mark.parametrize("what", SPOILED)
def test_the_printed_letters_come_back(what):
    spoiled, said = SPOILED[what]
    assert spoiled != TEXT
    found = mend(spoiled)
    assert found.text == TEXT
    assert any(said in note for note in found.mended)


@given(st.lists(st.sampled_from(NORMAL), min_size=1, max_size=30))
def test_normal_text_is_left_alone(lines):
    text = "\n".join(lines)
    found = mend(text)
    assert (found.text, found.notes) == (text, ())


@given(st.lists(st.sampled_from(ARTICLE[1:]), min_size=3, max_size=20))
def test_what_is_mended_is_not_mended_again(lines):
    once = mend(turned("\n".join(lines)))
    assert once.text == "\n".join(lines)
    assert mend(once.text).text == once.text


@given(st.text(alphabet="ابةلأإآىـ \n«»1aﻷﻻﺔ", max_size=400) | st.text(max_size=200))
def test_any_text_can_be_read_and_keeps_its_lines(text):
    assert mend(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("األمم", "الأمم"),
        ("واإلسالم", "والإسلام"),
        ("باالنتخابات", "بالانتخابات"),
        ("اآلن", "الآن"),
        ("لألمم", "للأمم"),
        ("لالجئين", "للاجئين"),
        ("الالعبون", "اللاعبون"),
        ("خالل", "خلال"),
        ("إال", "إلا"),
        ("ألنه", "لأنه"),
        ("الستقبال", "لاستقبال"),
        ("أصالً", "أصلاً"),
        ("قال", "قال"),
        ("العالم", "العالم"),
        ("إلى", "إلى"),
        ("ألمانيا", "ألمانيا"),
        ("ثالثة", "ثالثة"),
    ],
)
def test_words_of_a_turned_text(word, right):
    assert mend(f"{turned(TEXT)}\n{word}").text == f"{TEXT}\n{right}"


def test_words_that_may_be_either_are_named():
    found = mend(f"{turned(TEXT)}\nحضر ثالثة وزراء.")
    assert found.doubts == ("words that may or may not have a lam-alef turned round, left as they are: ثالثة",)


def test_a_text_of_both_kinds_is_left_and_said():
    text = f"{turned(TEXT)}\n{TEXT}"
    found = mend(text)
    assert found.text == text
    assert "lam-alef turned round in" in found.doubts[0]


def test_words_without_ends_are_left_and_said():
    text = spaced(TEXT)
    found = mend(text)
    assert found.text == text
    assert "spaces between" in found.doubts[0]


def test_a_stretched_headline_is_a_writers_own():
    text = f"مرحـــبا بكم\n{TEXT}"
    assert mend(text).text == text


def test_numbers_and_latin_words_keep_their_order():
    line = "وصلت شركة New York Times إلى المدينة القديمة في 12/10/2024 (بعد سنة)، وكلفة الرحلة الأولى 1,500 دولار."
    eye = line[::-1].translate(str.maketrans("()", ")("))
    for run in ("New York Times", "12/10/2024", "1,500"):
        eye = eye.replace(run[::-1], run)
    found = mend("\n".join([eye] * 4))
    assert found.text == "\n".join([line] * 4)


def test_a_page_is_mended_and_its_report_says_so():
    page = read_page("a.txt", turned(TEXT).encode())
    assert page.articles[0].headline == ARTICLE[0]
    assert [block.text for block in page.articles[0].blocks] == list(ARTICLE[1:])
    assert page.rejections[0].reason.endswith("mended")


def test_a_page_in_doubt_is_for_review():
    page = read_page("a.txt", f"{turned(TEXT)}\n{TEXT}".encode())
    assert page.needs_review
    assert page.template == TEXT_LAYER
    assert "left as it is" in page.rejections[0].reason


def test_it_does_not_take_long():
    text = "".join(random.Random(1).choices("الأإآةىـ ", k=500_000))
    mend(text)
