"""The text of a saved page: its blocks in order, and nothing that is not of the article."""

import pytest

from articles.corpus.records import CAPTION, PARAGRAPH, SUBHEADING, BlockRecord
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, json_ld, page, paragraphs, read_one, texts


def article(*parts):
    return read_one(page(f"<article><h1>{HEADLINE}</h1>{''.join(parts)}</article>"))


def test_paragraphs_come_in_order_and_menus_do_not():
    found = read_one(page())
    assert found.headline == HEADLINE
    assert found.blocks == tuple(BlockRecord(PARAGRAPH, text) for text in SENTENCES)


def test_subheadings_and_captions_keep_their_places():
    figure = '<figure><img src="a.jpg"><figcaption>واجهة السوق من جهة النهر (رويترز)</figcaption></figure>'
    found = article(paragraphs(*SENTENCES[:2]), figure, "<h2>مراحل العمل</h2>", paragraphs(*SENTENCES[2:]))
    assert [block.kind for block in found.blocks] == [PARAGRAPH, PARAGRAPH, CAPTION, SUBHEADING, PARAGRAPH, PARAGRAPH]
    assert found.blocks[2] == BlockRecord(CAPTION, "واجهة السوق من جهة النهر", "رويترز")
    assert found.blocks[3].text == "مراحل العمل"


def test_a_credit_of_its_own_element_is_taken_off_the_caption():
    figure = (
        '<figure><img src="a.jpg"><figcaption>عمال يرفعون الحجارة '
        '<span class="photo-credit">سعاد منصور</span></figcaption></figure>'
    )
    found = article(figure, paragraphs())
    assert found.blocks[0] == BlockRecord(CAPTION, "عمال يرفعون الحجارة", "سعاد منصور")


def test_line_breaks_divide_paragraphs():
    found = article(f"<div>{'<br><br>'.join(SENTENCES)}</div>")
    assert texts(found) == list(SENTENCES)


def test_the_headline_is_not_repeated_in_the_text():
    found = article(f"<p><strong>{HEADLINE}</strong></p>", paragraphs())
    assert texts(found) == list(SENTENCES)


def test_share_lines_and_links_to_other_articles_are_dropped():
    found = article(
        paragraphs(*SENTENCES[:2]),
        '<p>اقرأ أيضاً: <a href="/9">جسر جديد على النهر قبل الشتاء</a></p>',
        paragraphs(*SENTENCES[2:]),
        "<p>شارك المقال</p><h3>مواضيع ذات صلة</h3>",
        '<p><a href="/7">مهرجان الزيتون يعود هذا الخريف</a></p>',
    )
    assert texts(found) == list(SENTENCES)
    assert texts(found, SUBHEADING) == []


def test_a_linked_word_within_a_paragraph_stays():
    linked = SENTENCES[0].replace("السوق", '<a href="/tag/souk">السوق</a>', 1)
    assert texts(article(paragraphs(linked, *SENTENCES[1:]))) == list(SENTENCES)


def test_a_description_shown_below_the_headline_is_the_deck():
    deck = "خطة من ثلاث مراحل تبدأ بالأسقف"
    head = f'<meta name="description" content="{deck}">'
    body = f'<article><h1>{HEADLINE}</h1><p class="standfirst">{deck}</p>{paragraphs()}</article>'
    found = read_one(page(body, head))
    assert (found.deck, texts(found)) == (deck, list(SENTENCES))


def test_a_description_that_is_the_beginning_of_the_text_is_no_deck():
    found = read_one(page(head=f'<meta name="description" content="{SENTENCES[0][:60]}…">'))
    assert (found.deck, texts(found)) == (None, list(SENTENCES))


def test_a_description_for_search_engines_only_is_no_deck():
    assert read_one(page(head='<meta name="description" content="آخر أخبار البلدة وأسواقها وناسها">')).deck is None


def test_columns_that_a_table_sets_are_no_row_of_words():
    body = f"<table><tr><td><a href='/'>الرئيسية</a></td><td><b>{HEADLINE}</b><br>{paragraphs()}</td></tr></table>"
    found = read_one(page(body, f"<title>{HEADLINE}</title>"))
    assert (found.headline, texts(found)) == (HEADLINE, list(SENTENCES))


@pytest.mark.parametrize("names", ['id="comments"', 'class="box comments-area"', 'id="disqus_thread"'])
def test_what_readers_wrote_is_no_text(names):
    written = paragraphs("أحسنتم، خبر مفرح لأهل السوق جميعاً ولزواره.", "متى ينتهي العمل؟")
    comments = f"<div {names}><h3>التعليقات</h3><article>{written}</article></div>"
    found = read_one(page(f"<div><h1>{HEADLINE}</h1>{paragraphs()}{comments}</div>"))
    assert texts(found) == list(SENTENCES)


def test_an_article_in_a_box_named_so_stays():
    found = read_one(page(f'<div class="comments"><h1>{HEADLINE}</h1>{paragraphs()}</div>'))
    assert texts(found) == list(SENTENCES)


@pytest.mark.parametrize("body", ["\n\n".join(SENTENCES), paragraphs()])
def test_the_paragraphs_of_a_text_that_only_the_metadata_has(body):
    news = {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": body}
    assert texts(read_one(page('<div id="app"></div>', json_ld(news)))) == list(SENTENCES)
