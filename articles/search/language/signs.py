"""The signs of the language as regular expressions: what has a meaning, and between which neighbours.

Each takes time that grows with what it reads and no faster: repetitions are possessive, those of letters begin only
where letters begin, and a quotation ends at the next opening mark.
"""

import re

from articles.arabic.characters import INVISIBLE, TASHKEEL
from articles.search.language.fields import NAMES

_DIGIT = "0-9٠-٩۰-۹"
_ON = re.escape("".join(sorted(set(TASHKEEL + INVISIBLE)))) + "\u0300-\u036f"
_LETTER = rf"(?:[^\W_]|[{_ON}])"
_NO_LETTER_BEFORE = rf"(?<![^\W_])(?<![{_ON}])"

# Double marks are one mark, which keyboards and editors write differently.
_DOUBLE = '"“”„‟＂'
_OPENING = f"{_DOUBLE}«‹"
_CLOSING = f"{_DOUBLE}»›"
_QUOTES = f"{_DOUBLE}«»‹›"
# Not behind a word, where it closes (or means inches), unless another begins there: و"داعش"
_DOUBLE_OPENS = rf"(?:(?<![^\W_])|(?=.(?:[^\W_]|[«‹(])))[{_DOUBLE}]"

# At the beginning, or behind a space, an opening bracket or |.
_FRESH = r"(?<![^\s(|])"
_OPERAND = rf"(?:[#@]?[^\W_{_ON}]|[({_OPENING}])"


def _alone(words: str) -> str:
    """Between spaces, brackets and quotations."""
    return rf"(?<![^\s()|{_QUOTES}]){words}(?![^\s()|{_QUOTES}])"


# What stands directly behind a minus or a colon, up to the next blank or bracket or quotation.
CHUNK = re.compile(rf"[^\s()|{_QUOTES}]++")
BLANK = re.compile(r"\s*+")
# The groups of `SIGN` which begin a quotation or a bracket.
OPENING = frozenset({"phrase", "unclosed", "open"})

_DISTANCE = rf"(?P<distance>~(?P<ordered>>)?(?P<slop>[{_DIGIT}]*+))?+"
_NAMES = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))

FIELD = re.compile(rf"(?P<name>(?ai:{_NAMES})):(?={_OPERAND}|\.\.|…)")

SIGN = re.compile(
    rf"(?P<address>{_NO_LETTER_BEFORE}(?ai:[a-z]{{2,10}})://[^\s{_QUOTES}()|]++)"
    rf"|(?P<phrase>(?:«[^«»]*+»|‹[^‹›]*+›|{_DOUBLE_OPENS}[^{_DOUBLE}]*+[{_DOUBLE}]){_DISTANCE})"
    rf"|(?P<unclosed>«[^«»()|\n]*+|‹[^‹›()|\n]*+|{_DOUBLE_OPENS}[^{_DOUBLE}()|\n]*+)"
    rf"|(?P<stray>[{_CLOSING}])"
    r"|(?P<open>\()|(?P<close>\))"
    rf"|(?P<or>\|++|{_alone('OR')})"
    rf"|(?P<and>{_alone('AND')})"
    rf"|(?P<not>{_alone('NOT')}|{_FRESH}-(?={_OPERAND}))"
    rf"|(?P<either>{_alone('[أا]و')})"
    rf"|(?P<field>{_FRESH}{FIELD.pattern})"
    rf"|(?P<wildcard>{_NO_LETTER_BEFORE}{_LETTER}++(?:(?:[*?؟]++{_LETTER}++)++(?:[*?؟]*\*)?|[*?؟]*\*))"
    r"|(?P<star>\*++)"
    rf"|(?P<fuzzy>{_NO_LETTER_BEFORE}{_LETTER}++~[12]?(?![\w~>]))"
)
