"""`manage.py import_dump`: what an operator types, and what it answers to bad input."""

import io
import json
import os
import sys

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Dump, Tag
from tests.importing.pages import FLOOD, FLOOD_TEXT, MONDAY

PAGE = f"{FLOOD}\n\nثلاث قرى معزولة\n\nصنعاء - {FLOOD_TEXT[0]}\n\n{FLOOD_TEXT[1]}\n"
OTHER = f"موسم وفير للقمح\n\nتوقعات بمحصول أكبر\n\nدمشق - {MONDAY[0]}\n\n{FLOOD_TEXT[1]}\n"

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def run(*arguments, status=0):
    """What the command prints, on its two streams, once it has ended with this status."""
    out, err = io.StringIO(), io.StringIO()
    ended = 0
    try:
        call_command("import_dump", *map(str, arguments), "--no-index", stdout=out, stderr=err)
    except SystemExit as exit_:
        ended = exit_.code
    assert ended == status, err.getvalue()
    return out.getvalue(), err.getvalue()


def test_a_folder_is_imported_and_again_changes_nothing(folder):
    run(folder)
    assert Article.objects.count() == 2
    before = list(Article.objects.values())
    out, _ = run(folder)
    assert "2 already in the archive" in out
    assert list(Article.objects.values()) == before


def test_an_import_whose_output_nobody_reads_goes_on_to_its_end(folder, tmp_path):
    (folder / "c.txt").write_bytes(b"")
    report = tmp_path / "report.json"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed_pipe, pytest.raises(SystemExit) as ended:
        call_command(
            "import_dump", str(folder), "--no-index", "--report", str(report), stdout=closed_pipe, stderr=closed_pipe
        )
    assert ended.value.code == 1  # c.txt was refused
    assert json.loads(report.read_text())["totals"]["articles_added"] == 2


def test_the_source_is_that_of_all_articles(folder):
    run(folder, "--source", "صحيفة النهر")
    assert set(Article.objects.values_list("source__name", flat=True)) == {"صحيفة النهر"}


def test_a_folder_s_own_manifest_goes_before_the_source_of_the_command(folder):
    (folder / "manifest.csv").write_text(
        "file,source,url,published,tags\na.txt,صحيفة الجبل,https://example.org/a,2025-03-10,السيول|اليمن\n",
        encoding="utf-8",
    )
    run(folder, "--source", "صحيفة النهر")
    flood = Article.objects.get(headline=FLOOD)
    assert (flood.source.name, flood.published, flood.url) == ("صحيفة الجبل", "2025-03-10", "https://example.org/a")
    assert str(flood.published_from) == "2025-03-10"
    assert {str(tag) for tag in flood.tags.all()} == {"السيول", "اليمن"}
    assert Article.objects.exclude(pk=flood.pk).get().source.name == "صحيفة النهر"


def test_what_is_learnt_later_of_a_known_dump_is_added(folder):
    run(folder / "a.txt")
    out, _ = run(folder / "a.txt", "--source", "صحيفة النهر")
    assert "1 updated" in out
    assert Article.objects.get().source.name == "صحيفة النهر"
    _, err = run(folder / "a.txt", "--source", "صحيفة الجبل", status=1)
    assert "صحيفة النهر" in err


def test_a_dry_run_writes_nothing(folder):
    out, _ = run(folder, "--dry-run")
    assert "2 readable" in out
    assert not Dump.objects.exists()


