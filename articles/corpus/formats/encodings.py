"""Files of records as streams of UTF-8, whatever they are written in: UTF-8, UTF-16 or Arabic in Windows-1256."""

import codecs
import io
from typing import BinaryIO

from articles.corpus.formats.interface import HEAD, Unreadable
from articles.corpus.pages.decoding import decode, unmarked_utf_16
from articles.corpus.pages.unreadable import UnreadablePage

UTF_8 = "utf-8"
CHUNK = 65_536  # bytes
_MARKS_OF_OTHERS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it."""
    return stream.peek(HEAD)[:HEAD]


def decoded_head(head: bytes) -> tuple[str, str]:
    """The text of a file's first bytes, without a letter cut in two, and its encoding, as `decode` names it.

    Raises UnreadablePage for what is no text.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[: len(head) // 2 * 2]
        cut = {0xD8, 0xD9, 0xDA, 0xDB}
        high_byte = head[-1:] if head.startswith(codecs.BOM_UTF16_LE) else head[-2:-1]
        head = head[:-2] if high_byte and high_byte[0] in cut else head
    elif unmarked_utf_16(head):
        head = head[: len(head) // 2 * 2]
    else:
        head = _without_cut_letter(head)
    return decode(head)


def _without_cut_letter(head: bytes) -> bytes:
    """Leave out the last byte or three if they begin a letter of UTF-8 that goes on after the head."""
    for back in range(1, min(4, len(head)) + 1):
        byte = head[-back]
        if byte >= 0xC0:
            needed = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return head[:-back] if needed > back else head
        if byte < 0x80:
            break
    return head


def utf_8_head(head: bytes) -> bytes:
    """The first bytes of a file as they would be in UTF-8 (or Windows-1256), without a byte order mark."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore").encode(UTF_8, "replace")
    if encoding := unmarked_utf_16(head):
        return head.decode(encoding, "ignore").encode(UTF_8, "replace")
    return head.removeprefix(codecs.BOM_UTF8)


def as_utf_8(stream: BinaryIO) -> BinaryIO:
    """The same text in UTF-8 without a byte order mark; bytes that are wrong in UTF-8 are left to the reader.

    Raises Unreadable for what is no text.
    """
    encoding = encoding_of(head_of(stream))
    if encoding == UTF_8:
        if head_of(stream).startswith(codecs.BOM_UTF8):
            stream.read(len(codecs.BOM_UTF8))
        return stream
    return io.BufferedReader(Recoded(stream, encoding), CHUNK)


def encoding_of(head: bytes) -> str:
    """The encoding of a file of records: UTF-8 too where a few of its letters, or of its lines, are broken.

    Raises Unreadable for what is no text.
    """
    if is_mostly_utf_8(head):
        return UTF_8
    try:
        return decoded_head(head)[1]
    except UnreadablePage as error:
        if has_few_broken_lines(head):
            return UTF_8
        raise Unreadable(error.reason, error.line) from None


def is_mostly_utf_8(head: bytes) -> bool:
    """Whether nine in ten of the letters beyond ASCII are UTF-8; of Arabic in another encoding hardly one is."""
    if head.startswith(_MARKS_OF_OTHERS) or b"\0" in head:
        return False
    text = _without_cut_letter(head).decode(UTF_8, "replace")
    return text.count("\ufffd") * 10 < sum(character > "\x7f" for character in text)


def has_few_broken_lines(head: bytes) -> bool:
    """Whether more lines are ASCII or UTF-8 than are not, or have a NUL."""
    if head.startswith(_MARKS_OF_OTHERS):
        return False
    lines = [line for line in _without_cut_letter(head).splitlines() if line.strip()]
    return 2 * sum(b"\0" in line or not _is_utf_8(line) for line in lines) < len(lines)


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True


class Recoded(io.RawIOBase):
    """A stream in UTF-8 of one in another encoding."""

    def __init__(self, stream: BinaryIO, encoding: str):
        self.stream = stream
        self.decoder = codecs.getincrementaldecoder(encoding)()
        self.ready = b""
        self.at = self.passed = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        while self.at == len(self.ready):
            data = self.stream.read1(CHUNK)
            self.ready, self.at = self.recoded(data), 0
            if not data:
                break
        piece = self.ready[self.at : self.at + len(buffer)]
        buffer[: len(piece)] = piece
        self.at += len(piece)
        return len(piece)

    def recoded(self, data: bytes) -> bytes:
        try:
            text = self.decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            place = self.passed + error.start
            raise Unreadable(f"neither UTF-8 nor {error.encoding} near byte {place:,}") from None
        self.passed += len(data)
        return text.encode(UTF_8, "replace")
