"""From the bytes of a file to its text: UTF-8, UTF-16, or Windows-1256 when the outcome is Arabic."""

import codecs
import re

from articles.corpus.pages.unreadable import UnreadablePage

_LOOKED_AT = 4096  # bytes
LARGEST_PAGE = 20 * 1024 * 1024

_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06c1\u06d2]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u00f6\u00f8-\u00ff]")
_ACCENTED = "[\u00c0-\u00f6\u00f8-\u00ff]"
_ACCENTED_BESIDE_ARABIC = re.compile(f"[\u0621-\u064a]{_ACCENTED}|{_ACCENTED}[\u0621-\u064a]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")


def decode(data: bytes) -> tuple[str, str]:
    """Give the text and the name of its encoding (utf-8, utf-16 or without its mark utf-16-le, windows-1256)."""
    if len(data) > LARGEST_PAGE:
        raise UnreadablePage(f"larger than {LARGEST_PAGE:,} bytes, which no saved page is")
    text, encoding = _decoded(data)
    if _is_binary(text):
        raise UnreadablePage("binary data, not text")
    if not text.strip():
        raise UnreadablePage("empty" if not data else "nothing but white space")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    # The mark of UTF-32 (little end first) begins with that of UTF-16, so it is asked for first.
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadablePage("UTF-32 text, which is not read here; save it as UTF-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf_16(data, "utf-16"), "utf-16"
    if encoding := unmarked_utf_16(data):
        return _utf_16(data, encoding), encoding
    if b"\x00" in data:
        raise UnreadablePage("binary data, not text")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        return _windows_1256(data, error), "windows-1256"


def unmarked_utf_16(data: bytes) -> str | None:
    """The encoding of Arabic in UTF-16 without a mark: of nearly all its letters and spaces one byte is 0, 6 or 32."""
    head = data[: _LOOKED_AT // 2 * 2]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        usual = sum(map(high.count, (0x00, 0x06, 0x20)))
        if usual * 20 >= len(high) * 19 and high.count(0x06) * 10 >= len(high) and b"\x00" in high:
            return encoding
    return None


def _utf_16(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadablePage(f"broken UTF-16 at byte {error.start}") from None


def _windows_1256(data: bytes, utf8_error: UnicodeDecodeError) -> str:
    text = data.decode("cp1256", errors="replace")
    if _is_arabic(text):
        return text
    # `object` lacks the mark that utf-8-sig has taken off, and `start` counts in it.
    broken = utf8_error.object[: utf8_error.start]
    line = len(re.findall(rb"\r\n|\r|\n", broken)) + 1
    raise UnreadablePage("neither UTF-8 nor Arabic in Windows-1256", line)


def _is_arabic(text: str) -> bool:
    """Whether a reading as Windows-1256 is Arabic and not another encoding in disguise.

    UTF-8 read so is half tah and zah, ISO 8859-6 puts accented Latin letters inside Arabic words, other data is full of
    control characters.
    """
    arabic = len(_ARABIC_LETTER.findall(text))
    latin = len(_LATIN_LETTER.findall(text))
    return (
        arabic > 0
        and arabic > latin
        and len(_CONTROL.findall(text)) * 100 < arabic
        and len(_ACCENTED_BESIDE_ARABIC.findall(text)) * 50 < arabic
        and (text.count("\u0637") + text.count("\u0638")) * 4 < arabic
    )


def _is_binary(text: str) -> bool:
    """Text has no NUL, and other control characters only by accident."""
    return "\x00" in text or len(_CONTROL.findall(text)) * 20 > len(text)
