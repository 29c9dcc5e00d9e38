"""Text as dates are looked for in it: folded, but place for place as its normal form is, and with آ kept.

Without آ the month آب would be the father أب, and وآب and بآب would be words of every page.
"""

import re

from articles.arabic.characters import FOLDED, one_of
from articles.arabic.folding import normalize

_CAPITALS = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_FOLDED = {code: letter for code, letter in FOLDED.items() if code != ord("آ")} | _CAPITALS
# The letters that nearly every page has are replaced one by one, which takes a third of the time of a translation.
_USUAL = [(letter, FOLDED[ord(letter)]) for letter in "أإىةئؤ٠١٢٣٤٥٦٧٨٩"]
_UNUSUAL = re.compile(one_of("".join(chr(code) for code in _FOLDED.keys() - {ord(letter) for letter, _ in _USUAL})))


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
