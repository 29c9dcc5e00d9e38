"""The order of names: the Arabic alphabet first, then the Latin, then everything else.

The article ال and the form of a hamza play no part in it, as in the indexes of Arabic books: «الأردن» stands under ا
beside «أردوغان», «السودان» under س. PyICU would need the system's ICU and knows no article; pyuca neither. The order of
folded Arabic letters is that of their code points, so a key of our own is short.
"""

import re
import unicodedata

from articles.arabic.folding import fold, normalize

OTHER = "#"
"""The heading of names that begin with neither alphabet."""

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile("[اٱ]ل(?=..)")
# The article of these is a part of the name, or was never one: their first letters only look like it.
_WHOLE = {"الله", "الماني", "المانيا", "المانية", "البانيا", "الباني", "الياس", "الهام", "اليكس", "اليكسي", "الينا"}
_WHOLE |= {"البير", "البرت", "الفريد", "الكسندر", "الكسندرا", "الكساندر", "اليزابيث", "الان", "الين"}

SortKey = tuple[int, str, str, str]


def sort_key(name: str) -> SortKey:
    """What names are sorted by: their alphabet, their letters, and where those are equal the name as it is written."""
    letters = _letters(name)
    return _alphabet(letters), letters, fold(name), name


def initial(name: str) -> str:
    """The letter of the index under which a name stands: «السودان» -> س, Erdoğan -> E, ٧ أكتوبر -> #."""
    letters = _letters(name)
    return letters[0].upper() if _alphabet(letters) < 2 else OTHER


def _letters(name: str) -> str:
    """The folded words without their articles. A hamza by itself is sorted as an alef, which it is written with."""
    words = (_without_article(word) for word in _WORD.findall(normalize(name).text))
    return " ".join(fold(word).replace("ء", "ا") for word in words)


def _without_article(word: str) -> str:
    return word if word in _WHOLE else _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word


def _alphabet(letters: str) -> int:
    """0 where the first letter is Arabic, 1 for a to z, 2 for every other beginning and none."""
    if "a" <= letters[:1] <= "z":
        return 1
    return 0 if letters[:1].isalpha() and unicodedata.name(letters[0], "").startswith("ARABIC ") else 2
