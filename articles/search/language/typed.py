"""What was typed, as the language reads it, with the way back to the places in the original."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.arabic.characters import BIDI_CONTROLS
from articles.search.language.mistakes import MOST_CHARACTERS

# They come with text copied from pages, and one may stand before a minus or behind a quotation mark.
_DIRECTION = frozenset(BIDI_CONTROLS + "\ufeff")
# A word is not cut in two for the limit, unless it is longer than this.
_LONGEST_WORD_LEFT_OUT = 100


@dataclass(frozen=True)
class Typed:
    """`text` without marks of direction and no longer than is read; `places[i]` is the original place of `text[i]`."""

    text: str
    places: Sequence[int]
    length: int
    cut_at: int | None

    def span(self, start: int, end: int) -> dict[str, int]:
        """The original places of a stretch of `text`, as arguments of nodes and mistakes."""
        if start >= end:
            place = self.places[start] if start < len(self.places) else self.length
            return {"start": place, "end": place}
        return {"start": self.places[start], "end": self.places[end - 1] + 1}


def take(original: str) -> Typed:
    text = original[:MOST_CHARACTERS]
    cut_at = None
    if len(original) > MOST_CHARACTERS:
        cut_at = _whole_words(text, original[MOST_CHARACTERS])
        text = text[:cut_at]
    if _DIRECTION.isdisjoint(text):
        return Typed(text, range(len(text)), len(original), cut_at)
    places = [place for place, character in enumerate(text) if character not in _DIRECTION]
    return Typed("".join(text[place] for place in places), places, len(original), cut_at)


def _whole_words(text: str, following: str) -> int:
    if following.isspace():
        return len(text)
    tail = text[-_LONGEST_WORD_LEFT_OUT:].split()
    last = len(tail[-1]) if tail else 0
    return len(text) - last if last < _LONGEST_WORD_LEFT_OUT and not text[-1].isspace() else len(text)
