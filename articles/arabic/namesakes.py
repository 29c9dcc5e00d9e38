"""Names that only tashkeel tells apart: عمّان is Jordan's capital, عُمان the sultanate, and a bare عمان either of them.

Everywhere else tashkeel is dropped. Here the telling sign stays in a word's normal form, for those levels which join
forms of words; to fold a word drops it like any other, so that the folded and the exact level never see it.
"""

import re

from articles.arabic.characters import INVISIBLE, TASHKEEL

_SHADDA, _DAMMA = "\u0651", "\u064f"
_BARE = "عمان"
_AMMAN, _OMAN = "عمّان", "عُمان"

_NAME = re.compile(rf"[وف]?[بلك]?(?:ال|ل)?{_BARE}(?:ي|يا|ية|يه|يين|يون|يات)?")
_UPON = f"[{TASHKEEL}{re.escape(INVISIBLE)}]*"
_SIGNS = re.compile(rf"ع({_UPON})م({_UPON})ا")
_ALL_SIGNS = dict.fromkeys(map(ord, TASHKEEL))


def told_apart(written: str, normal: str) -> str:
    """The normal form, with its sign where the written word has it: وَعَمَّان -> وعمّان, العُمانية -> العُمانية."""
    if _BARE not in normal or not _NAME.fullmatch(normal) or not (signs := _SIGNS.search(written)):
        return normal
    if _SHADDA in signs[2]:
        return normal.replace(_BARE, _AMMAN)
    return normal.replace(_BARE, _OMAN) if _DAMMA in signs[1] else normal


def name_in(normal_word: str) -> str | None:
    """The name that a sign in a normal form tells: العُمانية -> عُمان; None where there is no sign."""
    if _AMMAN in normal_word:
        return _AMMAN
    return _OMAN if _OMAN in normal_word else None


def namesakes(term: str) -> tuple[str, ...]:
    """Other terms that may be meant by a term: of a bare name both, of a told one the bare."""
    if term == _BARE:
        return (_AMMAN, _OMAN)
    return (_BARE,) if term in (_AMMAN, _OMAN) else ()


def without_sign(normal_word: str) -> str:
    return normal_word.translate(_ALL_SIGNS) if name_in(normal_word) else normal_word
