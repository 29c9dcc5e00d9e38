"""The places of a word in a text, as an index keeps them: four bytes each, in the order of this machine's numbers."""

from array import array
from collections.abc import Sequence

from whoosh.formats import Positions

_NUMBER = "I"
_SIZE = array(_NUMBER).itemsize


class PackedPositions(Positions):
    """Whoosh's format but for the encoding: Whoosh pickles a list for each word of each text, which takes longer and
    four times the room."""

    def encode(self, poslist: Sequence[int]) -> bytes:
        return array(_NUMBER, poslist).tobytes()

    def decode_positions(self, valuestring: bytes) -> Sequence[int]:
        return array(_NUMBER, valuestring)

    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // _SIZE
