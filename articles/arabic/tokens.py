"""Where the words of a text are: places in the original, and what each word says without its dress."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from articles.arabic.characters import EULOGIES, FOLDED_DIGITS, INVISIBLE, SPACING_TASHKEEL, TASHKEEL, one_of
from articles.arabic.folding import normalize
from articles.arabic.namesakes import told_apart


class Token(NamedTuple):
    """`start` and `end` are of the whole original word; `normal` lacks a clitic that was split off (الـ81 -> 81).

    `normal` has no tashkeel but the one sign that tells two names apart (see `namesakes`).

    A named tuple, since a text has hundreds and a frozen dataclass takes three times as long to make.
    """

    text: str
    normal: str
    start: int
    end: int


def _marks() -> str:
    """Marks of every script of the basic plane; Python's \\w leaves them out and would split words at them."""
    return "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc"))


def _forms(letters: str) -> str:
    """Letters in any of their forms, of presentation too, tatweel and tashkeel between them."""
    presented = [chr(code) for code in range(0xFE80, 0xFEFD)]
    return f"{_ON}*+".join(
        f"[{letter}{''.join(form for form in presented if unicodedata.normalize('NFKC', form) == letter)}]"
        for letter in letters
    )


_ON = one_of(_marks() + "".join(sorted(set(TASHKEEL + INVISIBLE))))
_DIGIT = r"0-9\u0660-\u0669\u06f0-\u06f9"
# Letters of the Arabic blocks and their presentation forms; numbers, punctuation and eulogies left out.
_ARABIC = "".join(
    re.escape(chr(code))
    for first, last in ((0x0620, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08C9), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
    for code in range(first, last + 1)
    if chr(code).isalpha() and chr(code) not in EULOGIES + SPACING_TASHKEEL + INVISIBLE + TASHKEEL
)
_FRACTIONS = "\u00bc-\u00be\u2150-\u215f\u2189"
_OUTSIDE = _ARABIC + _FRACTIONS + re.escape(EULOGIES + SPACING_TASHKEEL)
_OTHER = rf"[^\W_{_OUTSIDE}]"
_OTHER_LETTER = rf"[^\W\d_{_OUTSIDE}]"
_LETTER = rf"[^\W\d_]{_ON}*+"

# What may be joined to a word that is not of Arabic letters (الـ81, بـCNN) and may stand before a quotation (لـ«داعش»).
_PROCLITICS = [one + other for one in ("", "و", "ف") for other in ("بال", "كال", "ال", "لل", "ب", "ل", "ك", "")]
_PROCLITIC = "(?:" + "|".join(_forms(letters) for letters in _PROCLITICS if letters) + f"){_ON}*+"
_OPENING = r"""[«"“‘'‹„(\[{]"""

_NUMBER = rf"[{_DIGIT}]++(?:[.,٫٬][{_DIGIT}]++)*+(?!{_OTHER_LETTER})"

_WORD = re.compile(
    # Nearly every word: letters without marks, and nothing behind that could be of the word. First, for speed.
    r"(?P<plain>[ء-غف-ي]{2,}+(?=[\s،؛:.)»]|$))"
    # أ.ف.ب and U.S. are one word each, and so is أ ف ب; a single و is "and" and no initial. No more than eight, so that
    # a long row of letters which ends badly is not read again from each of them.
    rf"|(?P<initials>{_LETTER}(?:\.{_LETTER}){{1,7}}+(?![^\W_])|[ء-هى-ي](?:[ \u00a0][ء-هى-ي]){{2,7}}+(?![^\W_]))"
    rf"|(?P<quoting>{_PROCLITIC}(?={_OPENING}))"
    rf"|(?:{_PROCLITIC})?(?:(?P<number>{_NUMBER})|(?P<other>{_OTHER}(?:{_OTHER}|{_ON}|['’](?={_OTHER_LETTER}))*+))"
    rf"|(?P<arabic>[{_ARABIC}](?:[{_ARABIC}]|{_ON})*+)"
)
# Between spaces, with punctuation that makes nothing else of them: لـ« would be a clitic, not a word.
_PLAIN = re.compile(r"[«(\"]*+([ء-غف-ي]{2,}+)[،؛:.)»؟!]*+")
_ONE_NUMBER = re.compile(r"[0-9]{1,3}(?:[,٬][0-9]{3})++(?:[.٫][0-9]++)?|[0-9]++[.٫][0-9]++|[0-9]++")
_DIGITS = re.compile(rf"[{_DIGIT}]+")
_ENGLISH_GENITIVE = re.compile(r"['’]s$", re.IGNORECASE)

# Initials with spaces between them are the one word that white space does not end. In the middle stands a lone letter.
_LONE_LETTERS = frozenset(map(chr, (*range(0x0621, 0x0648), 0x0649, 0x064A)))
SPACED_INITIALS = re.compile(r"(?<![ء-غف-ي])[ء-هى-ي][ \u00a0][ء-هى-ي][ \u00a0][ء-هى-ي](?![^\W_])")


def tokenize(text: str) -> list[Token]:
    """The words of a text in order: لـ«داعش» -> داعش; ٢٬٥٠٠ -> 2500; 2015-2017 -> 2015, 2017; أ.ف.ب -> أفب."""
    tokens: list[Token] = []
    for word in _WORD.finditer(text):
        kind = word.lastgroup
        if kind == "plain":
            whole = word.group()
            tokens.append(Token(whole, whole, word.start(), word.end()))
        elif kind == "arabic":
            whole = word.group()
            tokens.append(Token(whole, _normal(whole), word.start(), word.end()))
        elif kind == "number":
            tokens.extend(_numbers(text, word))
        elif kind != "quoting" and (normal := _joined(word.group(kind))):
            tokens.append(Token(word.group(), normal, word.start(), word.end()))
    return tokens


def words(text: str) -> list[str]:
    """The normal forms of a text's words, as `tokenize` has them, in a tenth of its time."""
    pieces = text.split()
    if not has_spaced_initials(text, pieces):
        return list(chain.from_iterable(map(_NORMALS.__getitem__, pieces)))
    return list(chain.from_iterable(map(_words_of_line, text.split("\n"))))


def _words_of_line(line: str) -> list[str]:
    if SPACED_INITIALS.search(line):
        return [token.normal for token in tokenize(line)]
    return list(chain.from_iterable(map(_NORMALS.__getitem__, line.split())))


class _Normals(dict[str, tuple[str, ...]]):
    """What stands between two spaces, punctuation and all, to the normal forms of its words.

    A newspaper says most things again and again. Emptied when full: the frequent pieces are soon back. About 200 bytes
    each: few, for each process of the site has them.
    """

    _LONGEST = 32
    most = 32768

    def __missing__(self, piece: str) -> tuple[str, ...]:
        bare = _PLAIN.fullmatch(piece)
        normals = (bare[1],) if bare else tuple(map(_NORMAL, tokenize(piece)))
        if len(piece) <= self._LONGEST:
            if len(self) >= self.most:
                self.clear()
            self[piece] = normals
        return normals


_NORMAL = attrgetter("normal")
_NORMALS = _Normals()
normals_of = _NORMALS.__getitem__
"""The normal forms of what stands between two spaces, where no lone letters stand about it."""


def expect_many_texts() -> None:
    """For a process that reads all there are: to know eight times as much takes a quarter off the time of `words`."""
    _NORMALS.most = 8 * _Normals.most


def has_lone_letters(pieces: Iterable[str]) -> bool:
    """Whether any piece is one letter: of such, initials with spaces between them are made (أ ف ب)."""
    return not _LONE_LETTERS.isdisjoint(pieces)


def has_spaced_initials(text: str, pieces: Iterable[str]) -> bool:
    """Whether a whole text may have such initials; a letter by itself is nearly always و."""
    return has_lone_letters(pieces) and SPACED_INITIALS.search(text) is not None


@lru_cache(maxsize=16384)
def _normal(word: str) -> str:
    return told_apart(word, normalize(word).text)


def _joined(word: str) -> str:
    """Initials without their dots and spaces, other scripts without apostrophes: U.S. -> US, Qur'an -> Quran."""
    normal = _normal(_ENGLISH_GENITIVE.sub("", word))
    if not any(map(str.isalnum, normal)):
        return ""
    return "".join(character for character in normal if character.isalnum() or unicodedata.combining(character))


def _numbers(text: str, word: re.Match[str]) -> Iterator[Token]:
    """One number if its points and commas group digits (2,500 and 3.5), else each run of digits (20.1.2026)."""
    first, (start, end) = word.start(), word.span("number")
    digits = text[start:end].translate(FOLDED_DIGITS)
    if _ONE_NUMBER.fullmatch(digits):
        plain = digits.replace(",", "").replace("٬", "").replace("٫", ".")
        yield Token(text[first:end], plain, first, end)
        return
    for run in _DIGITS.finditer(text, start, end):
        yield Token(text[first : run.end()], run.group().translate(FOLDED_DIGITS), first, run.end())
        first = run.end()
        while first < end and not text[first].isdigit():
            first += 1
