"""Each format from a file to the export: what the file says of an article, the archive says too."""

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile

import pytest
import zstandard

from articles.models import Article, ImportRun
from tests.corpus.formats.warc_files import answer, write
from tests.corpus.formats.web_pages import HEADLINE, SENTENCES, json_ld, page, paragraphs
from tests.corpus.text_layers.texts import ARTICLE, TEXT, turned
from tests.importing.commands import export, import_dump
from tests.importing.pages import FLOOD, FLOOD_TEXT, MONDAY

pytestmark = pytest.mark.django_db

FOREIGN = {
    "title": FLOOD,
    "body": "\n\n".join(FLOOD_TEXT),
    "published_at": "20 يناير (كانون الثاني) 2026",
    "site": "صحيفة الجبل",
    "category": "محليات",
    "author": "سعاد منصور، كريم حسن",
    "url": "https://jabal.example/news/7",
    "keywords": ["سيول", "طرق"],
    "summary": "ثلاث قرى معزولة",
    "id": "jabal-7",
}
OTHER = {"title": "موسم وفير للقمح", "body": MONDAY[0], "date": "2026-01", "id": 12, "url": "https://nahr.example/12"}
MAPPED = {"Kopf": FLOOD, "inhalt": {"voll": FOREIGN["body"]}, "Tag": "2026-01-20", "title": "لا عنوان هنا"}
PAGE = f"{FLOOD}\n\nثلاث قرى معزولة\n\nصنعاء - {FLOOD_TEXT[0]}\n\n{FLOOD_TEXT[1]}\n"


def lines(*records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def table(*records, delimiter=","):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    for record in records:
        writer.writerow({name: "، ".join(v) if isinstance(v, list) else v for name, v in record.items()})
    return out.getvalue().encode()


def texts(item):
    return [block["text"] for block in item["blocks"]]


def check_flood(item):
    assert item["headline"] == FLOOD
    assert texts(item) == list(FLOOD_TEXT)
    assert item["published"] == "2026-01-20"
    assert (item["source"], item["section"]) == ("صحيفة الجبل", "محليات")
    assert item["authors"] == ["سعاد منصور", "كريم حسن"]
    assert item["url"] == "https://jabal.example/news/7"
    assert item["tags"] == ["سيول", "طرق"]
    assert item["deck"] == "ثلاث قرى معزولة"
    assert item["completeness"] == "whole"
    assert Article.objects.get(pk=item["id"]).outside_id == "jabal-7"


def check_both(name):
    flood, wheat = sorted(export(), key=lambda item: item["headline"] != FLOOD)
    check_flood(flood)
    assert (wheat["headline"], wheat["published"]) == (OTHER["title"], "2026-01")
    # The record of the first names its own source, that of the second none.
    assert wheat["source"] == "صحيفة النهر"
    assert wheat["url"] == "https://nahr.example/12"
    assert Article.objects.get(pk=wheat["id"]).outside_id == "12"
    assert [at["dump"] for at in flood["provenance"] + wheat["provenance"]] == [name] * 2


PADDED = {**dict.fromkeys(FOREIGN, ""), "title": OTHER["title"], "body": OTHER["body"], "published_at": "2026-01"}
PADDED |= {"id": "12", "url": OTHER["url"]}
RECORDS = {
    "foreign.jsonl": lines(FOREIGN, OTHER),
    "foreign.json": json.dumps([FOREIGN, OTHER], ensure_ascii=False, indent=1).encode(),
    "one-line.json": json.dumps([FOREIGN, OTHER]).encode(),
    "wrapped.json": json.dumps({"articles": [FOREIGN, OTHER]}).encode(),
    "foreign.csv": table(FOREIGN, PADDED),
    "semicolons.csv": table(FOREIGN, PADDED, delimiter=";"),
    "foreign.tsv": table(FOREIGN, PADDED, delimiter="\t"),
    "utf-16.csv": table(FOREIGN, PADDED).decode().encode("utf-16"),
    "windows-1256.csv": table(FOREIGN, PADDED).decode().encode("cp1256"),
    "packed.jsonl.gz": gzip.compress(lines(FOREIGN, OTHER)),
    "packed.jsonl.bz2": bz2.compress(lines(FOREIGN, OTHER)),
    "packed.jsonl.xz": lzma.compress(lines(FOREIGN, OTHER)),
    "packed.jsonl.zst": zstandard.compress(lines(FOREIGN, OTHER)),
    "name-without-meaning": lines(FOREIGN, OTHER),
}


@pytest.mark.parametrize("name", RECORDS)
def test_records_come_out_as_they_went_in(name, tmp_path):
    (tmp_path / name).write_bytes(RECORDS[name])
    import_dump(tmp_path / name, "--source", "صحيفة النهر")
    check_both(name)
    before = export()
    assert "1 already in the archive" in import_dump(tmp_path / name, "--source", "صحيفة النهر")
    assert export() == before


@pytest.mark.parametrize("name", RECORDS)
def test_records_are_found_in_a_folder_too(name, tmp_path):
    (tmp_path / name).write_bytes(RECORDS[name])
    import_dump(tmp_path, "--source", "صحيفة النهر")
    check_both(name)


def test_a_mapping_goes_before_known_names(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(MAPPED))
    import_dump(tmp_path / "a.jsonl", "--map", "title=kopf,text=inhalt.voll,date=Tag")
    (item,) = export()
    assert (item["headline"], texts(item), item["published"]) == (FLOOD, list(FLOOD_TEXT), "2026-01-20")


def test_a_format_is_forced(tmp_path):
    (tmp_path / "a.txt").write_bytes(table(FOREIGN, PADDED, delimiter="\t"))
    import_dump(tmp_path / "a.txt", "--format", "tsv", "--source", "صحيفة النهر")
    check_both("a.txt")


NEWS = {
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2026-01-20T09:00:00+03:00",
    "author": {"@type": "Person", "name": "سعاد منصور"},
    "publisher": {"@type": "Organization", "name": "صحيفة الجبل"},
    "keywords": ["أسواق", "تراث"],
    "articleSection": "محليات",
    "url": "https://nahr.example/local/12",
}
ENTRY = paragraphs()
RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صحيفة الجبل</title><link>https://nahr.example</link>'
    f"<item><title>{HEADLINE}</title><link>https://nahr.example/local/12</link><guid>nahr-12</guid>"
    "<dc:creator>سعاد منصور</dc:creator><category>أسواق</category><category>تراث</category>"
    "<pubDate>Tue, 20 Jan 2026 09:00:00 +0300</pubDate>"
    f"<content:encoded><![CDATA[{ENTRY}]]></content:encoded></item></channel></rss>"
)
ATOM = (
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة الجبل</title>'
    f"<id>urn:x</id><entry><title>{HEADLINE}</title><id>nahr-12</id>"
    '<link href="https://nahr.example/local/12"/><author><name>سعاد منصور</name></author>'
    '<category term="أسواق"/><category term="تراث"/><published>2026-01-20T09:00:00+03:00</published>'
    f'<content type="html"><![CDATA[{ENTRY}]]></content></entry></feed>'
)
WEB = {
    "page.html": page(head=json_ld(NEWS)).encode(),
    "page": page(head=json_ld(NEWS)).encode(),
    "crawl.warc": write(answer("/local/12", page(head=json_ld(NEWS)).encode()), answer("/picture", b"GIF89a")),
    "crawl.warc.gz": write(answer("/local/12", page(head=json_ld(NEWS)).encode()), compressed=True),
    "rss.xml": RSS.encode(),
    "atom.xml": ATOM.encode(),
}


