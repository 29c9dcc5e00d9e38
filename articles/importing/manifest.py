"""The manifest of a folder of dumps: what its operator knows of each file and the pages do not say."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from articles.arabic import calendars
from articles.corpus.records import Rejection
from articles.importing.dumps import DumpFacts

FILE_NAME = "manifest.csv"
COLUMNS = ("file", "source", "url", "published", "tags")
LARGEST = 50_000_000  # bytes
LONGEST_URL = 2000
LONGEST_NAME = 200


class UnreadableManifest(Exception):
    """A manifest that cannot be used at all."""


@dataclass(frozen=True)
class Manifest:
    """What is known of files, by their path relative to the manifest's folder; and the rows that were refused."""

    path: str
    folder: Path
    facts: dict[str, DumpFacts] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    rejections: tuple[Rejection, ...] = ()

    def of(self, path: Path) -> DumpFacts | None:
        """What the manifest says of a file: named by its path in the folder, or by its name alone."""
        try:
            relative = path.absolute().relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            relative = path.name
        return self.facts.get(relative) or self.facts.get(path.name)


def read_manifest(path: Path) -> Manifest:
    """Read a manifest: CSV in UTF-8 with a line of column names, `file` among them; the others may be absent.

    Raises UnreadableManifest where that is not what the file is; single wrong rows are refused with their line.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableManifest(f"{path}: larger than {LARGEST:,} bytes")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableManifest(f"{path}: not UTF-8 text") from None
    except OSError as error:
        raise UnreadableManifest(f"{path}: {error.strerror}") from None
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    try:
        names = [(name or "").strip().lower() for name in reader.fieldnames or []]
        reader.fieldnames = names
        if "file" not in names:
            raise UnreadableManifest(
                f"{path}: the first line must name the columns, {', '.join(COLUMNS)}; file is missing"
            )
        return read_rows(path, reader)
    except csv.Error as error:
        raise UnreadableManifest(f"{path}, line {reader.line_num}: {error}") from None


def read_rows(path: Path, reader: csv.DictReader) -> Manifest:
    """The manifest of a reader's rows."""
    facts, lines, rejections = {}, {}, []
    for row in reader:
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        reason = fault(cells, facts)
        if reason:
            rejections.append(Rejection(reader.line_num, reason))
        if cells["file"] and cells["file"] not in facts:
            facts[cells["file"]] = DumpFacts() if reason else facts_of(cells)
            lines[cells["file"]] = reader.line_num
    return Manifest(str(path), path.parent, facts, lines, tuple(rejections))


def fault(cells: dict[str, str], facts: dict[str, DumpFacts]) -> str | None:
    """What is wrong with a row, if anything."""
    if not cells["file"]:
        return "the file is not named"
    if cells["file"] in facts:
        return f"{cells['file']} is named twice; the first row counts"
    if cells["published"]:
        try:
            calendars.bounds(cells["published"])
        except ValueError as error:
            return f"published: {error}"
    if cells["url"] and not (cells["url"].startswith(("http://", "https://")) and len(cells["url"]) <= LONGEST_URL):
        return f"url: not an http address of at most {LONGEST_URL} characters: {cells['url'][:80]}"
    if len(cells["source"]) > LONGEST_NAME or any(len(tag) > LONGEST_NAME for tag in cells["tags"].split("|")):
        return f"a name is longer than {LONGEST_NAME} characters"
    return None


def facts_of(cells: dict[str, str]) -> DumpFacts:
    """The facts of a row that has no fault."""
    tags = dict.fromkeys(" ".join(tag.split()) for tag in cells["tags"].split("|"))
    return DumpFacts(
        source=" ".join(cells["source"].split()),
        published=cells["published"],
        url=cells["url"],
        tags=tuple(tag for tag in tags if tag),
    )
