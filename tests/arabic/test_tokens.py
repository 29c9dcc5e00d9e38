import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic import tokens
from articles.arabic.tokens import tokenize, words

from .texts import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذكرى ثورة 1919", "ذكرى ثورة 1919"),
        ("قَالَ مُحَمَّدٌ", "قال محمد"),
        ("الـ81", "81"),
        ("بالـ٢٤", "24"),
        ("و15 شخصاً", "15 شخصا"),
        ("ﻟ«داعش»", "داعش"),
        ("لـ«داعش»", "داعش"),
        ("بـ(حماس)", "حماس"),
        ("لـBBC", "BBC"),
        ("25يناير", "25 يناير"),
        ("إف16", "إف 16"),
        ("2,500 و٢٬٥٠٠", "2500 2500"),
        ("٣٫٥ و3.5", "3.5 3.5"),
        ("20.1.2026", "20 1 2026"),
        ("2015-2017", "2015 2017"),
        ("1,2,3", "1 2 3"),
        ("10:30", "10 30"),
        ("أ.ف.ب", "أفب"),
        ("أ ف ب", "أفب"),
        ("أ و ب", "أ و ب"),
        ("U.S.", "US"),
        ("Al-Qaeda", "Al Qaeda"),
        ("Qur’an", "Quran"),
        ("Trump's", "Trump"),
        ("4G وA320", "4G A320"),
        ("النبي ﷺ قال", "النبي قال"),
        ("— … ½", ""),
        ("ﹶ\u0301", ""),
    ],
)
def test_words_of_a_text(text, expected):
    assert [token.normal for token in tokenize(text)] == expected.split()
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("في الـ81 من", ["في", "الـ81", "من"]),
        ("ضربة لـ«داعش» أمس", ["ضربة", "داعش", "أمس"]),
        ("عن بـCNN", ["عن", "بـCNN"]),
        ("كَتَبَ.", ["كَتَبَ"]),
        ("(أ.ف.ب)", ["أ.ف.ب"]),
        ("بـ20.1.2026", ["بـ20", "1", "2026"]),
    ],
)
def test_the_whole_original_word_is_kept(text, whole):
    tokens = tokenize(text)
    assert [token.text for token in tokens] == whole
    assert [text[token.start : token.end] for token in tokens] == whole


# Lone letters, spaces of every kind and what may touch an initial: where words and white space come apart.
_INITIALS = st.lists(
    st.sampled_from([*"أفبو", " ", " ", "\u00a0", "\n", ".", "1", "ـ", "َ", "«", "(", "»", "دولة"]), max_size=14
)


@given(st.one_of(texts, _INITIALS.map("".join)))
def test_words_are_the_normal_forms_of_tokens(text):
    assert words(text) == [token.normal for token in tokenize(text)]


def test_the_memory_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(tokens, "_NORMALS", tokens._Normals())
    monkeypatch.setattr(tokens._Normals, "most", 10)
    text = " ".join(f"دولة{number}" for number in range(40)) + " " + "طويل" * 20
    assert words(text) == [token.normal for token in tokenize(text)]
    assert len(tokens._NORMALS) <= 10


@given(texts)
def test_words_stand_in_order_inside_the_text_and_apart(text):
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        assert token.normal
        end = token.end


@pytest.mark.parametrize(
    "hostile",
    ["a." * 50_000 + "bc", "ا ب " * 30_000, "1," * 50_000, "الـ" * 30_000, "و" + "ـ" * 50_000, "'a" * 50_000],
    ids=["initials", "letters", "digits", "articles", "tatweel", "apostrophes"],
)
def test_rows_that_end_badly_are_read_once(hostile):
    began = time.process_time()
    tokenize(hostile)
    assert time.process_time() - began < 3
