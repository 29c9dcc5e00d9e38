"""The doubled head of an article, and what is left of it where a page leaves parts out."""

from dataclasses import replace

import pytest

from tests.corpus.builder import USUAL, Layout, article, article_lines, page_lines, parts, read
from tests.corpus.texts import (
    BRIDGE_ARTICLE,
    CARDS,
    FIRST,
    HARVEST,
    HARVEST_DECK,
    LIBRARY_ARTICLE,
    MAIN_ARTICLE,
    OLIVES,
    SECOND,
)

LAYOUTS = {
    "usual": USUAL,
    "two blank lines": Layout(blank=2),
    "no blank lines in the head": Layout(blank=0),
    "no blank lines between paragraphs": Layout(between_paragraphs=0),
    "no TT": Layout(tt=False),
    "caption once above and below": Layout(captions_above=1, captions_below=1),
    "caption once and no TT": Layout(captions_above=1, captions_below=1, tt=False),
    "caption above only": Layout(captions_below=0),
    "caption below only": Layout(captions_above=0),
    "caption once above only": Layout(captions_above=1, captions_below=0),
    "headline once": Layout(repeat=False),
    "headline once, caption above only": Layout(repeat=False, captions_below=0),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_each_layout_gives_the_same_page(layout):
    articles = [MAIN_ARTICLE, BRIDGE_ARTICLE, LIBRARY_ARTICLE]
    assert parts(read(page_lines(articles, CARDS, layout))) == (articles, CARDS)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_deck_is_optional(layout):
    articles = [replace(MAIN_ARTICLE, deck=None), BRIDGE_ARTICLE]
    assert parts(read(page_lines(articles, CARDS, layout))) == (articles, CARDS)


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_further_articles_may_have_decks(blank):
    articles = [MAIN_ARTICLE, replace(BRIDGE_ARTICLE, deck="يختصر طريق سكان الحيين إلى السوق والمدرسة")]
    assert parts(read(page_lines(articles, CARDS, Layout(blank=blank)))) == (articles, CARDS)


def test_a_lead_caption_needs_no_credit():
    articles = [article(HARVEST, replace(OLIVES, credit=None), FIRST, SECOND, deck=HARVEST_DECK)]
    assert parts(read(page_lines(articles, CARDS))) == (articles, CARDS)


def test_a_line_that_stands_again_below_is_a_caption_not_a_deck():
    articles = [article(HARVEST, replace(OLIVES, credit=None), FIRST, SECOND)]
    once = Layout(captions_above=1, captions_below=1, tt=False)
    assert parts(read(page_lines(articles, CARDS, once)))[0] == articles


def test_a_line_that_stands_once_without_credit_is_the_deck():
    page = read(page_lines([article(HARVEST, FIRST, SECOND, deck=HARVEST_DECK)], []))
    assert (page.articles[0].deck, page.articles[0].blocks) == (HARVEST_DECK, (FIRST, SECOND))


def test_an_article_without_picture():
    articles = [
        article(HARVEST, FIRST, SECOND),
        article(BRIDGE_ARTICLE.headline, *BRIDGE_ARTICLE.blocks[1:], role="appended"),
    ]
    assert parts(read(page_lines(articles, CARDS))) == (articles, CARDS)


def test_a_deck_below_the_second_headline():
    lines = [HARVEST, "", "TT", "", HARVEST, "", HARVEST_DECK, "", "صورة (رويترز)", "صورة (رويترز)", "", FIRST.text]
    page = read(lines)
    assert page.articles[0].deck == HARVEST_DECK
    assert [(block.text, block.credit) for block in page.articles[0].blocks] == [("صورة", "رويترز"), (FIRST.text, None)]


def test_repeats_are_dropped_as_furniture():
    page = read(article_lines(MAIN_ARTICLE))
    reasons = [(dropped.line, dropped.reason) for dropped in page.furniture]
    assert reasons == [
        (6, "repeated caption"),
        (7, "TT mark"),
        (9, "repeated headline"),
        (11, "repeated caption"),
        (12, "repeated caption"),
    ]


def test_lines_run_from_the_first_headline_to_the_last_line_kept():
    lines = [*article_lines(MAIN_ARTICLE), "شارك", "", "TT"]
    record = read(["", "", *lines]).articles[0]
    assert record.first_line == 3
    assert record.last_line == 2 + 1 + lines.index(MAIN_ARTICLE.blocks[-1].text)


def test_lines_to_share_and_print_may_stand_in_the_head():
    lines = article_lines(MAIN_ARTICLE)
    page = read([lines[0], "شارك على مواقع التواصل", "طباعة", *lines[1:]])
    assert parts(page)[0] == [MAIN_ARTICLE]
    assert {"share line", "print line"} <= {dropped.reason for dropped in page.furniture}


def test_a_media_mark_on_the_lead_caption_is_taken_off():
    lines = [line + " play-circle" if line.startswith(OLIVES.text) else line for line in article_lines(MAIN_ARTICLE)]
    page = read(lines)
    assert page.articles[0].blocks[0] == OLIVES
    assert "media mark" in {dropped.reason for dropped in page.furniture}