@pytest.mark.parametrize("name", WEB)
def test_pages_crawls_and_feeds_come_out_as_they_went_in(name, tmp_path):
    (tmp_path / name).write_bytes(WEB[name])
    import_dump(tmp_path / name, "--source", "صحيفة النهر")
    (item,) = export()
    assert (item["headline"], texts(item)) == (HEADLINE, list(SENTENCES))
    assert item["published"] == "2026-01-20"
    assert (item["source"], item["authors"]) == ("صحيفة الجبل", ["سعاد منصور"])
    assert item["url"] == "https://nahr.example/local/12"
    assert set(item["tags"]) >= {"أسواق", "تراث"}
    assert "1 already in the archive" in import_dump(tmp_path / name)
    assert export() == [item]


def wacz(crawl):
    """A crawl as the archivists of the web exchange it: beside the records an index, pages, a description."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", '{"profile": "data-package", "wacz_version": "1.1.1"}')
        archive.writestr("archive/data.warc.gz", crawl)
        archive.writestr("indexes/index.cdx.gz", gzip.compress(b"example,nahr)/local/12 20260120 {}\n"))
        archive.writestr(
            "pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages"}\n{"url": "x", "title": "y"}\n'
        )
    return out.getvalue()


def test_a_wacz_gives_the_pages_of_its_crawl_only(tmp_path):
    crawl = write(
        answer("/local/12", page(head=json_ld(NEWS)).encode()), answer("/none", status="404 Not Found"), compressed=True
    )
    (tmp_path / "crawl.wacz").write_bytes(wacz(crawl))
    said = import_dump(tmp_path / "crawl.wacz")
    assert "1 whole articles" in said
    (item,) = export()
    assert item["headline"] == HEADLINE
    assert item["provenance"][0]["dump"] == "crawl.wacz/archive/data.warc.gz"


def test_saved_pages_that_are_no_articles_are_counted_and_left_out(tmp_path):
    (tmp_path / "article.html").write_bytes(WEB["page.html"])
    (tmp_path / "missing.html").write_text(page("<h1>الصفحة غير موجودة</h1>"), encoding="utf-8")
    said = import_dump(tmp_path)
    assert "1 pages that are no articles left out" in said
    assert [item["headline"] for item in export()] == [HEADLINE]


def test_a_text_layer_is_mended_on_its_way(tmp_path):
    (tmp_path / "a.txt").write_text(turned(TEXT), encoding="utf-8")
    (tmp_path / "b.jsonl").write_bytes(lines({"title": "خبر آخر", "text": turned(TEXT)}))
    said = import_dump(tmp_path)
    assert said.count("lam-alef turned round in") == 2
    page_dump, record = sorted(export(), key=lambda item: item["headline"] != ARTICLE[0])
    assert texts(page_dump) == list(ARTICLE[1:])
    assert texts(record) == list(ARTICLE)


def test_a_text_layer_in_doubt_is_for_review(tmp_path):
    (tmp_path / "a.txt").write_text(f"{turned(TEXT)}\n{TEXT}", encoding="utf-8")
    assert "left as it is" in import_dump(tmp_path)
    assert Article.objects.get().review == Article.Review.TEXT_LAYER


def test_what_a_page_dump_says_of_its_article_is_kept(tmp_path):
    dated = [FLOOD, "كتب: سعاد منصور", "تاريخ النشر: 20/1/2026 10:30", "شارك", *FLOOD_TEXT, "كلمات مفتاحية", "سيول"]
    (tmp_path / "a.txt").write_text("\n".join(dated), encoding="utf-8")
    import_dump(tmp_path)
    (item,) = export()
    assert (item["headline"], texts(item)) == (FLOOD, list(FLOOD_TEXT))
    assert (item["published"], item["authors"], item["tags"]) == ("2026-01-20", ["سعاد منصور"], ["سيول"])


MEMBERS = {
    "2026/a.txt": PAGE.encode(),
    "2026/b.jsonl.gz": gzip.compress(lines(OTHER)),
    "2026/c.html": WEB["page.html"],
    "README.md": "اقرأني".encode(),
    "manifest.csv": b"file,source\nnone.txt,x\n",
    "2026/.hidden.jsonl": lines(FOREIGN),
    ".git/d.txt": PAGE.encode(),
    "__MACOSX/a.txt": PAGE.encode(),
}
HEADLINES = {FLOOD, OTHER["title"], HEADLINE}


def zipped():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in MEMBERS.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(mode):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in MEMBERS.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


ARCHIVES = {
    "all.zip": zipped(),
    "all.tar": tarred("w"),
    "all.tar.gz": tarred("w:gz"),
    "all.tar.xz": tarred("w:xz"),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_archives_are_read_but_for_what_is_no_news_by_its_name(name, tmp_path):
    (tmp_path / name).write_bytes(ARCHIVES[name])
    said = import_dump(tmp_path / name)
    assert "3 imported" in said
    assert "5 passed over" in said
    assert {item["headline"] for item in export()} == HEADLINES
    assert {at["dump"] for item in export() for at in item["provenance"]} == {
        f"{name}/{member}" for member in list(MEMBERS)[:3]
    }
    before = export()
    assert "3 already in the archive" in import_dump(tmp_path / name)
    assert export() == before


def test_a_folder_of_all_kinds_is_one_import(tmp_path):
    for place, files in (("records", RECORDS), ("web", WEB), ("archives", ARCHIVES)):
        (tmp_path / place).mkdir()
        for name, data in files.items():
            (tmp_path / place / name).write_bytes(data)
    (tmp_path / "README.txt").write_text("اقرأني", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    import_dump(tmp_path, "--source", "صحيفة النهر")
    assert {item["headline"] for item in export()} == HEADLINES
    run = ImportRun.objects.get()
    assert (run.status, run.counts["refused"]) == ("finished", 0)
    before = export()
    import_dump(tmp_path, "--source", "صحيفة النهر")
    assert export() == before


def test_what_a_folder_calls_news_and_is_none_is_refused_with_its_reason(tmp_path):
    (tmp_path / "agency.jsonl").write_text(f"{{'title': '{FLOOD}', 'text': 'x'}}\n", encoding="utf-8")
    (tmp_path / "weather.csv").write_text("يوم,حرارة\n1,31\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("ملاحظات", encoding="utf-8")
    said = import_dump(tmp_path, status=1)
    assert f"{tmp_path}/agency.jsonl, line 1: not JSON" in said
    assert f"{tmp_path}/weather.csv, line 1: no column for the headline" in said
    assert "2 refused, 1 passed over" in said
