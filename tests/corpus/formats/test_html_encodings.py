"""The encodings in which pages are saved."""

import codecs

import pytest

from articles.corpus.formats.html import HTML
from articles.corpus.formats.web_decoding import decode_page
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, page, read_one, texts


def declared(charset):
    return page(
        head=f'<meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{HEADLINE}</title>'
    )


ENCODED = {
    "utf-8": page().encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + page().encode(),
    "windows-1256": declared("windows-1256").encode("cp1256"),
    "windows-1256, undeclared": page().encode("cp1256"),
    "windows-1256, declared as utf-8": declared("utf-8").encode("cp1256"),
    "windows-1256, declared as latin": declared("iso-8859-1").encode("cp1256"),
    "iso-8859-6": declared("iso-8859-6").encode("iso8859_6"),
    "utf-8, declared as windows-1256": declared("windows-1256").encode(),
    "utf-16 with a mark": page().encode("utf-16"),
    "utf-16, big end first": codecs.BOM_UTF16_BE + page().encode("utf-16-be"),
    "utf-16 without a mark": page().encode("utf-16-le"),
    "utf-16, big end first, without a mark": page().encode("utf-16-be"),
    "utf-16, declared as utf-8": declared("utf-8").encode("utf-16"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_a_page_is_read_in_its_encoding(name):
    data = ENCODED[name]
    found = read_one(data)
    assert (found.headline, texts(found)) == (HEADLINE, list(SENTENCES))
    assert HTML.recognises(data[:65_536], "without-an-ending")


def test_the_server_knows_better_than_the_page():
    assert SENTENCES[0] in decode_page(declared("utf-8").encode("cp1256"), "windows-1256")


def test_other_code_pages_are_not_taken_for_arabic():
    text = "<p>Über die Straße läuft täglich größerer Verkehr, schön für Händler und Gäste.</p>" * 5
    assert decode_page(text.encode("latin-1")).count("\ufffd") or decode_page(text.encode("latin-1"), "latin-1") == text


def test_one_broken_byte_does_not_cost_a_page():
    data = page().encode().replace(b"</article>", b"\xff</article>")
    assert texts(read_one(data))[:3] == list(SENTENCES[:3])


@pytest.mark.parametrize("name", ["utf-7", "rot13", "idna", "base64", "no-such-thing", "\x00"])
def test_a_declared_charset_that_is_none_does_no_harm(name):
    assert SENTENCES[0] in decode_page(page().encode(), name)
