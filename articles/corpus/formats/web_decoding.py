"""From the bytes of a web page to its text: byte order mark, then what the bytes are, then what is declared."""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,30})""", re.I
)
_DECLARED_WITHIN = 8_192  # bytes; standards say 1,024, and old pages put scripts first
_ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{3}")
_ARABIC_WORDS = 5  # so many runs of Arabic letters are Arabic; text of another code page has none so long

# What browsers take these names for.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-6": "iso8859_6"}
_LATIN = ("cp1252", "iso8859_15")


def decode_page(data: bytes, declared: str = "") -> str:
    """The text of a page; `declared` is the charset of its HTTP header. What cannot be read becomes U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if encoding := _unmarked_utf_16(data):
        return data.decode(encoding, errors="replace")
    named = _known(declared) or _known(_declared_within(data))
    if (text := _strictly(data, "utf-8")) is not None:
        return text
    if named in (None, "utf-8", *_LATIN):
        arabic = data.decode("cp1256", errors="replace")
        if len(_ARABIC_WORD.findall(arabic)) >= _ARABIC_WORDS and not _is_mostly_utf_8(data):
            return arabic
    return data.decode(named or "utf-8", errors="replace")


def _declared_within(data: bytes) -> str:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return found.group(1).decode("ascii", errors="replace") if found else ""


def _known(name: str) -> str | None:
    """Python's name of a text encoding; UTF-16 is none that bytes with readable tags can be in."""
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not info._is_text_encoding or info.name.startswith(
        ("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode", "raw")
    ):
        return None
    return _MEANT.get(info.name, info.name)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf_16(data: bytes) -> str | None:
    head = data[:64].lstrip(b" \r\n\t\x00")[:4]
    if head.startswith(b"<\x00"):
        return "utf-16-le" if len(data[:64]) and data[1:2] == b"\x00" else "utf-16-be"
    return "utf-16-be" if data[:2] == b"\x00<" else None


def _is_mostly_utf_8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes, which is commoner than a wrong declaration."""
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(1 for character in text if character > "\x7f")
    return text.count("\ufffd") * 10 < beyond_ascii
