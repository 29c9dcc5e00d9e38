"""From the paths that an operator names to dumps that are read, and everything refused on the way with its reason."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from articles.corpus.pages import LARGEST_PAGE, UnreadablePage, read_page
from articles.corpus.records import Rejection
from articles.importing.dumps import REFUSED, DumpFacts, DumpOutcome, LoadedDump
from articles.importing.manifest import FILE_NAME, Manifest, UnreadableManifest, read_manifest

STANDARD_INPUT = "-"
PASSED_OVER = ("readme", ".")


@dataclass(frozen=True)
class FoundFile:
    """A file to read, and the folder that the operator named to find it, if any."""

    path: Path
    root: Path | None = None


@dataclass
class Loading:
    """What is to be read: the files in order, what the operator knows of them, and what was refused so far."""

    source: str = ""
    manifest: Manifest | None = None
    files: list[FoundFile] = field(default_factory=list)
    outcomes: list[DumpOutcome] = field(default_factory=list)
    passed_over: int = 0
    manifests: dict[Path, Manifest | None] = field(default_factory=dict)

    def refuse(self, path: object, reason: str, line: int | None = None) -> None:
        self.outcomes.append(DumpOutcome(shown(path), REFUSED, {}, [Rejection(line, reason)]))

    def find(self, paths: Iterable[str]) -> None:
        """Expand the paths: files as they are, `-` for standard input, folders to their *.txt, in order of name."""
        for name in paths:
            path = Path(name)
            try:
                if name == STANDARD_INPUT or path.is_file():
                    self.files.append(FoundFile(path))
                elif path.is_dir():
                    self.find_in_folder(path)
                else:
                    self.refuse(path, "neither a file nor a folder" if path.exists() else "no such file or folder")
            except (OSError, ValueError) as error:
                self.refuse(path, explain(error))

    def find_in_folder(self, root: Path) -> None:
        """Add the *.txt of a folder and of those in it; hidden files, README* and the manifest are passed over."""
        refused = len(self.outcomes)
        found = []
        for parent, folders, names in os.walk(root, onerror=lambda e: self.refuse(e.filename, explain(e))):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.lower().startswith(PASSED_OVER) or name == FILE_NAME:
                    self.passed_over += 1
                elif name.lower().endswith(".txt"):
                    found.append(FoundFile(Path(parent) / name, root))
            self.check_manifest(Path(parent))
        if not found and refused == len(self.outcomes):
            self.refuse(root, "no *.txt files in this folder")
        self.files.extend(found)

    def check_manifest(self, folder: Path) -> None:
        """Refuse the rows of a folder's manifest that name files which are not there."""
        manifest = None if self.manifest else self.manifest_in(folder)
        for name, line in manifest.lines.items() if manifest else ():
            if not (folder / name).is_file():
                self.refuse(manifest.path, f"names the file {name}, which is not there", line)

    def facts(self, file: FoundFile) -> DumpFacts:
        """What is known of a file, and the source named for all where no manifest gives one.

        The manifest is the one named, else that of the file's folder or of one above, up to the folder named.
        """
        if self.manifest:
            facts = self.manifest.of(file.path)
        else:
            facts = next((found for found in self.facts_nearby(file) if found), None)
        facts = facts or DumpFacts()
        return facts if facts.source else replace(facts, source=self.source)

    def facts_nearby(self, file: FoundFile) -> Iterator[DumpFacts | None]:
        """What the manifests of a file's folder and of those above say, the nearest first."""
        folder = file.path.parent
        while file.root:
            manifest = self.manifest_in(folder)
            yield manifest and manifest.of(file.path)
            if folder == file.root:
                return
            folder = folder.parent

    def manifest_in(self, folder: Path) -> Manifest | None:
        """A folder's own manifest, read once; one that cannot be read is refused."""
        if folder not in self.manifests:
            path = folder / FILE_NAME
            self.manifests[folder] = self.use_manifest(path) if path.is_file() else None
        return self.manifests[folder]

    def use_manifest(self, path: Path) -> Manifest | None:
        """Read a manifest; what is wrong in it is refused with its line."""
        try:
            manifest = read_manifest(path)
        except UnreadableManifest as error:
            self.refuse(path, str(error))
            return None
        if manifest.rejections:
            self.outcomes.append(DumpOutcome(shown(path), REFUSED, {}, list(manifest.rejections)))
        return manifest

    def dumps(self) -> Iterator[LoadedDump | None]:
        """Read the files one by one; None for one that was refused."""
        for file in self.files:
            try:
                yield self.read(file)
            except UnreadablePage as error:
                self.refuse(file.path, error.reason, error.line)
                yield None
            except OSError as error:
                self.refuse(file.path, explain(error))
                yield None

    def read(self, file: FoundFile) -> LoadedDump:
        """Read one file. Raises UnreadablePage or OSError."""
        path = file.path
        if str(path) == STANDARD_INPUT:
            data = read_bounded(sys.stdin.buffer)
        else:
            with path.open("rb") as stream:
                data = read_bounded(stream)
        return LoadedDump(
            path=shown(path),
            name=shown(path.name)[:255],
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            page=read_page(path.name, data),
            facts=self.facts(file),
        )


def read_bounded(stream: BinaryIO) -> bytes:
    """A file's bytes. A page dump is small: one that is not is refused before it fills the memory."""
    data = stream.read(LARGEST_PAGE + 1)
    if len(data) > LARGEST_PAGE:
        raise UnreadablePage(f"larger than {LARGEST_PAGE:,} bytes, which no saved page is")
    return data


def shown(path: object) -> str:
    """A path as text that can be printed and stored: bytes that are not UTF-8 are shown escaped."""
    return os.fsencode(str(path)).decode("utf-8", "backslashreplace")


def explain(error: OSError | ValueError) -> str:
    """What an operator should know of an error of the operating system."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return getattr(error, "strerror", None) or str(error)
