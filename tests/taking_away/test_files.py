"""JSON Lines, references and texts, as others read them."""

import io
import json
import struct
import zipfile
from datetime import UTC, date, datetime

import bibtexparser
import rispy

from articles.citing.facts import CitedArticle, Name
from articles.taking_away.articles import ArticleText, Gone
from articles.taking_away.jsonl_file import jsonl_file
from articles.taking_away.reference_files import bibtex_file, ris_file
from articles.taking_away.zip_file import zip_file
from articles.taking_away.zip_stream import central, end, zip_stream

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)


def article(number: int, **facts) -> CitedArticle:
    parts = {"headline": f"خبر {number}", "authors": (Name("ليلى الخطيب"),)} | facts
    return CitedArticle(number=number, address=f"https://archive.example/articles/{number}/", **parts)


def text(number: int, *parts: str, **facts) -> ArticleText:
    return ArticleText(article(number, **facts), parts, "ليلى الخطيب، «خبر».")


def read_zip(*articles) -> zipfile.ZipFile:
    data = b"".join(zip_file(articles, made_at=NOW))
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return archive


def test_json_lines_are_an_object_a_line_and_tell_what_is_gone():
    data = b"".join(jsonl_file([{"id": 1, "headline": "خبر\nفي سطرين \u2028 \ud800"}, Gone(2)]))
    first, second = (json.loads(line) for line in data.decode().removesuffix("\n").split("\n"))
    assert first == {"id": 1, "headline": "خبر\nفي سطرين \u2028 ?"}
    assert second == {"id": 2, "status": "gone"}


def test_ris_is_read_by_others():
    records = rispy.loads(b"".join(ris_file([article(1), Gone(2), article(3)], accessed=DAY)).decode())
    assert [record["title"] for record in records] == ["خبر 1", "خبر 3"]
    assert records[0]["authors"] == ["ليلى الخطيب"]


def test_bibtex_is_read_by_others_and_tells_what_is_gone():
    data = b"".join(bibtex_file([article(1), Gone(2), article(3)], accessed=DAY)).decode()
    library = bibtexparser.parse_string(data)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["newsarchive1", "newsarchive3"]
    assert "2" in library.comments[0].comment


def test_texts_are_files_with_a_table_of_all():
    archive = read_zip(
        text(1, "عنوان", "فقرة أولى", published="2026-01-20"), Gone(2), text(3, "آخر", published="/1999")
    )
    assert archive.namelist() == ["texts/2026-01-20_1.txt", "texts/undated_3.txt", "articles.csv"]
    assert archive.read("texts/2026-01-20_1.txt").decode() == "عنوان\n\nفقرة أولى\n\n—\n\nليلى الخطيب، «خبر».\n"
    table = archive.read("articles.csv").decode("utf-8-sig").splitlines()
    assert [line.rpartition(",")[2] for line in table] == ["file", "texts/2026-01-20_1.txt", "", "texts/undated_3.txt"]
    assert "gone" in table[2]


def test_a_date_that_is_a_path_names_no_folder():
    archive = read_zip(text(1, "أ", published="2026-01-20/../../etc"), text(2, "ب\ud800", published="../x"))
    assert archive.namelist()[:2] == ["texts/2026-01-20_1.txt", "texts/undated_2.txt"]


def test_no_texts_are_a_table_without_lines():
    assert read_zip().namelist() == ["articles.csv"]


def test_a_long_table_goes_on_in_the_next(monkeypatch):
    monkeypatch.setattr("articles.taking_away.zip_file.TABLE_LINES", 2)
    archive = read_zip(*(text(number, "أ") for number in range(1, 6)))
    tables = [name for name in archive.namelist() if name.endswith(".csv")]
    assert tables == ["articles.csv", "articles-2.csv", "articles-3.csv"]
    assert [archive.read(name).decode().count("\r\n") for name in tables] == [3, 3, 2]


def test_more_files_than_sixteen_bits_count_are_read():
    data = b"".join(zip_stream(((f"{number}.txt", b"") for number in range(70_000)), made_at=NOW))
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert len(archive.namelist()) == 70_000
    assert archive.read("69999.txt") == b""


def test_what_stands_behind_four_gigabytes_has_its_place():
    line = central("ملف.txt".encode(), (0, 33, 0, 0, 0), 5_000_000_000)
    assert struct.unpack("<2HQ", line[-12:]) == (1, 8, 5_000_000_000)
    assert end(1, len(line), 5_000_000_100).startswith(b"PK\6\6")
