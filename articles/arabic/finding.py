"""Some words of a text, with their places, without reading all of it word by word: pages show a few of thousands.

What stands between two spaces has the same words alone as in its text; only initials with spaces between them have not,
so that a text that may have such is read whole.
"""

import re
from collections.abc import Iterable, Set

from articles.arabic.tokens import SPACED_INITIALS, Token, has_lone_letters, normals_of, tokenize

# Signs, digits and letters that stand beside a word of the Arabic letters and are no part of it.
_BESIDE = r" \s!-~«»،؛؟٪٫٬٠-٩\u2010-\u2027"
_HAS_OF_THESE = re.compile(f"[{_BESIDE}]")
# A piece that has nothing odd is letters that stand together in its words too, as they stand there: nothing is left out
# of them or put for them, and no initials are made of them. For words that have digits, say, these are odd as well.
# Here and below: a class of characters alone, and what begins with a single character, are searched in half the time.
_ODD = (re.compile(f"[^ء-غف-ي{_BESIDE}]"), re.compile(r"\.(?=[^\W\d_])"))
_ODD_FOR_ALL = (re.compile('[^ء-غف-ي \\s،؛؟:!()«»"]'),)
_PIECE = re.compile("[^ ]+")
_LETTERS = re.compile("[ء-غف-ي]+")
# Two lone letters: looked for first, since it is quicker and there are few.
_LONE_PAIRS = tuple(re.compile(f"{space}[ء-ي][ \u00a0][ء-ي]") for space in " \u00a0")
# Words of two letters or more without marks, between spaces, with signs that make nothing else of them: nearly all.
_WORD_HERE = re.compile(r'(?<= )[«("]*+([ء-غف-ي]{2,}+)(?=[\s،؛:.)»]|$)')
_NEXT_WORD = re.compile(r'(?:(?<=[ء-غف-ي])[ء-غف-ي]*+[،؛:.)»؟!]*+)? [«("]*+([ء-غف-ي]{2,}+)(?=[\s،؛:.)»]|$)')
_WORD_BEFORE = re.compile(r'[«("]*+([ء-غف-ي]{2,}+)[،؛:.)»؟!]*+')
_BEGUN_WORD = re.compile(r'[«("]*+[ء-غف-ي]++')
# To look for more than these takes as long as to read the words of a text.
_MOST_CORES = 100


class Sought:
    """Words in their normal form, to be found in many texts."""

    def __init__(self, normals: Set[str]):
        self.normals = normals
        self._cores = _cores_of(normals)
        self._odd = _ODD_FOR_ALL if any(map(_HAS_OF_THESE.search, normals)) else _ODD
        # Pieces of the texts to their tokens: those that have one of the words are few, and come again.
        self._known: dict[str, list[Token]] = {}

    def tokens_in(self, text: str) -> list[Token]:
        """Those of `tokenize(text)` that have one of these normal forms."""
        if any(pair.search(text) for pair in _LONE_PAIRS) and SPACED_INITIALS.search(text):
            return [token for token in tokenize(text) if token.normal in self.normals]
        found: list[Token] = []
        end = 0
        for place in self._places(text):
            if place >= end:
                start, end = text.rfind(" ", end, place) + 1, text.find(" ", place)
                end = len(text) if end < 0 else end
                piece = text[start:end]
                found += [_moved(token, start) for token in self._tokens_of(piece)]
        return found

    def _tokens_of(self, piece: str) -> list[Token]:
        if self.normals.isdisjoint(normals_of(piece)):
            return []
        if piece not in self._known:
            self._known[piece] = [token for token in tokenize(piece) if token.normal in self.normals]
        return self._known[piece]

    def _places(self, text: str) -> list[int]:
        """In order, places in all the pieces between spaces that may have one of the words."""
        if self._cores is None:
            return [piece.start() for piece in _PIECE.finditer(text)]
        places = [odd.start() for pattern in self._odd for odd in pattern.finditer(text)]
        for core in self._cores:
            place = text.find(core)
            while place >= 0:
                places.append(place)
                place = text.find(core, place + 1)
        return sorted(places)


def _cores_of(normals: Iterable[str]) -> list[str] | None:
    """Those words of letters alone that are in all others; None where they are many."""
    cores: list[str] = []
    for word in sorted(filter(_LETTERS.fullmatch, normals), key=len):
        if not any(core in word for core in cores):
            cores.append(word)
            if len(cores) > _MOST_CORES:
                return None
    return cores


def tokens_about(text: str, place: int, reach: int = 30) -> list[Token]:
    """A stretch of `tokenize(text)`; the last token that ends before a place and the first behind it are in it."""
    while True:
        start = text.rfind(" ", 0, max(0, place - reach)) + 1
        end = text.find(" ", place + reach)
        end = len(text) if end < 0 else end
        if has_lone_letters(text[start:end].split()):
            start, end = 0, len(text)
        tokens = [_moved(token, start) for token in tokenize(text[start:end])]
        is_before = start == 0 or (tokens and tokens[0].end <= place)
        is_behind = end == len(text) or (tokens and tokens[-1].start >= place)
        if is_before and is_behind:
            return tokens
        reach *= 4


def plain_start(text: str, place: int) -> int | None:
    """Where the first word begins that begins here or later, if all words about here are plain; else None."""
    word = _WORD_HERE.match(text, place) or _NEXT_WORD.match(text, place)
    return word.start(1) if word else None


def plain_end(text: str, place: int) -> tuple[int, int] | None:
    """Where the last word ends that ends here or before, and its signs, if all words about here are plain."""
    start, end = text.rfind(" ", 0, place), place
    if text[place] != " ":
        if start < 0 or not _BEGUN_WORD.fullmatch(text, start + 1, place + 1):
            return None
        start, end = text.rfind(" ", 0, start), start
    word = _WORD_BEFORE.fullmatch(text, start + 1, end)
    return (word.end(1), end) if word else None


def _moved(token: Token, offset: int) -> Token:
    return Token(token.text, token.normal, token.start + offset, token.end + offset)
