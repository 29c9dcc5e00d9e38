"""Which records of a crawl are articles, and how they come."""

import gzip
import io

import brotli
import pytest
import zstandard

from articles.corpus.formats.interface import Options
from articles.corpus.formats.warc import WARC
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.records import ArticleRecord, Rejection
from tests.corpus.formats.warc_files import HTML_TYPE, SITE, answer, read, write
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, meta, page, texts


@pytest.mark.parametrize("compressed", [False, True])
def test_each_page_is_an_article_with_the_address_it_was_found_at(compressed):
    found = read(write(answer("/local/1"), answer("/local/2"), compressed=compressed))
    assert [(one.headline, texts(one)) for one in found] == [(HEADLINE, list(SENTENCES))] * 2
    assert [one.known.url for one in found] == [f"{SITE}/local/1", f"{SITE}/local/2"]
    assert [(one.first_line, one.last_line) for one in found] == [(1, 1), (2, 2)]


def test_the_date_of_capture_is_no_date_of_publication():
    (found,) = read(write(answer("/local/1")))
    assert found.known.published == ""


def test_an_address_of_the_page_itself_on_the_same_site_is_taken():
    body = page(head='<link rel="canonical" href="/local/1">').encode()
    (found,) = read(write(answer("/local/1?utm_source=letter", body)))
    assert found.known.url == f"{SITE}/local/1"


@pytest.mark.parametrize("canonical", ["https://elsewhere.example/local/1", f"{SITE}/", "javascript:alert(1)"])
def test_an_address_that_cannot_be_the_page_s_own_is_not(canonical):
    body = page(head=f'<link rel="canonical" href="{canonical}">').encode()
    (found,) = read(write(answer("/local/1", body)))
    assert found.known.url == f"{SITE}/local/1"


def chunked(data):
    cut = len(data) // 2
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:cut], data[cut:])) + b"0\r\n\r\n"


TRANSFERS = {
    "plain": (page().encode(), ()),
    "gzip": (gzip.compress(page().encode()), (("Content-Encoding", "gzip"),)),
    "brotli": (brotli.compress(page().encode()), (("Content-Encoding", "br"),)),
    "zstandard": (zstandard.compress(page().encode()), (("Content-Encoding", "zstd"),)),
    "already unpacked": (page().encode(), (("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))),
    "names in capitals": (
        chunked(gzip.compress(page().encode())),
        (("TRANSFER-ENCODING", "Chunked"), ("CONTENT-ENCODING", "GZIP")),
    ),
    "chunked": (chunked(page().encode()), (("Transfer-Encoding", "chunked"),)),
    "chunked brotli": (
        chunked(brotli.compress(page().encode())),
        (("Transfer-Encoding", "chunked"), ("Content-Encoding", "br")),
    ),
}


@pytest.mark.parametrize("name", TRANSFERS)
def test_pages_are_read_as_they_were_transferred(name):
    body, headers = TRANSFERS[name]
    (found,) = read(write(answer("/local/1", body, headers=(HTML_TYPE, *headers))))
    assert texts(found) == list(SENTENCES)


def test_the_charset_of_the_server_is_heeded():
    headers = (("Content-Type", "text/html; charset=windows-1256"),)
    (found,) = read(write(answer("/local/1", page().encode("cp1256"), headers=headers)))
    assert texts(found) == list(SENTENCES)


def test_a_resource_is_a_page_too():
    (found,) = read(write(answer("/local/1", kind="resource")))
    assert found.headline == HEADLINE


def test_html_without_a_type_is_sniffed():
    (found,) = read(write(answer("/local/1", headers=(("Content-Type", "application/octet-stream"),))))
    assert isinstance(found, ArticleRecord)


SKIPPED = {
    "an answer that is not 200": answer("/x", status="404 Not Found"),
    "not HTML": answer("/x.png", b"\x89PNG", headers=(("Content-Type", "image/png"),)),
    "a request record": answer("/x", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
    "a metadata record": answer("/x", b"via: nothing", kind="metadata"),
    "a warcinfo record": lambda writer: writer.create_warcinfo_record("a.warc", {"software": "none"}),
    "a revisit record": lambda writer: writer.create_revisit_record(
        f"{SITE}/x", "sha1:A", f"{SITE}/y", "2025-01-01T00:00:00Z"
    ),
    "too little text": answer("/about", page("<h1>من نحن</h1><p>صحيفة يومية.</p>").encode()),
    "a home page": answer("/", page(f"<main><h1>النهر</h1><p>{'</p><p>'.join(SENTENCES)}</p></main>").encode()),
}


@pytest.mark.parametrize("reason", SKIPPED)
def test_what_is_no_article_is_passed_over_with_a_reason(reason):
    found = read(write(SKIPPED[reason], answer("/local/1", page(head=meta(og__type="article")).encode())))
    assert found[0] == Skipped(1, reason)
    assert isinstance(found[1], ArticleRecord)


def test_an_unknown_compression_is_rejected():
    (found,) = read(write(answer("/x", b"x", headers=(HTML_TYPE, ("Content-Encoding", "compress")))))
    assert isinstance(found, Rejection)
    assert "compress" in found.reason


def test_crawls_are_recognised_by_their_first_bytes():
    assert WARC.recognises(write(answer("/local/1")), "no-ending")
    assert not WARC.recognises(page().encode(), "page.warc")


def test_a_crawl_is_read_record_by_record():
    class Counted(io.BytesIO):
        taken = 0

        def read(self, size=-1):
            data = super().read(size)
            self.taken += len(data)
            return data

    filler = answer("/x.png", b"x" * 1_000_000, headers=(("Content-Type", "image/png"),))
    stream = Counted(write(answer("/local/1"), *[filler] * 10))
    assert isinstance(next(WARC.read(stream, "a.warc", Options())), ArticleRecord)
    assert stream.taken < 2_000_000
