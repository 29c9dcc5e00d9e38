"""Arrays and sorted strings in a file: what is looked up in it, and what is read of it."""

import os

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.engine import strings as sorted_strings
from articles.search.engine.arrays import ArrayFile, DamagedFile, write_arrays
from articles.search.engine.strings import Strings, pack

letters = st.text("ابتجسقل a1\U0001f600", max_size=4)


class Packed(dict):
    """Packed strings in memory, as a file has them."""

    def __init__(self, texts):
        packed, offsets = pack(texts)
        super().__init__({"words.bytes": packed, "words.offsets": offsets})

    def bytes_of(self, name: str) -> memoryview:
        return memoryview(self[name]).cast("B")


@given(st.sets(letters, max_size=60), letters, letters, st.integers(1, 70))
def test_strings_are_found_however_many_stand_between_signposts(texts, wanted, last, between):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_strings, "_BETWEEN_SIGNPOSTS", between)
        ordered = sorted(texts, key=str.encode)
        packed = Strings(Packed(ordered), "words")
        for text in {wanted, *texts}:
            assert packed.find(text) == (ordered.index(text) if text in texts else -1)
        assert packed[:] == packed.some(range(len(ordered))) == ordered
        assert packed.some(packed.with_prefix(wanted)) == [text for text in ordered if text.startswith(wanted)]
        between_two = [text for text in ordered if wanted.encode() <= text.encode() <= last.encode() + b"\xff"]
        if wanted.encode() <= last.encode():
            assert packed.some(packed.between(wanted, last)) == between_two


@pytest.fixture
def path(tmp_path):
    write_arrays(tmp_path / "x.arrays", {"empty": np.zeros(0, np.uint16), "tokens": np.arange(5000, dtype=np.uint32)})
    return tmp_path / "x.arrays"


@pytest.mark.parametrize("stretches", [[], [(7, 7)], [(0, 3), (2, 5)], [(4990, 5000), (0, 1), (1200, 3400)]])
def test_stretches_are_what_the_array_has_there(path, stretches):
    file = ArrayFile(path)
    found = file.stretches("tokens", [start for start, _ in stretches], [end for _, end in stretches])
    assert found.dtype == np.uint32
    assert found.tolist() == [number for start, end in stretches for number in range(start, end)]


def test_a_file_that_was_cut_short_while_it_was_open_is_said_to_be_damaged(path):
    file = ArrayFile(path)
    os.truncate(path, 4000)
    with pytest.raises(DamagedFile, match="cut short"):
        file.stretches("tokens", [0, 2000], [10, 2010])
