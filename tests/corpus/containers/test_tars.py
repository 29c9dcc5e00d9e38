import gzip
import io
import lzma
import tarfile

import pytest
import zstandard

from articles.corpus.containers import members
from articles.corpus.formats.interface import Member, Unreadable
from tests.corpus.containers.reading import content, found_in

NEWS = [("2025/أول.txt", "خبر أول".encode()), ("2025/ثان.txt", "خبر ثان".encode() * 999), ("فارغ.txt", b"")]


def tar(entries, mode="w", **how):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, **how) as archive:
        for name, data in entries:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def special(name, kind):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, "/etc/passwd"
    return info


@pytest.fixture
def read(tmp_path):
    def written_and_read(data):
        path = tmp_path / "archive"
        path.write_bytes(data)
        return found_in(path)

    return written_and_read


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_members_come_in_order(read, mode, form):
    assert read(tar(NEWS, mode, format=form)) == NEWS


def test_zstandard_too(read):
    assert read(zstandard.compress(tar(NEWS))) == NEWS


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_names(read, form):
    name = "محافظة/" * 30 + "خبر.txt"
    assert read(tar([(name, b"x")], format=form)) == [(name, b"x")]


def test_members_compressed_by_themselves(read):
    assert read(tar([("a.txt.gz", gzip.compress(b"news"))], "w:xz")) == [("a.txt.gz", b"news")]


def test_what_is_no_file_or_no_news_is_passed_over(read):
    entries = [
        ("README.md", b"r"),
        ("x/readme.ar.txt", b"r"),
        ("manifest.csv", b"m"),
        (".hidden/a.txt", b"h"),
        ("__MACOSX/a.txt", b"m"),
        (special("folder", tarfile.DIRTYPE), b""),
        (special("link.txt", tarfile.SYMTYPE), b""),
        (special("hard.txt", tarfile.LNKTYPE), b""),
        (special("device.txt", tarfile.CHRTYPE), b""),
        (special("pipe.txt", tarfile.FIFOTYPE), b""),
        ("a.txt", b"news"),
    ]
    found = read(tar(entries))
    assert found.pop() == ("a.txt", b"news")
    assert [what for _, what in found] == ["passed over"] * 10


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", r"\x2e\x2e/\x2e\x2e/etc/passwd"),
        ("/etc/passwd", r"\x2fetc/passwd"),
        ("C:/windows/a.txt", r"C\x3a/windows/a.txt"),
        ("a\x1b[31m\u202e.txt", r"a\x1b[31m\u202e.txt"),
    ],
)
def test_names_that_mislead_are_shown_escaped_and_read(read, name, shown):
    assert read(tar([(name, b"news")])) == [(shown, b"news")]


def test_an_archive_in_an_archive_is_refused(read):
    [(_, reason), second] = read(tar([("inner.tar.gz", tar(NEWS, "w:gz")), ("b.txt", b"news")]))
    assert "archive inside an archive" in reason
    assert second == ("b.txt", b"news")


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz"])
def test_members_before_a_cut_are_kept(read, mode):
    whole = tar([("a.txt", b"news"), ("b.txt", bytes(range(256)) * 4000)], mode)
    first, *_, last = read(whole[: len(whole) // 2])
    assert first == ("a.txt", b"news")
    assert "cut short" in last[1]


def test_a_cut_between_two_members_is_told(read):
    [first, last] = read(tar([("a.txt", b"news"), ("b.txt", b"lost")])[:1024])
    assert first == ("a.txt", b"news")
    assert "without its end mark" in last[1]


def test_a_damaged_header_is_told(read):
    data = bytearray(tar([("a.txt", b"news"), ("b.txt", b"lost")]))
    data[1024 + 3] ^= 0x55
    [first, last] = read(bytes(data))
    assert first == ("a.txt", b"news")
    assert "damaged header after 1 entries" in last[1]


def test_an_extended_header_of_gigabytes_is_not_read(read):
    info = special("pax", tarfile.XHDTYPE)
    info.size = 2**33
    [(_, reason)] = read(info.tobuf(tarfile.GNU_FORMAT) + bytes(4096))
    assert "extended header" in reason


def test_a_bomb_in_an_archive(read, small_bombs):
    [(_, reason), *_] = read(lzma.compress(tar([("a.txt", bytes(2**25))])))
    assert "bomb" in reason


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_members_can_be_opened_later_and_again(tmp_path, mode):
    path = tmp_path / "a.tar"
    path.write_bytes(tar(NEWS, mode))
    found = list(members(path))
    assert [content(member) for member in reversed(found)] == [data for _, data in reversed(NEWS)]
    assert [content(member) for member in found] == [data for _, data in NEWS]


def test_a_member_left_unread_or_half_read_moves_none_of_the_next(tmp_path):
    path = tmp_path / "a.tar"
    path.write_bytes(tar([("a", b"1" * 200_000), ("b", b"2" * 200_000), ("c", b"3")]))
    walk = members(path)
    next(walk)
    half = next(walk).open()
    assert half.read(10) == b"2" * 10
    assert content(next(walk)) == b"3"


def test_a_sparse_file_is_refused_and_the_next_read(read):
    info = special("sparse.txt", tarfile.GNUTYPE_SPARSE)
    found = read(tar([(info, b""), ("a.txt", b"news")], format=tarfile.GNU_FORMAT))
    assert "sparse" in found[0][1]
    assert found[1] == ("a.txt", b"news")


def test_many_members_cost_little_each(tmp_path):
    path = tmp_path / "many.tar.gz"
    path.write_bytes(tar([(f"{number}.txt", b"x") for number in range(3000)], "w:gz", format=tarfile.USTAR_FORMAT))
    assert sum(isinstance(item, Member) and content(item) == b"x" for item in members(path)) == 3000


def test_a_file_that_changed_meanwhile_is_unreadable_not_wrong(tmp_path):
    path = tmp_path / "a.tar"
    path.write_bytes(tar(NEWS))
    found = list(members(path))
    path.write_bytes(tar(NEWS[:1]))
    with pytest.raises(Unreadable):
        found[1].open()
