"""Damaged and hostile crawls: what is whole is read, what is not is told with its place."""

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.corpus.formats.interface import Unreadable
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.records import ArticleRecord, Rejection
from tests.corpus.formats.warc_files import HTML_TYPE, SITE, answer, read, write
from tests.effort import examples

WHOLE = write(*(answer(f"/local/{number}") for number in range(4)))
SECOND = WHOLE.index(b"WARC/1.0", 10)
THIRD = WHOLE.index(b"WARC/1.0", SECOND + 10)
LAST = WHOLE.rindex(b"WARC/1.0")


def with_length(value):
    begin = WHOLE.index(b"Content-Length:", SECOND)
    return WHOLE[:begin] + b"Content-Length: " + value + WHOLE[WHOLE.index(b"\r\n", begin) :]


def paths(found):
    return [one.known.url.removeprefix(f"{SITE}/local/") for one in found if isinstance(one, ArticleRecord)]


DAMAGED = {
    "a length too short": (with_length(b"7"), ["0", "2", "3"]),
    "a length too long": (with_length(b"4000000"), ["0", "2", "3"]),
    "a length below nothing": (with_length(b"-5"), ["0", "2", "3"]),
    "a length that is none": (with_length(b"many"), ["0", "2", "3"]),
    "overwritten": (WHOLE[:SECOND] + b"X" * 600 + WHOLE[SECOND + 600 :], ["0", "2", "3"]),
    "bytes between records": (WHOLE[:SECOND] + b"garbage\r\n\r\n" * 40 + WHOLE[SECOND:], ["0", "1", "2", "3"]),
    "a piece missing": (WHOLE[: SECOND + 500] + WHOLE[SECOND + 700 :], ["0", "2", "3"]),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_reading_goes_on_behind_a_damaged_record(name):
    data, expected = DAMAGED[name]
    found = read(data)
    assert paths(found) == expected
    (rejection,) = [one for one in found if isinstance(one, Rejection)]
    assert (rejection.line, rejection.byte) == (2, SECOND)


@pytest.mark.parametrize("cut", [THIRD - LAST - 1, -40])
def test_a_file_cut_short_gives_what_is_whole(cut):
    found = read(WHOLE[: LAST + 300] if cut != -40 else WHOLE[:-40])
    assert paths(found) == ["0", "1", "2"]
    assert isinstance(found[-1], Rejection)
    assert found[-1].byte == LAST


def test_broken_gzip_is_unreadable_behind_what_was_whole():
    data = write(*(answer(f"/local/{number}") for number in range(3)), compressed=True)
    with pytest.raises(Unreadable, match="compression"):
        read(data[:-30])


def test_a_record_beyond_the_bounds_is_passed_over():
    film = answer("/film", b"x" * (21 * 1024 * 1024), headers=(("Content-Type", "video/mp4"),))
    found = read(write(film, answer("/local/1")))
    assert isinstance(found[0], Skipped)
    assert paths(found) == ["1"]


def test_a_bomb_within_a_record_is_refused():
    headers = (HTML_TYPE, ("Content-Encoding", "br"))
    bomb = brotli.compress(b"<html>" + b" " * (200 * 1024 * 1024), quality=1)
    found = read(write(answer("/x", bomb, headers=headers), answer("/local/1")))
    assert "larger" in found[0].reason
    assert paths(found) == ["1"]


@pytest.mark.parametrize("encoding", ["br", "gzip", "deflate"])
def test_a_broken_compression_costs_no_other_record(encoding):
    headers = (HTML_TYPE, ("Content-Encoding", encoding))
    found = read(write(answer("/x", b"\x8b\x0bnothing of the kind", headers=headers), answer("/local/1")))
    assert len(found) == 2
    assert paths(found) == ["1"]


@settings(max_examples=examples(50))
@given(st.binary(max_size=300), st.integers(0, len(WHOLE)), st.integers(0, 400))
def test_no_bytes_raise_anything_but_unreadable(put, at, lost):
    for data in (put, b"WARC/1.0\r\n" + put, WHOLE[:at] + put + WHOLE[at + lost :]):
        try:
            read(data)
        except Unreadable:
            continue


def test_false_lengths_do_not_make_reading_slow():
    header = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 19000000\r\n\r\n"
    found = read(header * 20_000)
    assert len(found) == 20_000
    assert all(isinstance(one, Rejection) for one in found)


def test_an_empty_file_has_no_records():
    assert read(b"") == []
