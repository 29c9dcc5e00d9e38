"""Page dumps: saved pages as plain text (.txt), one file a page, read by `articles.corpus.pages`."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from articles.corpus.formats.encodings import decoded_head
from articles.corpus.formats.interface import Format, Options, Read, Unreadable
from articles.corpus.pages import LARGEST_PAGE, UnreadablePage, read_page

COMPRESSED = (".gz", ".bz2", ".xz", ".zst")


def recognises(head: bytes, name: str) -> bool:
    """Whether this is text and not called anything else than .txt: in a folder stand programs and notes too."""
    path = PurePath(name)
    if path.suffix.lower() in COMPRESSED:
        path = path.with_suffix("")
    if path.suffix.lower() not in (".txt", ""):
        return False
    try:
        decoded_head(head)
    except UnreadablePage:
        return False
    return True


def read(stream: BinaryIO, name: str, options: Options) -> Iterator[Read]:
    """The one page of a file, which is small: one that is not is refused before it fills the memory."""
    data = stream.read(LARGEST_PAGE + 1)
    try:
        yield read_page(PurePath(name).name, data)
    except UnreadablePage as error:
        raise Unreadable(error.reason, error.line) from None


PAGE = Format("page", recognises, read)