def test_standard_input(folder, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    run("-")
    assert Article.objects.get().headline == FLOOD


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \n\t\n", "nothing but white space"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe" * 9, "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_rest_imported(folder, name, data, said):
    (folder / name).write_bytes(data)
    _, err = run(folder, status=1)
    assert name in err
    assert said in err
    assert Article.objects.count() == 2


def test_a_missing_path_is_refused_and_the_rest_imported(folder):
    _, err = run(folder / "none.txt", folder, status=1)
    assert "none.txt: no such file or folder" in err
    assert Article.objects.count() == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_refused(folder):
    closed = folder / "closed"
    closed.mkdir(mode=0)
    _, err = run(folder, status=1)
    assert "no permission" in err


def test_a_folder_that_cannot_be_listed_is_refused(folder, monkeypatch):
    (folder / "closed").mkdir()
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    _, err = run(folder, status=1)
    assert "closed: no permission to read it" in err
    assert Article.objects.count() == 2


def test_an_empty_folder_is_refused(tmp_path):
    _, err = run(tmp_path, status=1)
    assert "no files in this folder" in err


def test_what_is_no_file_in_a_folder_is_refused_and_not_waited_for(folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    _, err = run(folder, status=1)
    assert "pipe.txt: neither a file nor a folder" in err
    assert "gone.txt: neither a file nor a folder" in err
    assert Article.objects.count() == 2


def test_windows_1256_and_a_missing_last_line_end_are_read(folder):
    (folder / "a.txt").write_bytes(PAGE.rstrip().encode("windows-1256"))
    run(folder / "a.txt")
    assert Dump.objects.get().encoding == "windows-1256"
    assert Article.objects.get().headline == FLOOD


def test_the_report_tells_of_every_file(folder, tmp_path):
    (folder / "c.txt").write_bytes(b"")
    report = tmp_path / "report.json"
    run(folder, "--report", report, status=1)
    told = json.loads(report.read_text(encoding="utf-8"))
    assert told["totals"]["imported"] == 2
    assert told["totals"]["refused"] == 1
    by_name = {entry["path"].rsplit("/", 1)[1]: entry for entry in told["dumps"]}
    assert by_name["a.txt"]["status"] == "imported"
    assert by_name["a.txt"]["counts"]["articles"] == 1
    assert by_name["c.txt"]["status"] == "refused"
    assert by_name["c.txt"]["rejections"][0]["reason"]


def test_a_report_that_cannot_be_written_is_an_error(folder):
    with pytest.raises(CommandError, match="report cannot be written"):
        run(folder, "--report", folder / "none" / "report.json")


def test_a_manifest_that_is_none_stops_before_anything_is_imported(folder):
    with pytest.raises(CommandError, match="manifest"):
        run(folder, "--manifest", folder / "a.txt")
    assert not Dump.objects.exists()


def test_a_manifest_row_for_a_file_that_is_not_there_is_refused(folder):
    (folder / "manifest.csv").write_text("file,source\nnone.txt,النهر\n", encoding="utf-8")
    _, err = run(folder, status=1)
    assert "manifest.csv, line 2: names the file none.txt, which is not there" in err


def test_a_tag_of_a_manifest_finds_the_record_of_a_variant(folder):
    from articles.authorities import set_names

    tag = Tag.objects.create(label_ar="ترمب", label_en="Trump")
    set_names(tag, ["ترامب"])
    (folder / "manifest.csv").write_text("file,tags\na.txt,ترامب|trump\n", encoding="utf-8")
    run(folder)
    assert Article.objects.get(headline=FLOOD).tags.get() == tag


def test_a_file_of_which_nothing_was_taken_is_refused_and_read_again(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"kopf": FLOOD, "inhalt": FLOOD_TEXT[0]}), encoding="utf-8")
    out, _ = run(file, status=1)
    assert "0 imported, 0 already in the archive, 0 updated, 1 refused" in out
    run(file, "--map", "title=kopf,text=inhalt")
    assert Article.objects.get().headline == FLOOD
    assert "1 already in the archive" in run(file)[0]


def test_control_characters_of_a_file_name_do_not_reach_the_terminal(folder):
    (folder / "x\x1b[31m.txt").write_bytes(b"")
    _, err = run(folder, status=1)
    assert "\x1b" not in err


def test_what_was_refused_of_a_file_is_counted(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"title": "خبر", "text": "نص", "date": "أمس"}\n{broken}\n', encoding="utf-8")
    (tmp_path / "b.json.gz").write_bytes(b"\x1f\x8b\x08 cut short")
    out, err = run(tmp_path, status=1)
    assert "Refused of them: 2 pages, records or fields" in out
    assert "a.jsonl, line 2: not JSON" in err
