"""Text as dates are looked for in it: folded, but place for place as its normal form is, and with آ kept.

Without آ the month آب would be the father أب, and وآب and بآب would be words of every page.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from articles.arabic.characters import FOLDED, INVISIBLE, PLAIN, TASHKEEL, one_of
from articles.arabic.folding import Normalized, normalize

_CAPITALS = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_FOLDED = {code: letter for code, letter in FOLDED.items() if code != ord("آ")} | _CAPITALS
# The letters that nearly every page has are replaced one by one, which takes a third of the time of a translation.
_USUAL = [(letter, FOLDED[ord(letter)]) for letter in "أإىةئؤ٠١٢٣٤٥٦٧٨٩"]
_UNUSUAL = re.compile(one_of("".join(chr(code) for code in _FOLDED.keys() - {ord(letter) for letter, _ in _USUAL})))
_UNWRITTEN = re.compile(one_of(INVISIBLE + TASHKEEL))
_NOT_PLAIN = re.compile(one_of(PLAIN, negated=True))


def quickly_normalized(text: str) -> Normalized:
    """What `normalize` answers, at a third of its cost where all that is to be done is to leave out marks."""
    if not _NOT_PLAIN.search(text):
        return Normalized(text, range(len(text) + 1))
    bare = _UNWRITTEN.sub("", text)
    return normalize(text) if _NOT_PLAIN.search(bare) else Normalized(bare, _Places(text))


class _Places(Sequence):
    """Where the characters of a text without its marks stand in the text; found out when it is asked first."""

    def __init__(self, text: str):
        self.text = text

    def __len__(self) -> int:
        return len(self.text) - len(self.marks) + 1

    def __getitem__(self, index: int) -> int:
        index = range(len(self))[index]
        return index + bisect_right(self.marks, index)

    @cached_property
    def marks(self) -> list[int]:
        """For each mark, how many characters that are none stand before it."""
        return [found.start() - number for number, found in enumerate(_UNWRITTEN.finditer(self.text))]


def fold_for_dates(normal: str) -> str:
    """Of the same length as the normalized text given: الأوّل من آذار, without its shadda -> الاول من آذار."""
    if _UNUSUAL.search(normal):
        return normal.translate(_FOLDED)
    for letter, plain in _USUAL:
        normal = normal.replace(letter, plain)
    return normal


def folded_spellings(word: str) -> set[str]:
    """As it is written, and with a bare alef in place of آ: آذار, اذار."""
    spelling = fold_for_dates(normalize(word).text)
    return {spelling, spelling.replace("آ", "ا")}


def folded_words(words: str) -> frozenset[str]:
    return frozenset(spelling for word in words.split() for spelling in folded_spellings(word))
