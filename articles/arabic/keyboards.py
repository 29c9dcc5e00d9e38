"""Text that was typed while the keyboard was set to another script: hgpv;m for الحركة, لاقثشن for break.

Layouts are Windows Arabic (101), which (102) and Linux share but for two keys, Apple's Arabic, and (102) on a French
keyboard. Keys are those of xkeyboard-config's `ara` and Microsoft's KBDA1, KBDA2 and KBDA3.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice, product

from articles.arabic.characters import TASHKEEL

LONGEST_TEXT = 200
_MOST_READINGS = 6

# Row by row, each from its left end.
_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_AZERTY = "azertyuiop^$qsdfghjklmùwxcvbn,;:!"
_PC = "ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ"
_PC_SHIFTED = "- - - - لإ إ - - - ؛ - - - - - - لأ أ - ، - : - - - - - لآ آ - - - ؟"
_MAC = "ض ص ث ق ف غ ع ه خ ح ج ة ش س ي ب ل ا ت ن م ك ؛ ظ ط ذ د ز ر و ، . /"
_MAC_SHIFTED = "- - - - - - - - - - - - - - ى - - آ ٱ - - : - - - ئ ء أ إ ؤ - - ؟"


# The letters of Windows' keys as they lie, for whoever asks which are neighbours.
ARABIC_ROWS = tuple(tuple(_PC.split()[first:last]) for first, last in ((0, 12), (12, 23), (23, 33)))


def _keys(latin: str, arabic: str) -> dict[str, str]:
    return {key: letters for key, letters in zip(latin, arabic.split(), strict=True) if letters != "-"}


# Windows sets ذ left of 1 on (101) keyboards, above the return key on (102).
_ARABIC_OF_KEYS = (
    _keys(_QWERTY, _PC) | {"`": "ذ", "\\": "ذ"} | _keys(_SHIFTED, _PC_SHIFTED),
    _keys(_QWERTY, _MAC) | _keys(_SHIFTED, _MAC_SHIFTED),
    _keys(_AZERTY, _PC) | {"²": "ذ", "*": "ذ"},
)


def _keys_of_arabic(keys: Mapping[str, str]) -> dict[str, list[str]]:
    """A letter, or لا in one key, to the keys that write it; ذ has two."""
    found: dict[str, list[str]] = {}
    for key, letters in keys.items():
        found.setdefault(letters, []).append(key)
    return found


_KEYS_OF_ARABIC = tuple(_keys_of_arabic(keys) for keys in _ARABIC_OF_KEYS)
_NOT_TYPED = str.maketrans(dict.fromkeys(TASHKEEL))
_PIECES = re.compile("ل[اأإآ]|.", re.DOTALL)
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile("[ء-ي]")
# What no Arabic word is like: ة or ى before other letters, hamza as its first, three of one letter, a comma within.
_NO_ARABIC_WORDS = re.compile(r"[ةى](?=[ء-ي])|\b[ةىءئؤ][ء-ي]|([ء-ي])\1\1|[ء-ي][؟،؛:.][ء-ي]")
_ARABIC_WORDS = re.compile(r"[ء-ي0-9\s؟،؛:.]*[ء-ي]{2}[ء-ي0-9\s؟،؛:.]*")
_LATIN_WORDS = re.compile(r"[A-Za-z0-9\s'.,:;?!/-]*")
# Words have a vowel, and capitals at their beginning or throughout.
_LATIN_WORD = re.compile(r"(?=[\w'-]*[aeiouyAEIOUY])(?:[A-Za-z][a-z]*|[A-Z]+)(?:['-][A-Za-z]+)*|[0-9]+")
_EDGES = "'.,:;?!/-"


def other_layouts(text: str) -> list[str]:
    """What the keys would have written in the other script: hgpv;m -> الحركة, at most six readings.

    Empty for a text of both scripts and where a reading could be no words; whether it is one, an index has to say.
    """
    if len(text) > LONGEST_TEXT or bool(_LATIN.search(text)) == bool(_ARABIC.search(text)):
        return []
    readings = _as_arabic(text) if _LATIN.search(text) else _as_latin(text)
    return list(islice(dict.fromkeys(readings), _MOST_READINGS))


def _as_arabic(text: str) -> Iterator[str]:
    """Capitals may be of the shift key or of the caps lock, which Arabic layouts do not know."""
    for keys in _ARABIC_OF_KEYS:
        for typed in dict.fromkeys((text, text.lower())):
            reading = "".join(keys.get(key, key) for key in typed)
            if _ARABIC_WORDS.fullmatch(reading) and not _NO_ARABIC_WORDS.search(reading):
                yield reading


def _as_latin(text: str) -> Iterator[str]:
    bare = text.translate(_NOT_TYPED)
    for keys in _KEYS_OF_ARABIC:
        choices = [_pieces(piece, keys) for piece in _PIECES.findall(bare)]
        doubtful = sum(len(choice) > 1 for choice in choices)
        first = [choice if doubtful <= 2 else choice[:1] for choice in choices]
        for reading in map("".join, product(*first)):
            if _LATIN_WORDS.fullmatch(reading) and all(map(_is_latin_word, reading.split())):
                yield reading


def _pieces(piece: str, keys: Mapping[str, list[str]]) -> list[str]:
    """لا is one key of Windows or two: b or gh."""
    one_key = keys.get(piece, [])
    if len(piece) == 1:
        return one_key[:1] or [piece]
    two_keys = "".join(keys.get(letter, [letter])[0] for letter in piece)
    return [*one_key[:1], two_keys]


def _is_latin_word(word: str) -> bool:
    return bool(_LATIN_WORD.fullmatch(word.strip(_EDGES)))
