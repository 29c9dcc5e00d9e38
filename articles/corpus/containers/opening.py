"""From a path to what stands in it: which container it is, and the plain stream of each file in it."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from articles.corpus.containers import tars, zips
from articles.corpus.containers.budget import Budget, Piece
from articles.corpus.containers.found import Found, Refused, path_name
from articles.corpus.containers.inflating import compression_of, inflated
from articles.corpus.formats.interface import HEAD, Member, Unreadable

MOST_LAYERS = 2  # a file in a .gz, or in a .gz inside a compressed archive

# Archives that only other programs unpack, by their first bytes.
UNREAD_ARCHIVES = {
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"LZIP": "lzip data",
    b"\x04\x22\x4d\x18": "LZ4 data",
    b"\x1f\x9d": "data of the old compress",
}


def members(path: Path) -> Iterator[Found]:
    """What is to be read in a file: the file itself, or the members of an archive in its order.

    Raises nothing: what cannot be opened, and the rest of an archive that is damaged, is `Refused`. A member should be
    opened before the next is asked for; later it can be, but where the archive is compressed, at the price of unpacking
    all that stands before it once more.
    """
    name = path_name(path)
    try:
        yield from _members(path, name, Budget())
    except Unreadable as error:
        yield Refused(name, error.reason)
    except (OSError, ValueError) as error:
        yield Refused(name, explained(error))


def _members(path: Path, name: str, budget: Budget) -> Iterator[Found]:
    with path.open("rb") as file:
        is_zip = file.read(4) in zips.MAGICS
    if is_zip:
        yield from zips.members(path, name, budget, plain)
        return

    def open_path() -> BinaryIO:
        return unpacked(file_stream(path, budget), budget)[0]

    with open_path() as stream:
        is_tar = tars.is_tar(stream.peek(HEAD))
    if is_tar:
        yield from tars.members(open_path, name, partial(plain, budget=budget, layers=1))
    else:
        yield Member(name, partial(plain, partial(file_stream, path, budget), budget))


def file_stream(path: Path, budget: Budget) -> BinaryIO:
    return io.BufferedReader(Piece(path.open("rb", buffering=0), budget), HEAD)


def unpacked(stream: BinaryIO, budget: Budget, layers: int = 0) -> tuple[BinaryIO, int]:
    """Take compressions off a stream, and say how many layers that makes with those that were off before."""
    while compression := compression_of(stream.peek(HEAD)):
        if layers == MOST_LAYERS:
            raise Unreadable(f"compressed more than {MOST_LAYERS} times over")
        stream = inflated(stream, compression, budget)
        layers += 1
    return stream, layers


def plain(open_stored: Callable[[], BinaryIO], budget: Budget, layers: int = 0) -> BinaryIO:
    """The stream of one member that is no archive, without its compressions. Raises Unreadable."""
    stream = open_stored()
    try:
        stream = unpacked(stream, budget, layers)[0]
        refuse_archive(stream.peek(HEAD))
    except OSError as error:
        stream.close()
        raise Unreadable(explained(error)) from None
    except Unreadable:
        stream.close()
        raise
    return stream


def refuse_archive(head: bytes) -> None:
    """Refuse what is an archive once more: to read it, it would have to be unpacked first."""
    for magic, kind in UNREAD_ARCHIVES.items():
        if head.startswith(magic):
            raise Unreadable(f"{kind}, which is not read here; unpack it first")
    if head[:4] in zips.MAGICS or tars.is_tar(head):
        raise Unreadable("an archive inside an archive or a compression; unpack the outer one first")


def explained(error: OSError | ValueError) -> str:
    """What an operator should know of an error of the operating system."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return getattr(error, "strerror", None) or str(error)
