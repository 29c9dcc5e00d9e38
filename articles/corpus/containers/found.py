"""What is found in a path, beside members to read: what is refused and what is passed over; and how names are shown."""

import os
import re
from dataclasses import dataclass

from articles.corpus.formats.interface import Member

LONGEST_NAME = 1000  # characters
MANIFEST = "manifest.csv"
# Folders that the archivers of desktops add beside the files themselves.
OF_DESKTOPS = ("__macosx", "thumbs.db", "desktop.ini")

# Controls, separators of lines, direction controls and surrogates: what would change a line that shows it.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Refused:
    """A file, or the rest of an archive, that cannot be read, and why, in a sentence for the operator."""

    name: str
    reason: str


@dataclass(frozen=True)
class PassedOver:
    """Something that is no news by its name or its kind: README*, the manifest, hidden files, folders, links."""

    name: str


Found = Member | Refused | PassedOver


def is_passed_over(name: str) -> bool:
    """Whether a file inside an archive is passed over: 2025/.DS_Store, __MACOSX/a.txt, README.md, manifest.csv."""
    parts = name.replace("\\", "/").casefold().split("/")
    hidden = any(part in OF_DESKTOPS or (part.startswith(".") and part.strip(".")) for part in parts)
    return hidden or parts[-1].startswith("readme") or parts[-1] == MANIFEST


def path_name(path: os.PathLike | str) -> str:
    """A path of the operator as text that can be printed and stored: bytes that are not UTF-8 are shown escaped."""
    return _escaped(os.fsencode(os.fspath(path)).decode("utf-8", "backslashreplace"))


def inner_name(archive: str, name: str) -> str:
    """The name of a member, as a path below its archive: `../../etc/a` in a.zip is a.zip/\\x2e\\x2e/\\x2e\\x2e/etc/a.

    Nobody opens such a path, but what looks like one leads to mistakes; so it is written as what it is.
    """
    shown = "/".join(_plain_part(part) for part in name.lstrip("/").split("/"))
    if name.startswith("/"):
        shown = "\\x2f" + shown
    return f"{archive}/{shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME] + '…'}"


def _plain_part(part: str) -> str:
    if part in (".", ".."):
        return part.replace(".", "\\x2e")
    if re.match("[A-Za-z]:", part):
        part = part.replace(":", "\\x3a", 1)
    return _escaped(part)


def _escaped(text: str) -> str:
    return _UNSHOWN.sub(lambda found: found.group().encode("unicode_escape").decode(), text)
