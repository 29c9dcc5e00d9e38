"""A manifest says of dumps what their pages do not."""

from pathlib import Path

import pytest

from articles.importing.dumps import DumpFacts
from articles.importing.manifest import UnreadableManifest, read_manifest


@pytest.fixture
def manifest(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "manifest.csv"
        path.write_bytes(text.encode(encoding))
        return read_manifest(path)

    return write


def reasons(manifest):
    return [(rejection.line, rejection.reason) for rejection in manifest.rejections]


def test_a_row_gives_source_address_date_and_tags(manifest):
    found = manifest(
        "file,source,url,published,tags\na.txt,صحيفة النهر,https://example.org/1,2025-03,سوريا| داعش |سوريا\n"
    )
    assert found.of(found.folder / "a.txt") == DumpFacts(
        "صحيفة النهر", "2025-03", "https://example.org/1", ("سوريا", "داعش")
    )


def test_columns_may_be_absent_and_stand_in_any_order(manifest):
    found = manifest("tags,file\nالعراق,a.txt\n")
    assert found.of(Path("a.txt")).tags == ("العراق",)


def test_a_file_in_a_folder_below_is_named_by_its_path_or_its_name(manifest):
    found = manifest("file,source\nold/a.txt,صحيفة النهر\n")
    assert found.of(found.folder / "old" / "a.txt").source == "صحيفة النهر"
    assert found.of(found.folder / "new" / "a.txt") is None


def test_a_byte_order_mark_is_no_part_of_the_first_column(manifest):
    assert manifest("file,source\na.txt,النهر\n", "utf-8-sig").of(Path("a.txt")).source == "النهر"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a.txt,,ftp://example.org,,", "url"),
        ("a.txt,,,2025-13,", "published"),
        ("a.txt,,,next week,", "published"),
        (",النهر,,,", "not named"),
        (f"a.txt,,,,{'و' * 201}", "longer than"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(manifest, row, said):
    found = manifest(f"file,source,url,published,tags\nb.txt,,,,\n{row}\n")
    [(line, reason)] = reasons(found)
    assert line == 3
    assert said in reason


def test_a_file_named_twice_is_refused_the_second_time(manifest):
    found = manifest("file,source\na.txt,النهر\na.txt,الجبل\n")
    assert found.of(Path("a.txt")).source == "النهر"
    assert reasons(found) == [(3, "a.txt is named twice; the first row counts")]


@pytest.mark.parametrize("text", ["", "name,source\na.txt,x\n", '"file\n'])
def test_what_is_no_manifest_is_refused_whole(manifest, text):
    with pytest.raises(UnreadableManifest):
        manifest(text)


def test_another_encoding_is_refused_whole(manifest):
    with pytest.raises(UnreadableManifest, match="UTF-8"):
        manifest("file,source\na.txt,صحيفة النهر\n", "windows-1256")
