"""What is one article, and what only has the same headline."""

from dataclasses import replace

import pytest

from articles.importing.archive import add_portions
from articles.models import Article, ArticleRedirect
from tests.importing.pages import (
    BULLETIN,
    FLOOD,
    FLOOD_TEASER,
    FLOOD_TEXT,
    MONDAY,
    TUESDAY,
    add,
    card,
    dump,
    whole,
)

pytestmark = pytest.mark.django_db

CAPTION = ("آليات تفتح الطريق", "أ.ف.ب")


def test_the_same_article_in_two_dumps_is_one_with_two_appearances():
    add(
        dump("a.txt", whole(FLOOD, FLOOD_TEXT, deck="ثلاث قرى معزولة", caption=CAPTION)),
        dump("b.txt", whole("حصاد القمح", MONDAY), whole(FLOOD, FLOOD_TEXT, role="appended", line=60)),
    )
    article = Article.objects.get(headline=FLOOD)
    assert article.appearances.count() == 2
    assert article.deck == "ثلاث قرى معزولة"
    assert article.blocks.count() == 3


def test_an_edited_text_is_the_same_article_and_both_texts_are_kept():
    longer = (*FLOOD_TEXT, "وأعادت فرق الصيانة مساء اليوم التيار الكهربائي إلى القرى الثلاث.")
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT)), dump("b.txt", whole(FLOOD, longer)))
    article = Article.objects.get()
    assert [block.text for block in article.blocks.all()] == list(longer)
    older = article.appearances.get(dump__name="a.txt")
    assert [text for _, text, _ in older.seen["blocks"]] == list(FLOOD_TEXT)


def test_a_headline_alone_never_joins_two_whole_articles():
    add(dump("a.txt", whole(BULLETIN, MONDAY)), dump("b.txt", whole(BULLETIN, TUESDAY)))
    assert list(Article.objects.values_list("review", flat=True)) == ["", ""]


def test_the_same_text_from_two_outlets_stays_two_articles():
    add(
        dump("a.txt", whole(FLOOD, FLOOD_TEXT), source="صحيفة النهر"),
        dump("b.txt", whole(FLOOD, FLOOD_TEXT), source="صحيفة الجبل"),
    )
    assert Article.objects.count() == 2


def test_a_text_without_a_source_that_an_outlet_has_too_goes_to_review():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT)), dump("b.txt", whole(FLOOD, FLOOD_TEXT), source="صحيفة الجبل"))
    assert Article.objects.get(source=None).review == "unknown_source"
    assert Article.objects.exclude(source=None).get().review == ""


def test_two_cards_with_one_headline_and_different_teasers_go_to_review():
    one, other = card(BULLETIN, MONDAY[0]), card(BULLETIN, TUESDAY[0], line=70)
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT), one, other))
    cards = Article.objects.filter(headline=BULLETIN)
    assert list(cards.values_list("completeness", "review")) == [("excerpt", "ambiguous_identity")] * 2


def test_equal_cards_of_two_pages_are_one_excerpt():
    add(
        dump("a.txt", whole(FLOOD, FLOOD_TEXT), card(BULLETIN, MONDAY[0])),
        dump("b.txt", whole("السفينة الأولى", TUESDAY), card(BULLETIN, MONDAY[0])),
    )
    assert Article.objects.get(headline=BULLETIN).appearances.count() == 2


def test_each_card_finds_its_own_text_among_bulletins():
    add(
        dump("a.txt", whole(FLOOD, FLOOD_TEXT), card(BULLETIN, TUESDAY[0])),
        dump("b.txt", whole(BULLETIN, MONDAY)),
        dump("c.txt", whole(BULLETIN, TUESDAY)),
    )
    linked = Article.objects.get(headline=FLOOD).links.get().to_article
    assert [block.text for block in linked.blocks.all()] == list(TUESDAY)
    assert Article.objects.count() == 3


def test_excerpts_that_turn_out_to_be_one_article_are_joined_and_the_old_address_leads_on():
    teasers = (FLOOD_TEASER, "قال رئيس البلدية إن الجرافات تحتاج إلى يومين لفتح الطريق.")
    add(dump("a.txt", whole("حصاد القمح", MONDAY), *(card(FLOOD, t, line=50 + 9 * i) for i, t in enumerate(teasers))))
    numbers = sorted(Article.objects.filter(headline=FLOOD).values_list("pk", flat=True))
    assert len(numbers) == 2
    add(dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    article = Article.objects.get(headline=FLOOD)
    assert article.pk == numbers[0]
    assert article.review == ""
    assert ArticleRedirect.objects.get(old_id=numbers[1]).article == article
    assert article.backlinks.count() == 1


def test_a_takedown_outlives_a_merge():
    teasers = (FLOOD_TEASER, "قال رئيس البلدية إن الجرافات تحتاج إلى يومين لفتح الطريق.")
    add(dump("a.txt", whole("حصاد القمح", MONDAY), *(card(FLOOD, t, line=50 + 9 * i) for i, t in enumerate(teasers))))
    last = Article.objects.filter(headline=FLOOD).order_by("pk").last()
    last.status, last.withdrawn_reason = "withdrawn", "بطلب من صاحب الصورة"
    last.save()
    add(dump("b.txt", whole(FLOOD, FLOOD_TEXT)))
    article = Article.objects.get(headline=FLOOD)
    assert (article.status, article.withdrawn_reason) == ("withdrawn", "بطلب من صاحب الصورة")


def test_one_file_under_two_names_in_one_batch_is_one():
    page = dump("a.txt", whole(FLOOD, FLOOD_TEXT))
    outcome = add_portions([page, replace(page, dump=replace(page.dump, path="b.txt", name="b.txt"))])
    assert [told.status for told in outcome.dumps] == ["imported", "known"]
    assert Article.objects.get().appearances.get().dump.name == "a.txt"


def test_headlines_are_compared_folded():
    add(dump("a.txt", whole("أنباء عن إعادة فتح المعبر", FLOOD_TEXT)))
    add(dump("b.txt", whole("انباء عن اعاده فتح المعبر", FLOOD_TEXT)))
    assert Article.objects.count() == 1


def test_a_page_of_no_known_template_goes_to_review():
    add(dump("a.txt", whole(FLOOD, FLOOD_TEXT), template="unknown"))
    assert Article.objects.get().review == "unknown_template"
