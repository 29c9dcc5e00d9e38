from hypothesis import given

from articles.arabic.shaping import shape

from .texts import texts


def test_letters_are_joined_and_stand_in_the_order_of_the_screen():
    assert shape("سلام") == "ﻡﻼﺳ"


def test_tashkeel_is_kept():
    assert "\u064f" in shape("مُدن")


def test_numbers_and_latin_keep_their_own_direction():
    assert shape("عام 2026") == "2026 ﻡﺎﻋ"
    assert shape("قناة BBC News") == "BBC News ﺓﺎﻨﻗ"


def test_lines_stay_lines():
    assert shape("سد\nسد").count("\n") == 1


def test_a_lone_surrogate_is_replaced():
    shape("نص \ud800").encode()


@given(texts)
def test_any_text_can_be_shaped(text):
    shape(text).encode()
