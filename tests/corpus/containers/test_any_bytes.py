"""Whatever stands in a file: nothing but Unreadable is raised, and what comes out is bounded."""

import contextlib
import gzip
import io
import tarfile
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.corpus.containers import members
from articles.corpus.formats.interface import Member, Unreadable
from tests.effort import examples


def an_archive(kind):
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", b"news " * 50)
            archive.writestr("b.txt", b"more")
    else:
        with tarfile.open(fileobj=out, mode="w") as archive:
            info = tarfile.TarInfo("خ" * 80)
            info.size = 4
            archive.addfile(info, io.BytesIO(b"news"))
    return gzip.compress(out.getvalue(), mtime=0) if kind == "tar.gz" else out.getvalue()


ARCHIVES = {kind: an_archive(kind) for kind in ("zip", "tar", "tar.gz")}
MAGICS = [b"", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"PK\x05\x06"]


def read_all(path):
    for item in members(path):
        if isinstance(item, Member):
            with contextlib.suppress(Unreadable), item.open() as stream:
                stream.read(10_000_000)


@given(st.sampled_from(MAGICS), st.binary(max_size=2000))
def test_any_bytes(tmp_path_factory, magic, data):
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(magic + data)
    read_all(path)


@given(st.sampled_from(sorted(ARCHIVES)), st.data())
@settings(max_examples=examples(80))
def test_archives_with_some_bytes_changed(tmp_path_factory, kind, data):
    archive = bytearray(ARCHIVES[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "changed"
    path.write_bytes(archive)
    read_all(path)
