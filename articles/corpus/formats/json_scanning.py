"""Where the values of a JSON file begin and end, found without reading them: no value is ever held that is too long.

Depth costs a counter and not the stack, a string of gigabytes costs nothing but time.
"""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.corpus.formats.field_names import TEXTUAL, is_known
from articles.corpus.formats.interface import Unreadable
from articles.corpus.pages.vocabulary import words

CHUNK = 2**16
LONGEST_KEY = 100  # bytes

# Under which names a file holds all its articles in one list, perhaps inside other objects of these names.
WRAPPERS = words(
    "articles data docs documents entries feed hits items news posts records response result results rows stories value"
)
MOST_WRAPPED = 8  # objects inside one another

BEGINNING = b""  # in the place of a record: here a list of records begins

_STRUCTURE = re.compile(rb'["{}\[\]]')
_IN_STRING = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_SPACE = re.compile(rb"[ \t\r\n]*+")
_SCALAR = re.compile(rb"[^\s,:\[\]{}\"]*+")


class Kept:
    """Bytes that are kept while a cursor passes over them: all of them, or None when they were too many."""

    def __init__(self, cursor: "Cursor", limit: int):
        self.cursor, self.limit = cursor, limit
        self.pieces: list[bytes] = []
        self.size = 0
        self.start = cursor.at
        cursor.keeping.append(self)

    def add(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size <= self.limit:
            self.pieces.append(piece)
        else:
            self.pieces.clear()
        self.start = 0

    def taken(self) -> bytes | None:
        """What was passed since, and the end of keeping it."""
        self.cursor.keeping.remove(self)
        self.add(self.cursor.chunk[self.start : self.cursor.at])
        return b"".join(self.pieces) if self.size <= self.limit else None


class Cursor:
    """A place in a stream of JSON, which goes on value by value. Raises Unreadable where the stream breaks off."""

    def __init__(self, stream: BinaryIO):
        self.stream = stream
        self.chunk = b""
        self.at = 0
        self.keeping: list[Kept] = []

    def has_more(self) -> bool:
        """Go on to the next chunk, if there is one."""
        for kept in self.keeping:
            kept.add(self.chunk[kept.start :])
        self.chunk, self.at = self.stream.read1(CHUNK), 0
        return bool(self.chunk)

    def go_on(self) -> None:
        if not self.has_more():
            raise Unreadable("cut short: the file ends inside a JSON value")

    def peek(self) -> bytes:
        """The next byte that is no white space; none at the end."""
        while True:
            self.at = _SPACE.match(self.chunk, self.at).end()
            if self.at < len(self.chunk):
                return self.chunk[self.at : self.at + 1]
            if not self.has_more():
                return b""

    def skip_value(self) -> None:
        first = self.peek()
        if first in b"{[" and first:
            self.skip_nested()
        elif first == b'"':
            self.at += 1
            self._skip_string()
        else:
            self._skip_scalar()

    def skip_nested(self, depth: int = 0) -> None:
        """To after the bracket that closes what begins here, or, at a depth, what began before."""
        while True:
            found = _STRUCTURE.search(self.chunk, self.at)
            if not found:
                self.go_on()
                continue
            self.at = found.end()
            match found.group():
                case b'"':
                    self._skip_string()
                case b"{" | b"[":
                    depth += 1
                case _:
                    depth -= 1
            if not depth:
                return

    def _skip_string(self) -> None:
        """From after the quotation mark that opens it to after the one that closes it."""
        while True:
            self.at = _IN_STRING.match(self.chunk, self.at).end()
            if self.at == len(self.chunk):
                self.go_on()
            elif self.chunk[self.at] == ord('"'):
                self.at += 1
                return
            else:  # a reversed slash at the end of the chunk, whose letter comes in the next
                self.at = len(self.chunk)
                self.go_on()
                self.at = 1

    def _skip_scalar(self) -> None:
        passed = 0
        while True:
            end = _SCALAR.match(self.chunk, self.at).end()
            passed += end - self.at
            self.at = end
            if end < len(self.chunk) or not self.has_more():
                break
        if not passed:
            raise Unreadable("not JSON: something stands where a value is expected")

    def value(self, limit: int) -> bytes | None:
        """The bytes of the value that begins here; None for one of more than `limit`."""
        self.peek()
        kept = Kept(self, limit)
        self.skip_value()
        return kept.taken()


def records(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The bytes of each record of a JSON file, None for one of more than `limit`.

    The file is a list of records, an object with such a list under a name like `articles`, one record, or several of
    these in a row. Raises Unreadable.
    """
    cursor = Cursor(stream)
    while first := cursor.peek():
        if first == b"[":
            cursor.at += 1
            yield from _elements(cursor, limit)
        elif first == b"{":
            yield from _object(cursor, limit)
        elif first == b",":  # records in lines that were those of a list
            cursor.at += 1
        else:
            raise Unreadable("not JSON: a file of records begins with [ or {")


def _elements(cursor: Cursor, limit: int) -> Iterator[bytes | None]:
    """The elements of a list whose bracket is behind."""
    while (first := cursor.peek()) != b"]":
        if first == b",":
            cursor.at += 1
        elif first:
            yield cursor.value(limit)
        else:
            raise Unreadable("cut short: the list of records has no end")
    cursor.at += 1


def _object(cursor: Cursor, limit: int) -> Iterator[bytes | None]:
    """The records that an object holds in a list, or the object itself."""
    whole = Kept(cursor, limit)
    is_wrapper = False
    for data in _wrapped(cursor, limit):
        is_wrapper, whole.limit = True, 0
        if data is not BEGINNING:
            yield data
    data = whole.taken()
    if not is_wrapper:
        yield data


def _wrapped(cursor: Cursor, limit: int, depth: int = 1) -> Iterator[bytes | None]:
    """The records in the lists of an object, and of the objects in it; before those of each list `BEGINNING`.

    Of an object with a text no list is one of records, and of one with a headline only a list of what has texts: for
    {"title": "the name of a feed", "items": [...]} is none, and an article has lists of links to others.
    """
    seen: set[str] = set()
    for key in _keys(cursor):
        first = cursor.peek()
        is_wrapper = key.lower() in WRAPPERS and "text" not in seen
        if is_wrapper and first == b"[":
            yield from _list(cursor, limit, needs_text="headline" in seen)
        elif is_wrapper and first == b"{" and depth < MOST_WRAPPED and not seen:
            yield from _wrapped(cursor, limit, depth + 1)
        else:
            seen |= {ours for ours in TEXTUAL if is_known(key, ours)}
            cursor.skip_value()


def _list(cursor: Cursor, limit: int, *, needs_text: bool) -> Iterator[bytes | None]:
    """The records of a list whose bracket comes next, if records are in it."""
    cursor.at += 1
    first = cursor.peek()
    if first not in (b"{", b"]"):
        cursor.skip_nested(depth=1)
    elif first == b"]":
        cursor.at += 1
        yield BEGINNING
    elif not needs_text:
        yield BEGINNING
        yield from _elements(cursor, limit)
    else:
        record = cursor.value(limit)
        if any(is_known(key, "text") for key in first_keys(record or b"")[0]):
            yield BEGINNING
            yield record
            yield from _elements(cursor, limit)
        else:
            cursor.skip_nested(depth=1)


def _keys(cursor: Cursor) -> Iterator[str]:
    """The keys of an object, the cursor before the value of each, which is to be passed; then after the object."""
    cursor.at += 1
    while (first := cursor.peek()) != b"}":
        if first == b",":
            cursor.at += 1
            continue
        if first != b'"':
            raise Unreadable("not JSON: a key in quotation marks is expected" if first else "cut short: no end")
        key = cursor.value(LONGEST_KEY) or b'""'
        if cursor.peek() != b":":
            raise Unreadable("not JSON: a colon is expected after a key")
        cursor.at += 1
        yield key[1:-1].decode("utf-8", "replace")
    cursor.at += 1


def is_wrapper(head: bytes) -> bool:
    """Whether an object, of which the first bytes are given, holds a list of records, as far as they tell."""
    cursor = Cursor(io.BytesIO(head))
    try:
        return cursor.peek() == b"{" and next(_wrapped(cursor, len(head)), None) is not None
    except Unreadable:
        return False


def first_keys(head: bytes) -> tuple[list[str], bool]:
    """The keys of the first object, perhaps in a list, as far as the first bytes go; and whether that is all of it."""
    cursor = Cursor(io.BytesIO(head))
    keys: list[str] = []
    try:
        if cursor.peek() == b"[":
            cursor.at += 1
        if cursor.peek() == b"{":
            for key in _keys(cursor):
                keys.append(key)
                cursor.skip_value()
    except Unreadable:
        return keys, False
    return keys, True
