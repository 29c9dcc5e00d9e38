import json
import subprocess
import sys

import pytest

from articles.corpus.formats.detection import FORMATS, detect, expected, format_named, is_called_news
from tests.corpus.formats.reading import BODY
from tests.paths import REPO

ARTICLE = {"title": "خبر", "text": BODY}
EXPORT = {"id": 1, "headline": "خبر", "deck": None, "blocks": [], "provenance": []}
PAGE = f"خبر\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (json.dumps(ARTICLE) + "\n" + json.dumps(ARTICLE) + "\n", "jsonl"),
        (json.dumps(ARTICLE), "jsonl"),
        ("\n\n" + json.dumps(ARTICLE), "jsonl"),
        ('{"title": "x" broken}\n' + json.dumps(ARTICLE), "jsonl"),
        (json.dumps(ARTICLE | {"text": BODY * 3000}), "jsonl"),
        (json.dumps(ARTICLE, indent=2), "json"),
        (json.dumps([ARTICLE]), "json"),
        ("[]", "json"),
        (json.dumps({"articles": [ARTICLE]}), "json"),
        (json.dumps(EXPORT), "export"),
        (json.dumps([EXPORT]), "export"),
        (json.dumps(EXPORT | {"blocks": [{"text": BODY}] * 3000}), "export"),
        ("title,text\nخبر,نص\n", "csv"),
        ("id;headline;body\n1;خبر;نص\n", "csv"),
        ("title\ttext\nخبر\tنص\n", "tsv"),
        ("العنوان،النص\n", "page"),
        (PAGE, "page"),
        ("[تحديث] خبر\n\n" + PAGE, "page"),
        ("Title, which is a headline, and text\n" + PAGE, "page"),
    ],
)
def test_formats_are_known_by_content(text, name):
    assert detect(text.encode()[:65536], "saved.txt").name == name


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1256", "utf-8-sig"])
def test_in_every_encoding(encoding):
    assert detect("title,النص\nخبر,نص\n".encode(encoding), "a.csv").name == "csv"
    assert detect(json.dumps(ARTICLE, ensure_ascii=False).encode(encoding), "a").name == "jsonl"
    assert detect(PAGE.encode(encoding), "a.txt").name == "page"


def test_a_letter_that_the_head_cuts_in_two():
    for size in range(60, 70):
        assert detect((PAGE * 5).encode()[:size], "a.txt").name == "page"


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"\x89PNG\r\n\x1a\n\0\0", "a.txt"), (b"", "a.txt"), (PAGE.encode(), "notes.md"), (b"import os\n", "a.py")],
)
def test_what_is_no_known_format(data, name):
    assert detect(data, name) is None


def test_a_page_behind_a_compression_or_without_a_suffix():
    assert detect(PAGE.encode(), "archive.zip/2025/a.txt.gz").name == "page"
    assert detect(PAGE.encode(), "-").name == "page"


@pytest.mark.parametrize(
    ("name", "form"),
    [("A.CSV", "csv"), ("a.json.gz", "json"), ("a.arc", "warc"), ("a.xml", "feed"), ("notes.md", "page")],
)
def test_what_a_file_should_be_by_its_name(name, form):
    assert expected(name).name == form


@pytest.mark.parametrize(
    ("name", "is_so"), [("A.CSV", True), ("a.jsonl.zst", True), ("sitemap.xml", False), ("a.png", False)]
)
def test_what_is_news_by_its_name(name, is_so):
    assert is_called_news(name) is is_so


def test_formats_by_name():
    assert [format_named(known.name) for known in FORMATS] == list(FORMATS)
    with pytest.raises(ValueError, match="“pdf” is no format; these are: "):
        format_named("pdf")


def test_what_reads_the_web_is_not_loaded_for_files_of_records():
    code = (
        "import sys, articles.corpus.formats.detection; print({'trafilatura', 'feedparser', 'warcio'} & {*sys.modules})"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
