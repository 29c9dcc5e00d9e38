"""Feeds made to harm, and broken ones."""

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.corpus.formats.feeds import FEED
from articles.corpus.formats.interface import Options, Unreadable
from articles.corpus.records import ArticleRecord, Rejection
from tests.corpus.formats.test_feeds_entries import item, read, rss
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, paragraphs, texts


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        list(FEED.read(io.BytesIO(data), "a.xml", Options()))
    return refused.value.reason


LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
ENTITIES = {
    "a bomb": f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]>',
    "a file of this machine": '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE x [<!ENTITY % j SYSTEM "http://localhost:1/x"> %j;]>',
    "behind a comment": '<!-- <a> --><!DOCTYPE x [<!ENTITY j "ha">]>',
    "behind a bracket in quotes": '<!DOCTYPE x SYSTEM "a>b" [<!ENTITY j "ha">]>',
}


def test_signs_that_are_not_written_as_in_xml_cost_nothing():
    (found,) = read(rss(item(paragraphs(), title="سوق A&B &laquo;القديم&raquo;&nbsp;اليوم\x08")))
    assert isinstance(found, ArticleRecord)
    assert found.headline == "سوق A&B «القديم» اليوم"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ENTITIES)
def test_entities_are_refused_before_anything_is_read(name, encoding):
    text = rss(item(paragraphs(), title="&j;")).split("?>", 1)[1]
    assert name == "behind a bracket in quotes" or FEED.recognises(f"{ENTITIES[name]}{text}".encode(encoding), "a.xml")
    begun = time.process_time()
    assert "entities" in refusal(f"{ENTITIES[name]}{text}".encode(encoding))
    assert time.process_time() - begun < 1


def test_an_entity_that_an_article_writes_about_is_no_attack():
    (found,) = read(rss(item(f"<p>{SENTENCES[0]}</p><pre>&lt;!ENTITY a 'ha'&gt;</pre>")))
    assert texts(found) == [SENTENCES[0], "<!ENTITY a 'ha'>"]


def test_a_feed_that_is_the_name_of_a_file_opens_none(tmp_path):
    secret = tmp_path / "feed.xml"
    secret.write_text(rss(item(paragraphs())), encoding="utf-8")
    assert "not a feed" in refusal(str(secret).encode())


def test_scripts_controls_and_other_addresses_do_no_harm():
    content = f'<p onclick="x()">{SENTENCES[0]}\u202e</p><script>alert(1)</script>'
    (found,) = read(
        rss(item(content, link="javascript:alert(1)", title=f"{HEADLINE}\u202e&lt;script&gt;x&lt;/script&gt;"))
    )
    assert (found.headline, texts(found), found.known.url) == (HEADLINE, [SENTENCES[0]], "")


def test_a_feed_beyond_the_bounds_is_refused():
    assert "larger" in refusal(rss(item(paragraphs())).encode() + b" " * (21 * 1024 * 1024))


def test_a_feed_cut_short_gives_what_is_whole_and_says_so():
    whole = rss(*[item(paragraphs())] * 3)
    found = read(whole[: whole.rindex("<item>") + 40])
    assert next(one for one in found if isinstance(one, ArticleRecord)).headline == HEADLINE
    assert isinstance(found[-1], Rejection)
    assert "well-formed" in found[-1].reason


def test_deep_markup_in_an_entry_is_bounded():
    begun = time.process_time()
    found = read(rss(item("<div>" * 100_000), item("<b>x</b>" * 30_000), item(paragraphs())))
    assert time.process_time() - begun < 20
    assert any(isinstance(one, Rejection) and "elements" in one.reason for one in found)
    assert texts([one for one in found if isinstance(one, ArticleRecord)][-1]) == list(SENTENCES)


MARKUP = st.text(alphabet="<>/=\"'&;![]-?:# aبitemlnk1\x00\u202e\n", max_size=200)


@given(st.one_of(st.binary(max_size=300), MARKUP.map(lambda text: rss(item(text, title=text, pubDate=text)).encode())))
def test_no_bytes_raise_anything_but_unreadable(data):
    FEED.recognises(data, "any")
    try:
        list(FEED.read(io.BytesIO(data), "a.xml", Options()))
    except Unreadable:
        return
