import bz2
import gzip
import io
import random
import struct
import zipfile

import pytest

from articles.corpus.containers import members
from tests.corpus.containers.reading import content, found_in, size_of

NEWS = "أعلنت الوزارة موعد الامتحانات.".encode() * 20


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def read(tmp_path):
    def written_and_read(data):
        path = tmp_path / "archive.bin"
        path.write_bytes(data)
        return found_in(path)

    return written_and_read


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_members_come_in_order(read, method):
    entries = [("ب/خبر.txt", NEWS), ("ا/خبر.txt", b"second"), ("empty.txt", b"")]
    assert read(zipped(entries, method)) == entries


def test_a_member_compressed_by_itself(read):
    assert read(zipped([("a.jsonl.gz", gzip.compress(NEWS))])) == [("a.jsonl.gz", NEWS)]


def test_folders_hidden_files_and_links_are_passed_over(read):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    found = read(zipped([("d/", b""), ("README", b""), ("__MACOSX/._a.txt", b""), (link, b"/etc/passwd"), ("a", b"x")]))
    assert [what for _, what in found] == ["passed over"] * 4 + [b"x"]


def test_an_empty_archive_has_nothing(read):
    assert read(zipped([])) == []


def test_data_before_the_archive_and_a_comment_after_it(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"news")
        archive.comment = b"comment " * 100
    assert found_in(path) == [("a.txt", b"news")]


def test_large_archives_by_their_wide_fields(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as member:
        member.write(NEWS)
    assert found_in(path) == [("a.txt", NEWS)]


def test_more_members_than_sixteen_bits_count(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(66_000):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    assert sum(1 for _ in members(path)) == 66_000


def test_a_crawl_gives_its_warc_files_only(read):
    entries = [
        ("datapackage.json", b"{}"),
        ("pages/pages.jsonl", b"{}"),
        ("indexes/index.cdx.gz", gzip.compress(b"x")),
        ("archive/a.warc.gz", gzip.compress(b"WARC/1.0\r\n")),
    ]
    found = read(zipped(entries, zipfile.ZIP_STORED))
    assert [what for _, what in found] == ["passed over"] * 3 + [b"WARC/1.0\r\n"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../خبر.txt", r"\x2e\x2e/خبر.txt"),
        (r"..\..\a.txt", r"\x2e\x2e/\x2e\x2e/a.txt"),
        ("/etc/a", r"\x2fetc/a"),
        (r"C:\a.txt", r"C\x3a/a.txt"),
        ("a\x07\u2066.txt", r"a\x07\u2066.txt"),
    ],
)
def test_names_that_mislead_are_shown_escaped_and_read(read, name, shown):
    assert read(zipped([(name, b"news")])) == [(shown, b"news")]


def test_a_name_with_a_nul(read):
    assert read(zipped([("aXb.txt", b"news")]).replace(b"aXb.txt", b"a\0b.txt")) == [(r"a\x00b.txt", b"news")]


def test_an_encrypted_member_is_refused_and_the_next_read(read):
    data = bytearray(zipped([("secret.txt", b"s"), ("a.txt", b"news")], zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    [first, second] = read(bytes(data))
    assert "encrypted" in first[1]
    assert second == ("a.txt", b"news")


def test_an_unknown_method_is_refused(read):
    data = bytearray(zipped([("a.txt", b"s")], zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 10] = 98
    [(_, reason)] = read(bytes(data))
    assert "method 98" in reason


def test_a_member_that_is_not_what_was_stored(read):
    data = zipped([("a.txt", NEWS), ("b.txt", b"news")], zipfile.ZIP_STORED)
    [first, second] = read(data.replace(NEWS, NEWS[:-1] + b"!"))
    assert "checksum" in first[1]
    assert second == ("b.txt", b"news")


def test_a_damaged_member_leaves_the_others(read):
    noise = random.Random(5).randbytes(5000)
    data = bytearray(zipped([("a.txt", NEWS + noise), ("b.txt", b"news")]))
    data[200:300] = bytes(100)
    [first, second] = read(bytes(data))
    assert "damaged" in first[1]
    assert second == ("b.txt", b"news")


def test_an_archive_cut_short_has_no_directory(read):
    data = zipped([("a.txt", NEWS), ("b.txt", NEWS)])
    assert read(data[: len(data) // 2]) == [
        ("", "refused: " + "cut short or damaged: the zip archive has no directory at its end")
    ]


def test_a_directory_that_breaks_off(read):
    data = bytearray(zipped([("a.txt", b"1"), ("b.txt", b"2")]))
    second = data.rindex(b"PK\x01\x02")
    data[second : second + 4] = b"none"
    assert "directory breaks off" in read(bytes(data))[-1][1]


def test_members_that_share_their_bytes_are_refused(read):
    """As in the bombs without recursion of D. Fifield (2019): one kernel, many entries."""
    kernel = zipped([("a.txt", NEWS)])
    local, directory = (
        kernel[: kernel.index(b"PK\x01\x02")],
        kernel[kernel.index(b"PK\x01\x02") : kernel.rindex(b"PK\x05\x06")],
    )
    count = 50
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, count * len(directory), len(local), 0)
    found = read(local + directory * count + end)
    assert len(found) == count
    assert all("shares its bytes" in reason for _, reason in found)


def test_one_bomb_is_refused_and_the_others_are_read(tmp_path, small_bombs):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([("bomb.txt", bytes(2**25)), ("a.txt", NEWS)], zipfile.ZIP_BZIP2))
    bomb, news = members(path)
    size, reason = size_of(bomb)
    assert "a bomb" in reason
    assert size < 2**23
    assert content(news) == NEWS


def test_many_bombs_are_given_up(tmp_path, small_bombs):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([(f"{n}.txt", bz2.compress(bytes(2**24))) for n in range(8)], zipfile.ZIP_STORED))
    sizes = [size_of(member)[0] for member in members(path)]
    assert sum(sizes) < 8 * 2**22


def test_the_directory_may_lie_about_a_size(read):
    data = bytearray(zipped([("a.txt", NEWS)]))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 3)
    [(_, reason)] = read(bytes(data))
    assert "longer than" in reason


def test_a_zip_in_a_zip_is_refused(read):
    [(_, reason)] = read(zipped([("inner.zip", zipped([("a.txt", NEWS)]))]))
    assert "archive inside an archive" in reason
