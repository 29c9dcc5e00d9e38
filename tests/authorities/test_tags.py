"""One tag for all the ways in which a subject is written."""

import pytest

from articles.authorities import Authorities, NameTaken, merge_tags, set_names
from articles.authorities.tags import make_tag
from articles.models import Article, Tag, TagName

pytestmark = pytest.mark.django_db


def names(tag):
    return sorted(TagName.objects.filter(tag=tag).values_list("text", flat=True))


@pytest.fixture
def trump():
    return Tag.objects.create(label_ar="ترامب", label_en="Trump")


def test_names_are_the_labels_and_the_variants(trump):
    assert set_names(trump, ["ترمب", "دونالد ترامب"])
    assert names(trump) == sorted(["ترامب", "Trump", "ترمب", "دونالد ترامب"])


def test_names_that_are_one_are_kept_once_as_the_label_has_them(trump):
    set_names(trump, ["TRUMP", "تَرامب", " ", "ترمب", "ترمب"])
    assert names(trump) == sorted(["ترامب", "Trump", "ترمب"])


def test_names_left_out_go(trump):
    set_names(trump, ["ترمب"])
    set_names(trump, [])
    assert names(trump) == sorted(["ترامب", "Trump"])


def test_setting_the_same_names_changes_nothing(trump):
    set_names(trump, ["ترمب"])
    rows = list(trump.names.values_list("pk", "text"))
    assert not set_names(trump, ["ترمب"])
    assert list(trump.names.values_list("pk", "text")) == rows


def test_a_name_of_another_tag_is_refused_and_nothing_changes(trump):
    set_names(trump, [])
    other = Authorities().tag("ترمب")
    with pytest.raises(NameTaken) as refusal:
        set_names(trump, ["دونالد", "تَرمب"])
    assert (refusal.value.name, refusal.value.other_tag) == ("تَرمب", other)
    assert names(trump) == sorted(["ترامب", "Trump"])


def test_a_tag_that_another_import_made_meanwhile_is_taken():
    faster = make_tag("الطاقة")
    assert make_tag("الطاقه") == faster
    assert Tag.objects.count() == 1


def test_merging_keeps_names_labels_and_articles():
    arabic, english = Authorities().tag("أوبك"), Authorities().tag("OPEC")
    both, only_english = (Article.objects.create(headline=f"خبر {n}") for n in "12")
    both.tags.set([arabic, english])
    only_english.tags.set([english])
    assert merge_tags(arabic, [english]) == [both.pk, only_english.pk]
    assert list(Tag.objects.all()) == [arabic]
    assert (arabic.label_ar, arabic.label_en) == ("أوبك", "OPEC")
    assert names(arabic) == sorted(["أوبك", "OPEC"])
    assert arabic.articles.count() == 2
