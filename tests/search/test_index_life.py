"""Whatever happens to the one who writes the index, no change is lost and those who search see a whole index."""

import pytest

from articles.models import Article
from articles.search import folders, writing
from articles.search.checking import Differences, check
from articles.search.errors import IndexUnavailable
from articles.search.outbox import apply_changes, pending, rebuild
from articles.search.readers import forget
from tests.search.archive import add, add_and_index, found
from tests.search.failing_disk import Killed, disk

pytestmark = pytest.mark.django_db


def killed_at_each_operation(index_folder, prepare, write, loses_power=False):
    """Kill `write` at its first operation on a file, at its second and so on; after each the test goes on.

    Before each `prepare` makes the state to begin with.
    """
    stops_at = 0
    while True:
        stops_at += 1
        prepare(stops_at)
        try:
            with disk(index_folder, stops_at, loses_power):
                write()
        except Killed:
            forget(index_folder)
            yield stops_at
        else:
            assert stops_at > 8
            return


def files(index_folder) -> set[str]:
    """What lies in the index's folder, with the names that are drawn anew each time left out."""
    return {
        "segment" if file.suffix == ".arrays" else "contents" if file.suffix == ".toc" else file.name
        for file in index_folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def article():
    add("قافلة", "رمل")
    return add_and_index("خبر أول", "نص")


def edit(article):
    def prepare(number: int) -> None:
        article.headline = f"خبر رقم{number}"
        article.save()
        add(f"رقم{number}", "جديد")

    return prepare


@pytest.mark.parametrize("loses_power", [False, True])
def test_a_writer_killed_anywhere_in_a_change(article, index_folder, loses_power):
    for number in killed_at_each_operation(index_folder, edit(article), apply_changes, loses_power):
        # The one state or the other, and no third.
        assert len(found(f"رقم{number}")) in (0, 2)
        assert len(found("قافلة")) == 1
        apply_changes()
        assert len(found(f"رقم{number}")) == 2
        assert found(f"خبر رقم{number}") == [article.pk]
        assert pending() == 0
        assert check().differences == Differences()
    assert files(index_folder) == {"CURRENT", "writer.lock", "FINGERPRINT", "segment", "contents"}


@pytest.mark.parametrize("loses_power", [False, True])
def test_a_writer_killed_anywhere_in_a_rebuild(article, index_folder, loses_power):
    for number in killed_at_each_operation(index_folder, edit(article), rebuild, loses_power):
        assert len(found("قافلة")) == 1
        assert len(found(f"رقم{number}")) in (0, 2)
        apply_changes()
        assert len(found(f"رقم{number}")) == 2
        assert pending() == 0
        assert check().differences == Differences()
    assert files(index_folder) == {"CURRENT", "writer.lock", "FINGERPRINT", "segment", "contents"}
    assert len([folder for folder in index_folder.iterdir() if folder.is_dir()]) == 1


def test_a_writer_killed_anywhere_in_the_first_build(index_folder):
    def begin(number: int) -> None:
        Article.objects.all().delete()
        for file in index_folder.glob(folders.CURRENT):
            file.unlink()
        forget(index_folder)
        add("قافلة", "رمل")

    for _ in killed_at_each_operation(index_folder, begin, apply_changes):
        if writing.exists(index_folder):
            assert len(found("قافلة")) == 1
        else:
            with pytest.raises(IndexUnavailable, match="not been built"):
                found("قافلة")
        apply_changes()
        assert len(found("قافلة")) == 1
        assert check().differences == Differences()


def test_a_deletion_survives_a_kill_anywhere(article, index_folder):
    doomed = {}

    def prepare(number: int) -> None:
        doomed[number] = add_and_index(f"محذوف{number}", "نص").headline
        Article.objects.get(headline=doomed[number]).delete()

    for number in killed_at_each_operation(index_folder, prepare, apply_changes):
        apply_changes()
        assert found(doomed[number]) == []
        assert check().differences == Differences()
