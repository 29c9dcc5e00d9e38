import time

import pytest
from hypothesis import given

from articles.arabic.characters import PLAIN
from articles.arabic.folding import fold, key, normalize

from .texts import texts


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("الســـلام", "السلام"),
        ("ﻟﺒﻨﺎﻥ", "لبنان"),
        ("ﻻ", "لا"),
        ("هذاٰ", "هذا"),
        ("نص\u200fعربي\u2069", "نصعربي"),
        ("أحمد", "أحمد"),
        ("ﹶ", ""),
        ("ﬁ １٥", "fi 1٥"),
    ],
)
def test_normal_text_has_letters_and_nothing_written_on_them(written, normal):
    assert normalize(written).text == normal


def test_hamza_and_madda_written_as_marks_are_part_of_their_letter():
    assert normalize("ا\u0654حمد وا\u0653خرون وا\u0655لى").text == "أحمد وآخرون وإلى"


def test_a_control_between_letter_and_mark_does_not_part_them():
    assert normalize("e\u200f\u0301").text == "é"


@pytest.mark.parametrize(
    ("written", "offsets"),
    [
        ("لا", [0, 1, 2]),
        ("ﻻ", [0, 0, 1]),
        ("قَالَ", [0, 2, 3, 5]),
        ("\u200fنص", [1, 2, 3]),
        ("ســد", [0, 3, 4]),
    ],
)
def test_offsets_tell_where_each_character_stood(written, offsets):
    assert list(normalize(written).offsets) == offsets


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إردوغان", "اردوغان"),
        ("أردوغان", "اردوغان"),
        ("آخر", "اخر"),
        ("مستشفى", "مستشفي"),
        ("الحرية", "الحريه"),
        ("مسؤول", "مسوول"),
        ("مسئول", "مسوول"),
        ("هيئة", "هييه"),
        ("ماء", "ماء"),
        ("١٥٣", "153"),
        ("۱۵۳", "153"),
        ("کرد", "كرد"),
        ("ڤيديو", "فيديو"),
        ("Erdoğan", "erdogan"),
        ("İSTANBUL", "istanbul"),
        ("Straße", "strasse"),
    ],
)
def test_letters_of_one_kind_fold_to_one(written, folded):
    assert fold(written) == folded


def test_names_are_one_by_their_key():
    assert key("«الشَّرق الأوسط»") == key("الشرق  الاوسط") == "الشرق الاوسط"
    assert key("أ. كامل") != key("كامل")
    assert key("—") == ""


def test_plain_characters_are_what_the_fast_path_takes_them_for():
    import unicodedata

    assert unicodedata.normalize("NFKC", PLAIN) == PLAIN
    assert not any(map(unicodedata.combining, PLAIN))


@given(texts)
def test_offsets_are_one_more_than_characters_and_never_go_back(text):
    normal = normalize(text)
    offsets = list(normal.offsets)
    assert len(offsets) == len(normal.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(texts)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_normal_text_is_normal(text):
    assert normalize(normalize(text).text).text == normalize(text).text


@pytest.mark.parametrize("hostile", ["\u0301\u0323" * 20_000, "اَُ" * 20_000, "\ud800" * 20_000, "\x00" * 50_000])
def test_rows_of_marks_take_no_more_than_their_length(hostile):
    began = time.process_time()
    fold(hostile)
    normalize(hostile)
    assert time.process_time() - began < 2
