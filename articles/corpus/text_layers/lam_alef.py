"""Lam-alef turned round: the text layers of many newspaper PDFs have األمم for الأمم and خالل for خلال.

The page has one sign for the two letters. Whoever put the signs in reading order turned the letters of each round.
In Arabic no word begins with اأ, اإ or اا and lam behind it: of 29,625 articles of 14 papers 20 had one such word, a
slip, and none had two. Turned text has them in every other line, and none of the الأ, الإ and الا of right text.
"""

import re
from collections.abc import Iterable

from articles.corpus.text_layers import lam_alef_words as tables

_ALEFS = "اأإآ"
_LETTERS = "\u0621-\u063a\u0641-\u065f\u0670"
_WORD = re.compile(f"[{_LETTERS}]+")
_LAM_ALEF = re.compile(f"ل([{_ALEFS}])")
_TURNED = re.compile(f"([{_ALEFS}])ل")

_BEFORE = f"(?<![{_LETTERS}])"
_TURNED_WORD = re.compile(f"{_BEFORE}[وف]?[بك]?ا[{_ALEFS}]ل[{_LETTERS}]*")
_RIGHT_WORD = re.compile(f"{_BEFORE}[وف]?[بك]?ال[{_ALEFS}][{_LETTERS}]*")

_MAYBE = tuple(f"ا{alef}ل" for alef in _ALEFS)

LEAST = 3  # different turned words, below which nothing is concluded
LEAST_IN_DOUBT = 5  # beside right ones
FOR_ONE_RIGHT = 10  # so many turned ones go with one right word in a text that is turned as a whole

# The beginnings that no right word has, and what they are.
_ARTICLE = re.compile(f"^([وف]?[بك]?)ا([{_ALEFS}])ل")
_BEGINNINGS = (
    (_ARTICLE, r"\1ال\2"),
    (re.compile("^([وف]?[بك]?)الال"), r"\1اللا"),
    (re.compile("^([وف]?)لال"), r"\1للا"),
)
_FOR_THE_HAMZA = re.compile("^([وف]?)ل([أإآ])ل")
_FOR = re.compile("^([وف]?)([أإآ])ل(.{3,})$")
_BECAUSE = re.compile("^([وف]?)ألن(ه|ها|هم|هما|هن|نا|ني|ك|كم|ي)?$")
# Verbal nouns behind the preposition: لاستقبال, لانتخابات.
_FOR_VERBAL_NOUN = re.compile("^([وف]?)ال(ست(?!ين)[^\\Wا]{1,3}ا..?|نت[^\\Wا]{1,2}ا..?.?)$")
_TANWEEN = re.compile("ال\u064b$")

_PREFIX = "(?:[وف]?(?:[بك]?ال|لل|[بكلس])?)"
_SUFFIX = "(?:ه|ها|هم|هما|هن|نا|كم|ك|ي|ية|ين|ون|ان|ات|ا|ته|تها|تهم|تنا|اته|اتها|اتهم|يا|يين|يون|ة|ت|وا|\u064b)?"


def turned(word: str) -> str:
    """What a turned text layer makes of a word: خلال -> خالل, الأمم -> األمم."""
    return _LAM_ALEF.sub(r"\1ل", word)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(set(words), key=len, reverse=True))


_CERTAIN = {turned(word): word for word in tables.CERTAIN if turned(word) != word}
_WHOLE = {turned(word): word for word in tables.WHOLE}
_LONG = 6  # letters; a shorter stem may be part of another word: بطوال, بطولا
_FOR_WORDS = {turned(f"ل{word}"): f"ل{word}" for word in tables.BEHIND_FOR}
_BEHIND_FOR = re.compile(f"^([وف]?)({_any_of(_FOR_WORDS)})({_SUFFIX})$")
_KNOWN = re.compile(f"^({_PREFIX})({_any_of(_CERTAIN)})({_SUFFIX})$")
_OWN = re.compile(f"^{_PREFIX}(?:{_any_of(tables.OWN)}){_SUFFIX}$")
_EITHER = re.compile(f"^{_PREFIX}(?:{_any_of(map(turned, tables.EITHER))}){_SUFFIX}$")


def counted(text: str) -> tuple[int, int]:
    """How many different words begin with a turned lam-alef behind the article, and how many with a right one."""
    if not any(signs in text for signs in _MAYBE):
        return 0, 0
    turned_words = len(set(_TURNED_WORD.findall(text)))
    return turned_words, len(set(_RIGHT_WORD.findall(text))) if turned_words >= LEAST else 0


class Mending:
    """Turns the lam-alefs of one text back, word by word, where that is certain."""

    def __init__(self, text: str):
        found = (_ARTICLE.sub(r"\1ال\2", word) for word in set(_WORD.findall(text)))
        self.known = {word[2:] for word in found if word.startswith(("الأ", "الإ", "الآ")) and len(word) > 5}
        self.mended = 0
        self.doubtful: dict[str, None] = {}

    def text(self, text: str) -> str:
        return _WORD.sub(lambda found: self.word(found.group()), text)

    def word(self, word: str) -> str:
        if not _TURNED.search(word):
            return word
        mended = self._inside(self._beginning(word))
        self.mended += mended != word
        return mended

    def _beginning(self, word: str) -> str:
        """The word with what certainly begins it."""
        for beginning, right in _BEGINNINGS:
            if found := beginning.match(word):
                return found.expand(right) + word[found.end() :]
        if (found := _FOR_THE_HAMZA.match(word)) and not _OWN.match(word):
            return f"{found[1]}لل{found[2]}{word[found.end() :]}"
        if found := _BECAUSE.match(word):
            return f"{found[1]}لأن{found[2] or ''}"
        if (found := _FOR.match(word)) and found[2] + found[3] in self.known and not _OWN.match(word):
            return f"{found[1]}ل{found[2]}{found[3]}"
        if found := _BEHIND_FOR.match(word):
            return f"{found[1]}{_FOR_WORDS[found[2]]}{found[3]}"
        return _FOR_VERBAL_NOUN.sub(r"\1لا\2", word)

    def _inside(self, word: str) -> str:
        """The word with the lam-alefs inside it; those that may be right as they are, are noted."""
        if right := _WHOLE.get(word):
            return right
        word = _TANWEEN.sub("لاً", word)
        found = _KNOWN.match(word)
        if found and (len(found[2]) >= _LONG or not _OWN.match(word)):
            return found[1] + _CERTAIN[found[2]] + found[3]
        bare = re.sub(f"^{_PREFIX}", "", word)
        if _TURNED.search(bare) and "عبدال" not in word and (_EITHER.match(word) or not _OWN.match(word)):
            self.doubtful.setdefault(word)
        return word
