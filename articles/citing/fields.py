"""Texts made fit for formats in which a line is a field."""

import re
from unicodedata import combining
from urllib.parse import quote, unquote

# Everything that some reader takes for the end of a line, the other controls, and halves of characters.
_BREAKS = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufffe\uffff]+")
# What an address may hold as it is, the percent sign of what is encoded already among them.
_OF_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"
_BEYOND_ASCII = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def one_line(text: str) -> str:
    """A text with single spaces and without controls: "a\\n\\tb\\0" -> "a b"."""
    return _BREAKS.sub(" ", text).strip(" ")


def safe_address(address: str) -> str:
    """An address in ASCII, without spaces, braces or backslashes; one that is encoded stays as it is."""
    return quote(one_line(address), safe=_OF_ADDRESSES)


def readable_address(address: str) -> str:
    """An address for people: words in letters of any script as themselves, all else as in `safe_address`."""
    return _BEYOND_ASCII.sub(_word_or_as_it_was, safe_address(address))


def _word_or_as_it_was(encoded: re.Match) -> str:
    try:
        word = unquote(encoded[0], errors="strict")
    except UnicodeDecodeError:
        return encoded[0]
    return word if all(letter.isalnum() or combining(letter) for letter in word) else encoded[0]
