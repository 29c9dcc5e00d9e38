"""Further whole articles below the first one."""

from dataclasses import replace

import pytest

from tests.corpus.builder import RELATED_HEADING, Layout, article_lines, card, card_lines, page_lines, parts, read
from tests.corpus.texts import (
    BRIDGE_ARTICLE,
    CARDS,
    COST,
    CROSSING,
    EXPORT,
    FERRY_CARD,
    FIRST,
    LIBRARY_ARTICLE,
    MAIN_ARTICLE,
    PRESS,
)


def test_no_related_articles_at_all():
    articles = [MAIN_ARTICLE, BRIDGE_ARTICLE, LIBRARY_ARTICLE]
    assert parts(read(page_lines(articles, []))) == (articles, [])


def test_a_heading_without_cards():
    lines = [*article_lines(MAIN_ARTICLE), "", RELATED_HEADING, "", *article_lines(BRIDGE_ARTICLE)]
    page = read(lines)
    assert parts(page) == ([MAIN_ARTICLE, BRIDGE_ARTICLE], [])
    assert not page.needs_review


def test_cards_and_nothing_further():
    assert parts(read(page_lines([MAIN_ARTICLE], CARDS))) == ([MAIN_ARTICLE], CARDS)


def test_cards_below_each_article():
    lines = page_lines([MAIN_ARTICLE], CARDS[:1])
    lines += ["", *article_lines(BRIDGE_ARTICLE), "", RELATED_HEADING, "", *card_lines(CARDS[1], is_first=True)]
    assert parts(read(lines)) == ([MAIN_ARTICLE, BRIDGE_ARTICLE], CARDS[:2])


def test_they_have_subheadings_and_captions_of_their_own():
    record = replace(BRIDGE_ARTICLE, blocks=(*BRIDGE_ARTICLE.blocks, EXPORT, FIRST, PRESS, COST))
    articles = [MAIN_ARTICLE, record, LIBRARY_ARTICLE]
    assert parts(read(page_lines(articles, CARDS))) == (articles, CARDS)


def test_an_article_with_the_headline_of_the_last_card():
    last = replace(FERRY_CARD, headline=BRIDGE_ARTICLE.headline)
    assert parts(read(page_lines([MAIN_ARTICLE, BRIDGE_ARTICLE], [CARDS[1], last])))[1] == [CARDS[1], last]


def test_an_article_with_the_headline_of_a_last_card_that_nobody_signed():
    last = replace(FERRY_CARD, headline=BRIDGE_ARTICLE.headline, byline=None, place=None)
    articles = [MAIN_ARTICLE, BRIDGE_ARTICLE]
    assert parts(read(page_lines(articles, [CARDS[1], last]))) == (articles, [CARDS[1], last])


def test_an_article_below_an_unsigned_card_with_a_teaser_that_breaks_off():
    last = replace(FERRY_CARD, teaser="عادت العبّارة الأولى إلى رصيف صيدا، الثلاثاء...", byline=None, place=None)
    articles = [MAIN_ARTICLE, BRIDGE_ARTICLE]
    assert parts(read(page_lines(articles, [last]))) == (articles, [last])


def test_an_article_that_repeats_nothing_is_found_and_reviewed():
    bare = [BRIDGE_ARTICLE.headline, "", CROSSING.text, "", COST.text]
    page = read([*page_lines([MAIN_ARTICLE], CARDS), "", *bare])
    assert [record.headline for record in page.articles] == [MAIN_ARTICLE.headline, BRIDGE_ARTICLE.headline]
    assert page.articles[1].blocks == (CROSSING, COST)
    assert parts(page)[1] == CARDS
    assert page.needs_review


def test_a_headline_set_apart_and_doubled_without_picture():
    plain = replace(BRIDGE_ARTICLE, blocks=BRIDGE_ARTICLE.blocks[1:])
    articles = [MAIN_ARTICLE, plain]
    assert parts(read(page_lines(articles, CARDS, Layout(tt=False)))) == (articles, CARDS)


def test_a_caption_twice_in_a_body_begins_no_article():
    lines = page_lines([MAIN_ARTICLE], [])
    gallery = ["", "حقول خضراء عند سفح الجبل (أ.ف.ب)", "حقول خضراء عند سفح الجبل (أ.ف.ب)", "", COST.text]
    page = read([*lines, *gallery])
    assert len(page.articles) == 1
    assert [block.text for block in page.articles[0].blocks].count("حقول خضراء عند سفح الجبل") == 1


def test_a_stray_tt_begins_no_article():
    lines = [*page_lines([MAIN_ARTICLE], []), "", "TT", "", COST.text]
    assert [len(record.blocks) for record in read(lines).articles] == [len(MAIN_ARTICLE.blocks) + 1]


@pytest.mark.parametrize("headline", ["رحلة في معصرة الجد (فيديو)", "رئيس النقابة: لن نبيع بأقل من 12 دولاراً."])
def test_a_doubled_head_is_believed_whatever_its_headline(headline):
    articles = [MAIN_ARTICLE, replace(BRIDGE_ARTICLE, headline=headline), LIBRARY_ARTICLE]
    assert parts(read(page_lines(articles, CARDS))) == (articles, CARDS)


@pytest.mark.parametrize("byline", ["«الشرق الأوسط»", "سلمى حداد"])
@pytest.mark.parametrize("place", ["لندن", None])
def test_an_article_below_cards_of_one_hand(byline, place):
    cards = [replace(card, byline=byline, place=place, teaser=None) for card in CARDS]
    articles = [MAIN_ARTICLE, BRIDGE_ARTICLE, LIBRARY_ARTICLE]
    assert parts(read(page_lines(articles, cards))) == (articles, cards)


def test_a_short_headline_is_not_taken_for_a_name():
    short = replace(BRIDGE_ARTICLE, headline="جسر يجمع حيين")
    for layout in (Layout(), Layout(tt=False), Layout(repeat=False)):
        articles = [MAIN_ARTICLE, LIBRARY_ARTICLE, short]
        assert parts(read(page_lines(articles, CARDS, layout)))[0] == articles


def test_the_first_article_may_be_the_only_one_that_repeats_nothing():
    lines = [
        MAIN_ARTICLE.headline,
        "",
        FIRST.text,
        "",
        COST.text,
        "",
        "",
        *article_lines(BRIDGE_ARTICLE, Layout(tt=False)),
    ]
    page = read(lines)
    assert [record.headline for record in page.articles] == [MAIN_ARTICLE.headline, BRIDGE_ARTICLE.headline]


def test_links_in_the_midst_of_an_article():
    record = replace(MAIN_ARTICLE, blocks=(*MAIN_ARTICLE.blocks, FIRST, COST, CROSSING))
    lines = page_lines([record, BRIDGE_ARTICLE], CARDS)
    at = lines.index(COST.text)
    read_again = read([*lines[:at], "اقرأ أيضاً", LIBRARY_ARTICLE.headline, *lines[at:]])
    assert parts(read_again) == ([record, BRIDGE_ARTICLE], [card(LIBRARY_ARTICLE.headline), *CARDS])
