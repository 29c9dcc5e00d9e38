"""The picture of a headline, read by its pixels."""

import io
import time
from dataclasses import replace

import pytest
from django.contrib.staticfiles import finders
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from articles import headline_picture
from articles.headline_picture import MARGIN, PAPER, ROOM, SIZE, Card, draw, fit_headline
from tests.effort import examples

READING, OPERATING = finders.find("fonts/NotoNaskhArabic.ttf"), finders.find("fonts/PlexSansArabic-Regular.ttf")
CARD = Card("عودة المهجّرين إلى قرى الشمال", "صحيفة المرفأ · ٢٠ يناير ٢٠٢٦", "أرشيف الأخبار العربية")


def picture(card):
    return Image.open(io.BytesIO(draw(card, reading=READING, operating=OPERATING)))


def ink(image, box=None):
    """The box that holds everything drawn: left, top, right, bottom."""
    part = image.crop(box) if box else image
    return ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox()


def headline_ink(headline, **options):
    return ink(picture(replace(CARD, headline=headline, **options)), (0, 140, SIZE[0], SIZE[1] - 122))


@pytest.fixture(params=[True, False], ids=["raqm", "reshaper"])
def _either_layout(request, monkeypatch):
    has_raqm = headline_picture.features.check("raqm")
    if request.param and not has_raqm:
        pytest.skip("This system has no FriBiDi.")
    monkeypatch.setattr(headline_picture.features, "check", lambda name: request.param)
    headline_picture.pen.cache_clear()
    yield
    headline_picture.pen.cache_clear()


@pytest.mark.usefixtures("_either_layout")
def test_letters_are_joined():
    joined = headline_picture.pen(READING, 76, 700).width("بببببب")
    apart = headline_picture.pen(READING, 76, 700).width("ب\u200cب\u200cب\u200cب\u200cب\u200cب")
    assert joined < apart * 0.8


@pytest.mark.usefixtures("_either_layout")
def test_the_marks_of_the_vowels_are_drawn():
    assert picture(replace(CARD, headline="كَتَبَ")).tobytes() != picture(replace(CARD, headline="كتب")).tobytes()


@pytest.mark.usefixtures("_either_layout")
def test_arabic_begins_at_the_right_margin_and_runs_to_the_left():
    left, _, right, _ = headline_ink("قرى")
    assert right == pytest.approx(SIZE[0] - MARGIN, abs=8)
    assert left > SIZE[0] / 2


def test_latin_begins_at_the_left_margin():
    left, _, _, _ = headline_ink("News", is_rtl=False)
    assert left == pytest.approx(MARGIN, abs=8)


@pytest.mark.parametrize("headline", ["كلمة طويلة " * 90, "ا" * 1000, "W" * 1000, "مُستَشفَياتٌ " * 80])
def test_a_long_headline_is_wrapped_shrunk_and_cut_within_the_margins(headline):
    left, _top, right, bottom = headline_ink(headline)
    assert left >= MARGIN - 12
    assert right <= SIZE[0] - MARGIN + 12
    assert bottom <= SIZE[1] - 122 - 140
    _pen, lines = fit_headline(headline[:600], READING)
    assert lines[-1].endswith("…")


def test_a_longer_headline_has_a_smaller_size():
    sizes = [fit_headline("كلمة " * count, READING)[0].size for count in (3, 25, 60)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_the_lines_hold_every_word_in_order():
    headline = " ".join(f"كلمة{number}" for number in range(20))
    large, lines = fit_headline(headline, READING)
    assert " ".join(lines) == headline
    assert len(lines) * large.size * headline_picture.LEADING <= ROOM


@settings(max_examples=examples(15))
@given(st.text(max_size=1000))
def test_any_text_is_drawn_in_bounded_time(text):
    begun = time.process_time()
    assert picture(replace(CARD, headline=text, above=text)).size == SIZE
    assert time.process_time() - begun < 5
