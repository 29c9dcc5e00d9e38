"""A card whose article is not in the archive is an excerpt, until the whole text comes."""

import pytest

from articles.models import Article, Tag
from tests.importing.pages import FLOOD, FLOOD_TEASER, FLOOD_TEXT, MONDAY, add, card, dump, whole

pytestmark = pytest.mark.django_db

CARD = card(
    FLOOD,
    FLOOD_TEASER,
    section="المشرق العربي",
    caption="صخور على طريق الجبل",
    credit="رويترز",
    byline="ليلى الحداد",
    place="صنعاء",
)


def flood():
    return Article.objects.get(headline=FLOOD)


def test_a_card_is_an_excerpt_of_its_caption_and_teaser():
    add(dump("a.txt", whole("حصاد القمح", MONDAY), CARD))
    article = flood()
    assert article.completeness == "excerpt"
    assert [(b.kind, b.text, b.credit) for b in article.blocks.all()] == [
        ("caption", "صخور على طريق الجبل", "رويترز"),
        ("paragraph", FLOOD_TEASER, ""),
    ]
    assert article.section.name == "المشرق العربي"
    assert [author.name for author in article.authors.all()] == ["ليلى الحداد"]
    assert [place.name for place in article.places.all()] == ["صنعاء"]


def test_the_whole_text_keeps_address_tags_links_and_what_the_card_said():
    add(dump("a.txt", whole("حصاد القمح", MONDAY), CARD))
    before = flood()
    before.tags.add(Tag.objects.create(label_ar="السيول"))
    add(dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    after = flood()
    assert after.pk == before.pk
    assert after.completeness == "whole"
    assert [block.text for block in after.blocks.all()] == list(FLOOD_TEXT)
    assert after.section.name == "المشرق العربي"
    assert after.authors.get().name == "ليلى الحداد"
    assert after.places.get().name == "صنعاء"
    assert after.tags.get().label_ar == "السيول"
    assert after.backlinks.get().from_article.headline == "حصاد القمح"
    assert after.appearances.count() == 2


def test_a_later_card_adds_to_a_whole_article():
    add(dump("b.txt", whole(FLOOD, FLOOD_TEXT)), dump("a.txt", whole("حصاد القمح", MONDAY), CARD))
    assert flood().completeness == "whole"
    assert flood().section.name == "المشرق العربي"


def test_a_card_and_its_whole_text_in_one_dump_are_one_article():
    add(dump("a.txt", whole("حصاد القمح", MONDAY), CARD, whole(FLOOD, FLOOD_TEXT, role="appended", line=80)))
    assert Article.objects.count() == 2
    kinds = Article.objects.get(headline="حصاد القمح").links.values_list("kind", flat=True)
    assert sorted(kinds) == ["appended", "related"]


def test_a_card_that_speaks_of_something_else_stays_apart_for_review():
    other = card(FLOOD, "يناقش البرلمان مشروع الموازنة الجديدة وسط خلاف حاد على بنود الدعم.")
    add(dump("a.txt", whole("حصاد القمح", MONDAY), other), dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    reviews = dict(Article.objects.filter(headline=FLOOD).values_list("completeness", "review"))
    assert reviews == {"whole": "", "excerpt": "ambiguous_identity"}


def test_a_card_without_teaser_goes_to_the_only_article_of_its_headline():
    add(dump("a.txt", whole("حصاد القمح", MONDAY), card(FLOOD)), dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    assert flood().completeness == "whole"


def test_a_teaser_that_was_cut_short_finds_its_text():
    cut = card(FLOOD, "أغلقت السيول التي أعقبت ليلة من الأمطار الغزيرة طريق الج...", kind="latest")
    add(dump("a.txt", whole("حصاد القمح", MONDAY), cut), dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    assert flood().completeness == "whole"
