"""A missing or damaged index is one kind of error, with a sentence, and its one writer mends it."""

import errno

import pytest

from articles.models import Article
from articles.search import outbox, writing
from articles.search.errors import IndexUnavailable
from articles.search.fingerprint import FILE as FINGERPRINT
from articles.search.folders import DAMAGED, report_damage
from articles.search.health import index_state
from articles.search.outbox import apply_changes, has_work, pending, rebuild
from articles.search.readers import forget
from tests.search.archive import add, add_and_index, ask, found

pytestmark = pytest.mark.django_db

DAMAGES = ["empty", "noise", "gone", "short"]


def test_before_the_first_build():
    with pytest.raises(IndexUnavailable, match="not been built"):
        ask("خبر")
    state = index_state()
    assert not state.ok
    assert "not been built" in state.message


def _files(folder):
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and not file.name.upper().endswith(("LOCK", DAMAGED, FINGERPRINT))
    ]


def _damage(folder, name, damage: str) -> None:
    """Spoil the file that is now in the place of `name`, as a disk or a copy cut short would."""
    file = next(file for file in _files(folder) if file.suffix == name.suffix and len(file.name) == len(name.name))
    content = file.read_bytes()
    forget(folder)
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes({"empty": b"", "noise": b"\x07" * len(content), "short": content[: len(content) // 2]}[damage])


@pytest.fixture
def names(index_folder):
    """The files of an index of 31 articles, each named once."""
    for number in range(30):
        Article.objects.create(headline=f"خبر {number} من البحر")
    add_and_index("خبر", "نص")
    names = [file.relative_to(index_folder) for file in _files(index_folder)]
    assert len(names) >= 3
    return names


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_file_damaged(index_folder, names, damage):
    for name in names:
        _damage(index_folder, name, damage)
        with pytest.raises(IndexUnavailable, match="The server builds it anew by itself"):
            ask("خبر")
        rebuild()
        assert len(found("خبر")) == 31
        assert index_state().ok


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("searched_before", [True, False])
def test_a_change_mends_a_damaged_index(index_folder, names, damage, searched_before, caplog):
    for count, name in enumerate(names, start=32):
        _damage(index_folder, name, damage)
        if searched_before:
            with pytest.raises(IndexUnavailable):
                ask("خبر")
        add(f"خبر {count}")
        apply_changes()
        assert "anew" in caplog.text
        caplog.clear()
        assert len(found("خبر")) == count
        assert pending() == 0


def test_what_only_a_search_meets_is_looked_for_and_mended_without_a_change(index_folder, names):
    segment = max(_files(index_folder), key=lambda file: file.stat().st_size)
    content = segment.read_bytes()
    forget(index_folder)
    # Its first half, which opening it does not read.
    segment.write_bytes(b"\x07" * (len(content) // 2) + content[len(content) // 2 :])
    assert not has_work()
    with pytest.raises(IndexUnavailable):
        ask("خبر")
    assert has_work()
    assert apply_changes() == 31
    assert len(found("خبر")) == 31
    assert not has_work()


def test_a_report_without_reason_ends_with_a_look(index_folder, names):
    report_damage(index_folder)
    assert has_work()
    assert apply_changes() == 0
    assert not has_work()


def test_a_search_that_meets_damage_logs_one_line(index_folder, names, caplog, monkeypatch):
    monkeypatch.setattr("articles.search.searching.find", lambda *args: [].pop())
    with pytest.raises(IndexUnavailable, match=r"damaged \(IndexError: pop from empty list\)\. The server"):
        ask("خبر")
    [record] = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.exc_info is None
    assert has_work()


def test_what_is_wrong_with_an_article_is_not_taken_for_damage(index_folder, names, monkeypatch):
    before = set(index_folder.iterdir())
    add("خبر جديد")
    monkeypatch.setattr(outbox, "_documents", lambda numbers: (1 / 0 for _ in numbers))
    with pytest.raises(ZeroDivisionError):
        apply_changes()
    assert set(index_folder.iterdir()) == before


def test_a_full_disk_is_not_taken_for_damage(index_folder, names, monkeypatch):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = set(index_folder.iterdir())
    add("خبر جديد")
    monkeypatch.setattr(writing, "write_arrays", full)
    with pytest.raises(OSError, match="No space"):
        apply_changes()
    assert set(index_folder.iterdir()) == before
    assert len(found("خبر")) == 31
