"""What a search found, as files: the very articles of the page, in its order, whatever happens meanwhile."""

import csv
import io
import json
import zipfile
from datetime import date

import feedparser
import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Author, Source, Tag
from articles.search.outbox import apply_changes
from articles.views.cited import facts_of
from articles.views.taken_articles import read_facts
from tests.pages.reading import headlines
from tests.search.archive import add, add_tag
from tests.search.conftest import index_folder  # noqa: F401


@pytest.fixture
def indexed(db):
    """Fifteen articles of two sources, three of them on fishing."""
    sea = add_tag("صيد الأسماك")
    for number in range(12):
        add(f"خبر عن الطرق {number}", "رُصفت الطريق الجبلية.", day=date(2025, 1, 1 + number), source="وكالة السهل")
    for number in range(3):
        add(
            f"عودة الصيادين {number}",
            "عاد الصيادون إلى الميناء بعد العاصفة.",
            day=date(2024, 3, 3 + number),
            source="صحيفة المرفأ",
            tags=[sea],
        )
    apply_changes()


def content(response) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def rows(client, question: str, language: str = "") -> list[dict]:
    text = content(client.get(f"{language}/search/export.csv{question}")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def on_screen(client, question: str) -> list[str]:
    """The headlines of both pages of a search; of one that has a single page that one."""
    first, second = (headlines(client.get(f"/search/{question}&page={page}")) for page in (1, 2))
    return first if first == second else first + second


QUESTIONS = [
    "?q=الطريق",
    "?q=الصيادون&level=exact",
    "?sort=oldest",
    "?sort=source",
    "?year=2025",
    "?year=-2025",
    "?date=2025-01-03..2025-01-05",
    "?q=عاصفة+-زلزال&sort=newest",
    "?source=424242",
    "?q=الطريق&sort=length",
    "?q=لاشيء",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_export_is_what_the_pages_show(client, indexed, question):
    assert [row["headline"] for row in rows(client, question)] == on_screen(client, question)


@pytest.mark.parametrize("question", ["", "?q=الصيادون", "?q=لاشيء"])
def test_all_formats_have_the_same_articles(client, indexed, question):
    numbers = [row["id"] for row in rows(client, question)]
    lines = content(client.get(f"/search/export.jsonl{question}")).decode().splitlines()
    assert [str(json.loads(line)["id"]) for line in lines] == numbers
    ris = content(client.get(f"/search/export.ris{question}")).decode()
    assert [line[6:].removeprefix("newsarchive") for line in ris.splitlines() if line.startswith("ID")] == numbers
    bib = content(client.get(f"/search/export.bib{question}")).decode()
    assert [part.partition(",")[0] for part in bib.split("@article{newsarchive")[1:]] == numbers
    sheet = openpyxl.load_workbook(io.BytesIO(content(client.get(f"/search/export.xlsx{question}")))).active
    assert [str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)] == numbers
    texts = zipfile.ZipFile(io.BytesIO(content(client.get(f"/search/export.zip{question}")))).namelist()
    assert [name.rpartition("_")[2].removesuffix(".txt") for name in texts[:-1]] == numbers


def test_a_workbook_for_people_is_in_their_language(client, indexed):
    arabic = openpyxl.load_workbook(io.BytesIO(content(client.get("/search/export.xlsx")))).active
    english = openpyxl.load_workbook(io.BytesIO(content(client.get("/en/search/export.xlsx")))).active
    assert arabic["B1"].value == "العنوان"
    assert english["B1"].value == "Headline"
    assert arabic.sheet_view.rightToLeft
    assert not english.sheet_view.rightToLeft


def test_the_name_of_a_file_is_told_in_any_script_and_cannot_break_out(client, indexed):
    header = client.get("/search/export.csv", {"q": 'صيد"; filename="../x\r\nSet-Cookie: a=b'}).headers
    assert header["Content-Type"] == "text/csv; charset=utf-8"
    disposition = header["Content-Disposition"]
    assert disposition.isascii()
    assert disposition.count('"') == 2
    assert "filename*=UTF-8''" in disposition
    assert "%D8%B5%D9%8A%D8%AF-filename-x-Set-Cookie-a-b" in disposition
    assert header["Cache-Control"] == "no-store"


def test_an_article_deleted_after_it_was_indexed_is_told(client, indexed):
    gone = Article.objects.filter(headline__startswith="عودة").order_by("pk")[1]
    pk = gone.pk
    gone.delete()
    found = rows(client, "?q=الصيادون&sort=oldest")
    assert [row["status"] for row in found] == ["published", "gone", "published"]
    assert found[1]["id"] == str(pk)
    assert found[1]["headline"] == ""


def test_nothing_of_a_withdrawn_article_is_told(client, indexed):
    Article.objects.filter(headline="عودة الصيادين 1").update(status="withdrawn")
    for kind in ("csv", "jsonl", "ris", "bib"):
        assert "عودة الصيادين 1" not in content(client.get(f"/search/export.{kind}?q=الصيادون")).decode()


def test_an_export_is_of_the_index_as_it_was_asked(client, indexed):
    response = client.get("/search/export.csv?q=الصيادون")
    add("الصيادون من جديد", "عاد الصيادون مرة أخرى.", source="صحيفة المرفأ")
    apply_changes()
    assert content(response).decode().count("\r\n") == 1 + 3
    assert len(rows(client, "?q=الصيادون")) == 4


def test_queries_to_the_database_grow_with_chunks_alone(client, indexed):
    costs = []
    for question in ("?q=الصيادون", "?q=الطريق"):
        with CaptureQueriesContext(connection) as queries:
            content(client.get(f"/search/export.jsonl{question}"))
        costs.append(len(queries))
    assert costs[0] == costs[1] < 20


def test_without_an_index_the_page_says_so(client, db):
    assert client.get("/search/export.csv").status_code == 503
    assert client.get("/search/feed.atom").status_code == 503


def test_other_formats_and_methods_are_refused(client, indexed):
    assert client.get("/search/export.exe").status_code == 404
    assert client.post("/search/export.csv").status_code == 405
    assert b"".join(client.head("/search/export.csv").streaming_content) == b""


def test_a_search_has_a_feed_newest_first(client, indexed):
    response = client.get("/search/feed.atom?q=الصيادون&sort=oldest")
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == [f"عودة الصيادين {number}" for number in (2, 1, 0)]
    assert feed.feed.title.startswith("الصيادون")
    assert feedparser.parse(client.get("/search/feed.atom?page=9").content).entries
    again = client.get("/search/feed.atom?q=الصيادون&sort=oldest", HTTP_IF_NONE_MATCH=response.headers["ETag"])
    assert again.status_code == 304


def test_a_feed_tells_of_what_was_indexed_since(client, indexed):
    etag = client.get("/search/feed.atom?q=الصيادون").headers["ETag"]
    add("الصيادون من جديد", "عاد الصيادون.", day=date(2026, 2, 2))
    apply_changes()
    response = client.get("/search/feed.atom?q=الصيادون", HTTP_IF_NONE_MATCH=etag)
    assert feedparser.parse(response.content).entries[0].title == "الصيادون من جديد"


@pytest.mark.parametrize(
    "question",
    [
        "?q=%00",
        "?q=" + "(" * 900,
        "?date=9999999",
        "?source=-",
        "?not=" + "%FF" * 40,
        "?page=-1",
        "?q=%ED%A0%80",
        "?=&&&",
    ],
)
def test_hostile_parameters_are_no_errors(client, indexed, question):
    assert client.get(f"/search/feed.atom{question}").status_code == 200
    content(client.get(f"/search/export.csv{question}"))


def test_filters_of_an_export_name_rows_of_the_archive(client, indexed):
    source = Source.objects.get(name="صحيفة المرفأ")
    assert len(rows(client, f"?source={source.pk}")) == 3
    assert len(rows(client, f"?source=-{source.pk}")) == 12


def test_what_is_taken_away_of_many_is_what_is_cited_of_each(archive):
    """Names in two languages, a desk and a person, a tag without an Arabic label, an article without any."""
    archive.authors.set([Author.objects.create(name="ياسمين عمر"), Author.objects.create(name="المكتب", kind="desk")])
    archive.tags.add(Tag.objects.create(label_en="Harvest", kind="topic"))
    Article.objects.create(headline="بلا شيء", text_digest="none")
    facts = read_facts(list(Article.objects.values_list("pk", flat=True)), "https://archive.example")
    assert facts == {row.pk: facts_of(row, "https://archive.example") for row in Article.objects.all()}
