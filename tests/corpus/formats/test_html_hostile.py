"""Pages made to harm: refused or harmless, never an exception of another kind, never slow."""

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.corpus.formats.html import HTML
from articles.corpus.formats.interface import Options, Unreadable
from articles.corpus.records import ArticleRecord
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, json_ld, page, paragraphs, read, read_one, texts
from tests.effort import examples

LONGEST = 20  # seconds; far above what is needed, far below what these pages would take unbounded


def outcome(data):
    """What comes of hostile bytes: records, or the reason of the refusal."""
    try:
        return read(data)
    except Unreadable as refused:
        return refused.reason


def test_scripts_styles_and_handlers_are_no_text():
    body = f"<article><h1>{HEADLINE}</h1>{paragraphs()}<script>alert('سرقة')</script><style>p{{}}</style></article>"
    found = read_one(page(body.replace("<p>", '<p onclick="alert(1)">')))
    assert texts(found) == list(SENTENCES)
    assert "alert" not in repr(found)


@pytest.mark.parametrize(
    "tag",
    [
        f'<div style="{"top: 0; " * 6000}">',  # one attribute, full of spaces
        f"<div data-x='{'{&quot;a&quot;: 1} ' * 6000}'>",
        '<div class="share" "="">',  # a quotation mark too many, as careless templates leave it
    ],
)
def test_long_values_and_stray_quotation_marks_are_not_many_attributes(tag):
    body = f"<article><h1>{HEADLINE}</h1>{tag}</div>{paragraphs()}</article>"
    found = read_one(page(body + '<p class="' + 'x" data-y="' * 3000 + '"></p>'))
    assert texts(found) == list(SENTENCES)


@pytest.mark.parametrize("opening", ["<a x' ", '<a x=y="', '<a t="foo x="', '<a ="'])
def test_attributes_cannot_hide_behind_quotation_marks(opening):
    assert "5,000 attributes" in outcome(page(opening + "b " * 20_000 + "'\">"))


def test_controls_and_direction_overrides_are_dropped():
    turned = SENTENCES[0].replace("السوق", "\u202eالسوق\u202c\x07\u2066\u0000", 1)
    news = {"@type": "NewsArticle", "headline": f"{HEADLINE}\u202e\x1bسر", "author": "سعاد\u202e منصور"}
    head = json_ld(news).replace("سر", r"\ud800\u0000")
    found = read_one(page(f"<article>{paragraphs(turned, *SENTENCES[1:])}</article>", head))
    assert (found.headline, found.known.authors) == (HEADLINE, ("سعاد منصور",))
    assert texts(found) == list(SENTENCES)


def test_a_page_beyond_the_bounds_is_refused_with_the_reason():
    assert "larger" in outcome(b"<html>" + b" " * (50 * 1024 * 1024))


def test_a_file_is_not_read_beyond_the_bounds():
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size=-1):
            assert size > 0
            self.taken += size
            return b" " * size

    stream = Endless()
    with pytest.raises(Unreadable):
        list(HTML.read(stream, "a.html", Options()))
    assert stream.taken < 25 * 1024 * 1024


SHAPES = {
    "divisions in divisions": page("<div>" * 100_000 + paragraphs()),
    "too many elements": page("<b>نص</b>" * 30_000),
    "many elements": page("<div><div>نص الخبر</div></div>" * 9_000),
    "many attributes": page("<div " + " ".join(f"a{n}=x" for n in range(30_000)) + ">" + paragraphs()),
    "deep JSON": page(head='<script type="application/ld+json">' + "[" * 200_000 + "</script>"),
    "a million tags": page(head=json_ld({"@type": "NewsArticle", "keywords": ["وسم"] * 100_000})),
    "open quotes": "<a \"'" * 100_000,
    "a table in a table": page("<table><tr><td>" * 5_000 + paragraphs()),
    "one long word": page(f"<p>{'ا' * 2_000_000}</p>"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_is_slow(shape):
    begun = time.process_time()
    outcome(SHAPES[shape].encode())
    assert time.process_time() - begun < LONGEST


def test_an_element_of_endless_attributes_is_refused():
    assert "attributes" in outcome(SHAPES["many attributes"].encode())


def test_a_thousand_attributes_of_data_are_no_attack():
    body = f"<article data-x='{{\"a\": 1}}{' ' * 8_000}'><h1>{HEADLINE}</h1>{paragraphs()}</article>"
    assert isinstance(read_one(page(body)), ArticleRecord)


MARKUP = st.text(alphabet="<>/=\"'&;![]-{}:#@ aبpdivht1\x00\u202e\ud800\n", max_size=300)


@settings(max_examples=examples(50))
@given(st.one_of(st.binary(max_size=400), MARKUP.map(lambda text: page(text, text).encode("utf-8", "surrogatepass"))))
def test_no_bytes_raise_anything_but_unreadable(data):
    outcome(data)
    HTML.recognises(data, "any")
