"""Entries of feeds: RSS of all ages, RDF and Atom."""

import io

import pytest

from articles.corpus.formats.feeds import FEED
from articles.corpus.formats.interface import Options
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.records import CAPTION, LATEST, PARAGRAPH, SUBHEADING, ArticleRecord, BlockRecord, PageRecord
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, page, paragraphs, texts

SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(*items):
    channel = "<title>صحيفة النهر</title><link>https://nahr.example</link><language>ar-LB</language>"
    opening = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {SPACES}>'
    return f"{opening}<channel>{channel}{''.join(items)}</channel></rss>"


def item(content=None, **parts):
    named = {"title": HEADLINE, "link": "https://nahr.example/local/12", **parts}
    body = "" if content is None else f"<content:encoded><![CDATA[{content}]]></content:encoded>"
    return "<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in named.items() if text) + body + "</item>"


def read(text):
    data = text.encode() if isinstance(text, str) else text
    assert FEED.recognises(data[:65_536], "a.bin")
    return list(FEED.read(io.BytesIO(data), "a.bin", Options()))


def test_an_entry_with_content_is_an_article():
    full = item(
        paragraphs(),
        description="ملخص قصير",
        pubDate="Tue, 04 Mar 2025 23:30:00 +0300",
        guid="nahr-12",
        category="محليات</category><category>تراث",
    ).replace("<title>", "<dc:creator>سعاد منصور</dc:creator><title>")
    (found,) = read(rss(full))
    assert (found.headline, texts(found), found.first_line) == (HEADLINE, list(SENTENCES), 1)
    known = found.known
    assert (known.source, known.language, known.outside_id) == ("صحيفة النهر", "ar", "nahr-12")
    assert (known.published, known.url) == ("2025-03-04", "https://nahr.example/local/12")
    assert (known.authors, known.tags) == (("سعاد منصور",), ("محليات", "تراث"))


def test_an_entry_with_a_summary_only_is_a_card():
    (found,) = read(rss(item(description="مجلس البلدة يقر الخطة &lt;b&gt;اليوم&lt;/b&gt;")))
    assert isinstance(found, PageRecord)
    (card,) = found.cards
    assert (card.kind, card.headline, card.teaser) == (LATEST, HEADLINE, "مجلس البلدة يقر الخطة اليوم")


def test_articles_and_cards_of_one_feed_keep_their_numbers():
    found = read(rss(item(paragraphs()), item(description="ملخص", title="خبر ثان"), item(paragraphs())))
    assert [one.first_line for one in found if isinstance(one, ArticleRecord)] == [1, 3]
    assert [card.first_line for card in found[-1].cards] == [2]


def test_the_blocks_of_an_entry():
    content = (
        f"<p>{SENTENCES[0]}</p><h3>مراحل العمل</h3>"
        '<figure><img src="a.jpg"/><figcaption>واجهة السوق (رويترز)</figcaption></figure>'
        f"{SENTENCES[1]}<br/><br/>{SENTENCES[2]}<p>شارك المقال</p>"
        f"<p>The post {HEADLINE} appeared first on النهر.</p>"
    )
    (found,) = read(rss(item(content)))
    assert found.blocks == (
        BlockRecord(PARAGRAPH, SENTENCES[0]),
        BlockRecord(SUBHEADING, "مراحل العمل"),
        BlockRecord(CAPTION, "واجهة السوق", "رويترز"),
        BlockRecord(PARAGRAPH, SENTENCES[1]),
        BlockRecord(PARAGRAPH, SENTENCES[2]),
    )


def atom(entry, encoding="utf-8"):
    feed = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة النهر</title><id>f</id><entry>{entry}</entry></feed>'
    )
    return feed.encode(encoding)


ATOM = (
    f'<id>tag:nahr.example,2025:12</id><title>{HEADLINE}</title><link href="https://nahr.example/local/12"/>'
    "<updated>2025-06-01T00:00:00Z</updated><author><name>سعاد منصور</name></author>"
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{paragraphs()}</div></content>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_atom(encoding):
    (found,) = read(atom(ATOM + "<published>2025-03-04T10:00:00Z</published>", encoding))
    assert (found.headline, texts(found)) == (HEADLINE, list(SENTENCES))
    assert (found.known.published, found.known.authors) == ("2025-03-04", ("سعاد منصور",))
    assert (found.known.url, found.known.outside_id) == ("https://nahr.example/local/12", "tag:nahr.example,2025:12")


def test_a_link_to_the_site_is_the_address_of_no_entry():
    for link, url in (("https://nahr.example/", ""), ("https://nahr.example/?p=7", "https://nahr.example/?p=7")):
        (found,) = read(rss(item(paragraphs(), link=link)))
        assert found.known.url == url


def test_lines_of_plain_text_are_paragraphs():
    content = f'<content type="text">{SENTENCES[0]}\n\nس &lt; ص\n{SENTENCES[1]}</content>'
    (found,) = read(atom(f"<title>{HEADLINE}</title>{content}"))
    assert texts(found) == [SENTENCES[0], "س < ص", SENTENCES[1]]


def test_the_date_of_a_change_is_not_the_date_of_publication():
    (found,) = read(atom(ATOM))
    assert found.known.published == ""


def test_rdf_and_the_first_versions_of_rss():
    encoded = f"<content:encoded><![CDATA[{paragraphs()}]]></content:encoded>"
    inner = f"<title>{HEADLINE}</title><link>https://nahr.example/local/12</link><dc:date>2025-03-04</dc:date>{encoded}"
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'{SPACES}><channel><title>صحيفة النهر</title></channel><item rdf:about="https://nahr.example/local/12">{inner}</item></rdf:RDF>'
    )
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd">'
    old = rss(f"<item>{inner}</item>").replace("?>", f"?>{doctype}", 1).replace('"2.0"', '"0.91"')
    for text in (rdf, old):
        (found,) = read(text)
        assert (found.headline, texts(found), found.known.published) == (HEADLINE, list(SENTENCES), "2025-03-04")


def test_windows_1256():
    text = rss(item(paragraphs())).replace("UTF-8", "windows-1256")
    (found,) = read(text.encode("cp1256"))
    assert texts(found) == list(SENTENCES)


def test_an_entry_without_a_title_is_passed_over():
    found = read(rss(item(paragraphs(), title=None), item(paragraphs())))
    assert found[0] == Skipped(1, "an entry without a title or a text")
    assert isinstance(found[1], ArticleRecord)


@pytest.mark.parametrize("data", [page().encode(), b"", b"title,body\n", b"{}", b'<?xml version="1.0"?><svg/>'])
def test_what_is_no_feed_is_not_recognised(data):
    assert not FEED.recognises(data, "a.xml")


def test_a_summary_that_is_the_whole_text_is_an_article():
    whole = paragraphs(*SENTENCES, *SENTENCES[:2]).replace("<", "&lt;")
    (found,) = read(rss(item(description=whole, pubDate="الثلاثاء 4 مارس 2025 10:30:00")))
    assert texts(found) == [*SENTENCES, *SENTENCES[:2]]
    assert found.known.published == "2025-03-04"


@pytest.mark.parametrize("end", ["…", "...", "[…]", " اقرأ المزيد"])
def test_a_summary_that_is_cut_is_none_however_long(end):
    (found,) = read(rss(item(description=" ".join(SENTENCES * 2) + end)))
    assert isinstance(found, PageRecord)


def test_the_oldest_rss():
    opening = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">'
    (found,) = read(f"{opening}<channel><title>النهر</title></channel>{item()}</rdf:RDF>")
    assert [card.headline for card in found.cards] == [HEADLINE]
