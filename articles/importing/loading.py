"""From the paths that an operator names to portions, and all that is refused on the way with its reason."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from articles.corpus.containers import Found, PassedOver, Refused, members
from articles.corpus.containers.found import path_name
from articles.corpus.formats.interface import Format, Member, Options, Unreadable
from articles.corpus.records import Rejection
from articles.importing.dumps import REFUSED, DumpFacts, DumpOutcome, Portion
from articles.importing.manifest import FILE_NAME, Manifest, UnreadableManifest, read_manifest
from articles.importing.progress import Progress, WatchedPath, size_of
from articles.importing.reading import UnknownFormat, read_member

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
    format: Format | None = None
    options: Options = field(default_factory=Options)
    files: list[FoundFile] = field(default_factory=list)
    outcomes: list[DumpOutcome] = field(default_factory=list)
    passed_over: int = 0
    manifests: dict[Path, Manifest | None] = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)

    def refuse(self, path: object, reason: str, line: int | None = None) -> None:
        self.outcomes.append(DumpOutcome(path_name(path), REFUSED, {}, [Rejection(line, reason)]))

    def find(self, paths: Iterable[str]) -> None:
        """Expand the paths: files as they are, `-` for standard input, folders to what is in them, in order of name."""
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
        self.progress.total = sum(size_of(file.path) for file in self.files)

    def find_in_folder(self, root: Path) -> None:
        """Add the files of a folder and of those in it; hidden files, README* and the manifest are passed over."""
        refused = len(self.outcomes)
        found = []
        for parent, folders, names in os.walk(root, onerror=lambda e: self.refuse(e.filename, explain(e))):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.lower().startswith(PASSED_OVER) or name == FILE_NAME:
                    self.passed_over += 1
                elif (Path(parent) / name).is_file():
                    found.append(FoundFile(Path(parent) / name, root))
                else:
                    self.refuse(Path(parent) / name, "neither a file nor a folder")
            self.check_manifest(Path(parent))
        if not found and refused == len(self.outcomes):
            self.refuse(root, "no files in this folder")
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
            self.outcomes.append(DumpOutcome(path_name(path), REFUSED, {}, list(manifest.rejections)))
        return manifest

    def portions(self, is_known: Callable[[str], bool]) -> Iterator[Portion | FoundFile]:
        """Read the files one by one, as portions; after each file comes the file itself, for those who count them."""
        for file in self.files:
            facts = self.facts(file)
            for found in self.members(file):
                if isinstance(found, Refused):
                    self.refuse(found.name, found.reason)
                elif isinstance(found, PassedOver):
                    self.passed_over += 1
                else:
                    yield from self.read(found, file, facts, is_known)
            self.progress.end_file(size_of(file.path))
            yield file

    def members(self, file: FoundFile) -> Iterator[Found]:
        """What stands in a file; standard input is kept aside first, because it is read twice."""
        if str(file.path) != STANDARD_INPUT:
            yield from members(WatchedPath.of(file.path, self.progress))
            return
        with tempfile.NamedTemporaryFile(prefix="newsarchive-") as kept:
            try:
                shutil.copyfileobj(sys.stdin.buffer, kept)
                kept.flush()
            except OSError as error:
                yield Refused(STANDARD_INPUT, f"cannot be kept in the temporary folder: {explain(error)}")
                return
            for found in members(Path(kept.name)):
                yield replace(found, name=found.name.replace(kept.name, STANDARD_INPUT, 1))

    def read(
        self, member: Member, file: FoundFile, facts: DumpFacts, is_known: Callable[[str], bool]
    ) -> Iterator[Portion]:
        """The portions of one member; what cannot be read at all is refused, what is no news passed over."""
        name = file.path.name + member.name[len(path_name(file.path)) :]
        reading = read_member(
            member,
            name,
            facts,
            self.options,
            chosen=self.format,
            is_named=file.root is None and member.name == path_name(file.path),
            is_known=is_known,
        )
        try:
            yield from reading
        except UnknownFormat:
            self.passed_over += 1
        except Unreadable as error:
            self.refuse(member.name, error.reason, error.line)
        except OSError as error:
            self.refuse(member.name, explain(error))


def explain(error: OSError | ValueError) -> str:
    """What an operator should know of an error of the operating system."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return getattr(error, "strerror", None) or str(error)
