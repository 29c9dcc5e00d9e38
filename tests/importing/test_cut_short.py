"""Compressed files that end early, as downloads do: what stands before the end is imported, the rest is told of."""

import gzip
import io
import json
import lzma
import tarfile
import zipfile

import pytest
import zstandard

from articles.models import Article, Dump, Refusal
from tests.corpus.formats.warc_files import answer, write
from tests.corpus.formats.web_pages import HEADLINE, page, paragraphs
from tests.importing.commands import import_dump
from tests.importing.test_streams import record

pytestmark = pytest.mark.django_db

RECORDS = [record(number) for number in range(60)]
LINES = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in RECORDS).encode()
TABLE = ("title,text,url\n" + "".join(f'{r["title"]},"{r["content"]}",{r["link"]}\n' for r in RECORDS)).encode()
CRAWL = b"".join(
    write(answer(f"/{n}", page(f"<article><h1>{HEADLINE} {n}</h1>{paragraphs()}</article>").encode()), compressed=True)
    for n in range(10, 14)
)


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress])
@pytest.mark.parametrize("data", [LINES, json.dumps(RECORDS).encode(), TABLE], ids=["lines", "list", "table"])
def test_records_before_the_end_are_in(tmp_path, data, compress):
    path = tmp_path / "saved.gz"
    path.write_bytes(compress(data)[:-300])
    said = import_dump(path, status=1)
    assert "cut short" in said
    assert 30 < Article.objects.count() < 60
    assert Dump.objects.get().is_complete
    path.write_bytes(compress(data))
    import_dump(path)
    assert Article.objects.count() == 60


def test_pages_of_a_crawl_before_the_end_are_in(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(CRAWL[:-400])
    import_dump(path, status=1)
    assert Article.objects.count() == 3
    assert "after" in Refusal.objects.get().reason


def test_a_member_that_an_archive_breaks_off_in(tmp_path):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("lines.jsonl")
        member.size = len(LINES)
        archive.addfile(member, io.BytesIO(LINES))
    path = tmp_path / "saved.tar"
    path.write_bytes(out.getvalue()[:20_000])
    import_dump(path, status=1)
    assert 0 < Article.objects.count() < 60


def test_what_says_nothing_before_its_end_is_refused(tmp_path):
    path = tmp_path / "page.txt.zst"
    path.write_bytes(zstandard.compress(RECORDS[0]["content"].encode())[:-10])
    import_dump(path, status=1)
    assert not Dump.objects.exists()


def test_a_member_whose_sum_is_wrong_is_refused(tmp_path):
    path = tmp_path / "saved.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lines.jsonl", LINES)
    path.write_bytes(path.read_bytes().replace(b'"id": 7', b'"id": 8', 1))
    import_dump(path, status=1)
    assert not Article.objects.exists()
