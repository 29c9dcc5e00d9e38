import bz2
import gzip
import lzma
import random

import pytest
import zstandard

from articles.corpus.containers import members
from articles.corpus.containers.inflating import MOST_MEMORY
from tests.corpus.containers.reading import found_in, size_of

TEXT = "افتتحت البلدية حديقة جديدة في الحي الغربي.\n".encode() * 50
COMPRESSIONS = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor(write_checksum=True).compress,
}


@pytest.fixture(params=COMPRESSIONS)
def compress(request):
    return COMPRESSIONS[request.param]


def read(tmp_path, data):
    path = tmp_path / "خبر.txt"
    path.write_bytes(data)
    return found_in(path)


def test_a_file_is_itself(tmp_path):
    assert read(tmp_path, TEXT) == [("", TEXT)]


def test_an_empty_file_is_itself(tmp_path):
    assert read(tmp_path, b"") == [("", b"")]


def test_compressions_are_known_by_content_whatever_the_name(tmp_path, compress):
    assert read(tmp_path, compress(TEXT)) == [("", TEXT)]


def test_parts_that_follow_each_other_are_one_text(tmp_path, compress):
    assert read(tmp_path, compress(TEXT) + compress(b"") + compress(TEXT)) == [("", TEXT + TEXT)]


def test_zeros_after_gzip_are_padding(tmp_path):
    assert read(tmp_path, gzip.compress(TEXT) + b"\0" * 512) == [("", TEXT)]


def test_a_compression_in_a_compression_is_read_and_one_more_is_not(tmp_path):
    twice = gzip.compress(lzma.compress(TEXT))
    assert read(tmp_path, twice) == [("", TEXT)]
    assert read(tmp_path, bz2.compress(twice)) == [("", "refused: compressed more than 2 times over")]


def test_what_is_cut_short_says_so(tmp_path, compress):
    noise = random.Random(1).randbytes(100_000)
    [(_, reason)] = read(tmp_path, compress(noise)[:-30])
    assert "cut short" in reason


def test_what_comes_before_the_cut_is_read(tmp_path):
    noise = random.Random(2).randbytes(300_000)
    (tmp_path / "a").write_bytes(gzip.compress(noise)[:-1000])
    [member] = members(tmp_path / "a")
    with member.open() as stream:
        assert stream.read(200_000) == noise[:200_000]


def test_damage_is_named(tmp_path, compress):
    data = bytearray(compress(random.Random(3).randbytes(50_000)))
    data[20_000:20_100] = bytes(100)
    [(_, reason)] = read(tmp_path, bytes(data))
    assert "damaged" in reason


def test_something_else_after_the_end_is_said(tmp_path, compress):
    [(_, reason)] = read(tmp_path, compress(TEXT) + "ليس مضغوطا أبدا".encode())
    assert "followed by something else" in reason


@pytest.mark.parametrize("name", ["bzip2", "xz", "zstd"])
def test_a_bomb_is_refused_before_it_is_large(tmp_path, small_bombs, name):
    path = tmp_path / "bomb"
    path.write_bytes(COMPRESSIONS[name](bytes(2**25)))
    [member] = members(path)
    size, reason = size_of(member)
    assert "a bomb" in reason
    assert size < 2**24


def test_a_bomb_of_two_layers_is_counted_in_both(tmp_path, small_bombs):
    path = tmp_path / "bomb.gz.gz"
    path.write_bytes(gzip.compress(gzip.compress(bytes(2**25))))
    [member] = members(path)
    assert "a bomb" in size_of(member)[1]


def test_dense_text_is_no_bomb(tmp_path):
    path = tmp_path / "a.zst"
    path.write_bytes(lzma.compress(("كرر المتحدث العبارة نفسها. " * 40 + "\n").encode() * 1000, preset=1))
    [member] = members(path)
    assert size_of(member)[1] is None


def test_a_window_that_does_not_fit_the_memory_is_refused(tmp_path):
    parameters = zstandard.ZstdCompressionParameters.from_level(1, window_log=28)
    writer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    [(_, reason)] = read(tmp_path, writer.compress(TEXT) + writer.flush())
    assert "Zstandard" in reason
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 2 * MOST_MEMORY}]
    [(_, reason)] = read(tmp_path, lzma.compress(TEXT, filters=filters))
    assert "xz" in reason


@pytest.mark.parametrize("magic", [b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x00"])
def test_archives_of_other_programs_are_named(tmp_path, magic):
    [(_, reason)] = read(tmp_path, magic + bytes(100))
    assert "unpack it first" in reason


def test_a_folder_or_nothing_is_refused(tmp_path):
    [(_, reason)] = found_in(tmp_path)
    assert reason.startswith("refused: ")
    [(_, reason)] = found_in(tmp_path / "لا شيء")
    assert reason.startswith("refused: ")
