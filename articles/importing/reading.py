"""One file, or member of an archive, as portions: read as a stream, so that memory does not grow with it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from articles.corpus.formats.detection import FORMATS, detect, expected, is_called_news
from articles.corpus.formats.encodings import head_of
from articles.corpus.formats.interface import HEAD, CutShort, Format, Member, Options, Unreadable
from articles.corpus.formats.pages import PAGE
from articles.corpus.formats.web_skips import Skipped
from articles.corpus.records import ArticleRecord, PageRecord, Rejection
from articles.importing.dumps import DumpFacts, LoadedDump, Portion

__all__ = ["FORMATS", "PORTION", "UnknownFormat", "read_member"]

PORTION = 500  # records


class UnknownFormat(Exception):
    """A file of a folder that is in no format that is read here."""


@dataclass
class Gathering:
    """Records on their way into a portion."""

    articles: list = field(default_factory=list)
    exported: list = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.articles) + len(self.exported) + len(self.rejections) + len(self.skipped)

    def take(self, item) -> None:
        """Put one thing that a format read where it belongs."""
        if isinstance(item, ArticleRecord):
            self.articles.append(item)
        elif isinstance(item, Rejection):
            self.rejections.append(item)
        elif isinstance(item, Skipped):
            self.skipped.append(item.reason)
        else:
            self.exported.append(item)

    def portion(self, dump: LoadedDump, *, is_last: bool) -> Portion:
        return Portion(
            dump,
            articles=tuple(self.articles),
            exported=tuple(self.exported),
            rejections=tuple(self.rejections),
            skipped=tuple(self.skipped),
            is_last=is_last,
        )


def read_member(
    member: Member,
    name: str,
    facts: DumpFacts,
    options: Options,
    *,
    chosen: Format | None = None,
    is_named: bool = True,
    is_known: Callable[[str], bool] = lambda sha256: False,
) -> Iterator[Portion]:
    """The portions of a file; the last of them, which every file has, says so.

    `chosen` is the format that the operator forces. A file that they named (`is_named`) and that is in no known format
    is tried as what its name says, else as a page; in a folder it is `UnknownFormat`. Of a file that the archive knows
    already (`is_known`, by its checksum) one empty portion is given. Raises Unreadable where nothing can be read.
    """
    sha256, size, head = digest(member)
    found = chosen or detect(head, member.name, options.mapping.values())
    if found is None and (is_named or is_called_news(member.name)):
        found = expected(member.name)
    if found is None:
        raise UnknownFormat
    dump = LoadedDump(member.name, name[:255], sha256, size, "", found.name, 1, facts)
    if found is not PAGE and is_known(sha256):
        yield Portion(dump)
        return
    gathering = Gathering()
    try:
        with member.open() as stream:
            for item in found.read(stream, member.name, options):
                if isinstance(item, PageRecord):
                    dump = replace(
                        dump, encoding=item.encoding, template=item.template, template_version=item.template_version
                    )
                    yield replace(Portion.of_page(dump, item), is_last=found is PAGE)
                    continue
                gathering.take(item)
                if len(gathering) >= PORTION:
                    yield gathering.portion(dump, is_last=False)
                    gathering = Gathering()
    except Unreadable as error:
        if found is PAGE:
            raise
        gathering.rejections.append(Rejection(error.line, error.reason))
    if found is not PAGE:
        yield gathering.portion(dump, is_last=True)


def digest(member: Member) -> tuple[str, int, bytes]:
    """The SHA-256 of a file's plain bytes, their number, and the first of them: of one cut short, as far as it goes.

    Raises Unreadable.
    """
    sha256, size = hashlib.sha256(), 0
    with member.open() as stream:
        head = head_of(stream)
        try:
            while chunk := stream.read1(HEAD):
                sha256.update(chunk)
                size += len(chunk)
        except CutShort:
            if not size:
                raise
    return sha256.hexdigest(), size, head
