"""Crawls of a newspaper that does not exist, written by warcio."""

import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from articles.corpus.formats.interface import Options
from articles.corpus.formats.warc import WARC
from tests.corpus.formats.web_pages import page

SITE = "https://nahr.example"
HTML_TYPE = ("Content-Type", "text/html; charset=utf-8")


class _Writer(WARCWriter):
    """Keeps what it writes in memory; warcio leaves temporary files open."""

    def _create_temp_file(self):
        return io.BytesIO()


def write(*records, compressed=False):
    """A WARC file of these records: functions of the writer, as `answer` gives them."""
    out = io.BytesIO()
    writer = _Writer(out, gzip=compressed)
    for record in records:
        writer.write_record(record(writer))
    return out.getvalue()


def answer(path, body=None, status="200 OK", headers=(HTML_TYPE,), kind="response"):
    """A record of what a server answered."""
    data = page().encode() if body is None else body
    http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if kind == "response" else None
    named = {"warc_content_type": headers[0][1]} if kind == "resource" else {}
    return lambda writer: writer.create_warc_record(
        SITE + path, kind, payload=io.BytesIO(data), http_headers=http, **named
    )


def read(data):
    return list(WARC.read(io.BytesIO(data), "a.warc", Options()))
