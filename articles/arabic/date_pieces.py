"""Pieces of the regular expressions for dates in folded text.

Every repetition is bounded, so that a match at one place takes the same time however long the text is.
"""

import re
from collections.abc import Iterable

# Not over the end of a line: what stands there is of another paragraph.
_BLANK = r"[^\S\n\r]"
GAP = rf"{_BLANK}{{0,3}}"
SPACE = rf"{_BLANK}{{1,3}}"
# The dot of Mar. and Sept.
ABBREVIATED = r"(?:(?<=[a-z])\.)?"
END_OF_WORD = r"(?![^\W_])"
# Of a month, which a year may follow without a space: نوفمبر2025.
END_OF_MONTH = rf"(?:{END_OF_WORD}|(?=\d{{4}}(?!\d)))"
# A number which ends here, and is neither a sum of money (1.500) nor a share (20 %).
END_OF_NUMBER = rf"(?!\d|[.,٫٬]\d|{_BLANK}?[%٪])"
# A number which continues another (3.20, 10:20, 5/20) begins nothing.
FRESH_NUMBER = r"(?<!\d[/.,:٫٬])(?<!\d)"

_HIJRI = rf"{_BLANK}?(?:هجري(?:ه|ا)?{END_OF_WORD}|ه(?:{END_OF_WORD}|(?=الموافق)))"
_COMMON = rf"{_BLANK}?(?:ميلادي(?:ه|ا)?|م|ad|ce){END_OF_WORD}"


def any_of(words: Iterable[str]) -> str:
    """The longest first; between the words of one, up to three blanks."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(SPACE.join(map(re.escape, word.split())) for word in longest_first)


def era(number: str = "") -> str:
    """What may follow a year: 1446 هـ, 2026م; in the groups `hijri` and `common`, with a number if there are two."""
    return rf"(?:(?P<hijri{number}>{_HIJRI})|(?P<common{number}>{_COMMON}))?"
