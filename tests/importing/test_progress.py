"""The bar knows how much of the bytes is read, of one long file, a compressed one and an archive as of many."""

import gzip
import io
import re
import zipfile

import pytest
from tqdm import tqdm

from articles.importing.loading import Loading
from articles.importing.progress import Progress
from articles.importing.running import run_import
from articles.management import progress_bar
from tests.importing.test_streams import record, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def records(tmp_path):
    return write(tmp_path / "a.jsonl", [record(number) for number in range(1600)])


def zipped(path):
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, "a.jsonl")
    return path.with_suffix(".zip")


def packed(path):
    target = path.with_suffix(".jsonl.gz")
    target.write_bytes(gzip.compress(path.read_bytes()))
    return target


@pytest.mark.parametrize("made", [lambda path: path, packed, zipped], ids=["plain", "compressed", "in an archive"])
def test_a_long_file_moves_it_from_its_beginning_to_its_end(records, made):
    loading, seen = Loading(), []
    loading.find([str(made(records))])
    size = made(records).stat().st_size
    run_import(loading, advance=lambda what, count: seen.append((what, loading.progress.read)))
    places = [read for what, read in seen if what == "articles"]
    assert len(places) == 4
    assert places == sorted(places)
    assert places[0] < size
    assert seen[-1] == ("articles", size)
    assert loading.progress.total == size


def test_several_files_are_counted_together(records, tmp_path):
    other = write(tmp_path / "b.jsonl", [record(5000)])
    loading = Loading()
    loading.find([str(tmp_path)])
    run_import(loading)
    assert loading.progress == Progress(total=(size := records.stat().st_size + other.stat().st_size), done=size)


def test_the_bar_says_share_rate_and_time_left(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr(progress_bar, "tqdm", lambda **options: tqdm(file=out, mininterval=0, **options))
    progress = Progress(total=4096)
    with progress_bar.ProgressBar(progress, hidden=False) as bar:
        progress.offset = 1024
        bar.advance("articles", 500)
    assert re.search(r"25%.*1\.00k/4\.00k \[\d\d:\d\d<\d\d:\d\d, .*500 records, [\d,]+/s\]", out.getvalue())
