"""Texts made fit for formats in which a line is a field."""

import re
from urllib.parse import quote

# Everything that some reader takes for the end of a line, the other controls, and halves of characters.
_BREAKS = re.compile("[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufffe\uffff]+")
# What an address may hold as it is, the percent sign of what is encoded already among them.
_OF_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


def one_line(text: str) -> str:
    """A text with single spaces and without controls: "a\\n\\tb\\0" -> "a b"."""
    return _BREAKS.sub(" ", text).strip(" ")


def safe_address(address: str) -> str:
    """An address in ASCII, without spaces, braces or backslashes; one that is encoded stays as it is."""
    return quote(one_line(address), safe=_OF_ADDRESSES)
