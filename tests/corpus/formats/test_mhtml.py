"""Pages saved with their pictures in one file."""

import base64
import io
import quopri

import pytest

from articles.corpus.formats.detection import detect
from articles.corpus.formats.interface import Options, Unreadable
from articles.corpus.formats.mhtml import MHTML
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, page, texts

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://nahr.example/local/12\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_B"\r\n\r\n'
)
PICTURE = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def saved(*parts, head=HEAD):
    return (head + "".join(f"----=_B\r\n{part}\r\n" for part in parts) + "----=_B--\r\n").encode()


def html(how, data):
    return f"Content-Type: text/html\r\nContent-Transfer-Encoding: {how}\r\n\r\n{data}"


def read(data):
    return list(MHTML.read(io.BytesIO(data), "a.mhtml", Options()))


QUOTED = html("quoted-printable", quopri.encodestring(page().encode()).decode())


@pytest.mark.parametrize("part", [QUOTED, html("base64", base64.encodebytes(page().encode()).decode())])
def test_the_article_of_the_page(part):
    assert detect(saved(PICTURE, part), "saved.txt") is MHTML
    (article,) = read(saved(PICTURE, part))
    assert (article.headline, texts(article)) == (HEADLINE, list(SENTENCES))
    assert article.known.url == "https://nahr.example/local/12"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (saved(PICTURE), "no page among its parts"),
        (saved(QUOTED, head="Content-Type: multipart/related\r\n\r\n"), "no border"),
        (b"X: " + b"x" * 200_000, "a header without an end"),
        (saved(html("8bit", "<p>\r\n" * 9_000_000)), "more than"),
    ],
)
def test_what_is_no_page_is_refused(data, reason):
    with pytest.raises(Unreadable, match=reason):
        read(data)


def test_a_letter_and_a_page_with_its_headline_and_colon_are_none():
    assert detect(b"From: a\r\nContent-Type: text/plain\r\n\r\nx", "a.txt") is not MHTML
    assert detect(f"عاجل: {HEADLINE}\n\n{SENTENCES[0]}".encode(), "a.txt") is not MHTML
