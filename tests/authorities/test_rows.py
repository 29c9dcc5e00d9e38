"""From a name on a page to its row."""

import pytest

from articles.authorities import Authorities
from articles.corpus.pages import SECTION_NAMES
from articles.models import Author, Place, Section, Source, Tag

pytestmark = pytest.mark.django_db


def test_a_new_name_makes_a_row_and_keeps_the_spelling_of_the_page():
    assert Authorities().place(" إسطنبول ").name == "إسطنبول"


@pytest.mark.parametrize("spelling", ["اسطنبول", "إِسطنبول", "إسطنبول"])
def test_another_spelling_finds_the_row(spelling):
    place = Authorities().place("إسطنبول")
    assert Authorities().place(spelling) == place
    assert Place.objects.count() == 1


def test_the_exact_spelling_comes_first():
    Source.objects.create(name="الأنباء")
    exact = Source.objects.create(name="الانباء")
    assert Authorities().source("الانباء") == exact


def test_names_that_come_again_cost_no_query(django_assert_num_queries):
    authorities = Authorities()
    for name in ("الرباط", "تونس"):
        authorities.place(name), authorities.author(name), authorities.section(name), authorities.tag(name)
    with django_assert_num_queries(0):
        for name in ("الرباط", "تونس") * 20:
            authorities.place(name), authorities.author(name), authorities.section(name), authorities.tag(name)


def test_a_section_that_is_known_has_its_english_name():
    name, english = next(iter(SECTION_NAMES.items()))
    assert Authorities().section(name).name_en == english
    assert Authorities().section("باب لا يعرفه أحد").name_en == ""


def test_a_row_that_an_editor_translated_stays_as_it_is():
    Section.objects.create(name="شؤون إقليمية", name_en="The region")
    assert Authorities().section("شؤون اقليمية").name_en == "The region"


def test_a_byline_is_a_person_or_a_desk():
    authorities = Authorities()
    authorities.source("البلاد اليوم")
    assert authorities.author("«الساعة»").kind == Author.Kind.DESK
    assert authorities.author("البلاد اليوم").kind == Author.Kind.DESK
    assert authorities.author("هدى الكرمي").kind == Author.Kind.PERSON


def test_a_tag_is_found_by_any_of_its_names():
    tag = Authorities().tag("ترامب")
    assert tag.label_ar == "ترامب"
    tag.names.create(text="Trump", key="trump")
    assert Authorities().tag("TRUMP") == tag
    assert Tag.objects.count() == 1


def test_a_latin_tag_has_an_english_label():
    tag = Authorities().tag("Brexit")
    assert (tag.label_ar, tag.label_en) == ("", "Brexit")
    assert [name.text for name in tag.names.all()] == ["Brexit"]
