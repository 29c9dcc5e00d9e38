"""A missing or damaged index is one kind of error, with a sentence."""

import pytest

from articles.models import Article
from articles.search.errors import IndexUnavailable
from articles.search.health import index_state
from articles.search.outbox import rebuild
from articles.search.readers import forget
from tests.search.archive import add_and_index, ask, found

pytestmark = pytest.mark.django_db


def test_before_the_first_build():
    with pytest.raises(IndexUnavailable, match="not been built"):
        ask("خبر")
    state = index_state()
    assert not state.ok
    assert "not been built" in state.message


def _files(folder):
    return [file for file in folder.rglob("*") if file.is_file() and not file.name.upper().endswith("LOCK")]


@pytest.mark.parametrize("damage", ["empty", "noise", "gone", "short"])
def test_each_file_damaged(index_folder, damage):
    for number in range(30):
        Article.objects.create(headline=f"خبر {number} من البحر")
    add_and_index("خبر", "نص")
    names = [file.relative_to(index_folder) for file in _files(index_folder)]
    assert len(names) >= 3
    for name in names:
        file = next(
            file for file in _files(index_folder) if file.suffix == name.suffix and len(file.name) == len(name.name)
        )
        content = file.read_bytes()
        forget(index_folder)
        if damage == "gone":
            file.unlink()
        else:
            file.write_bytes(
                {"empty": b"", "noise": b"\x07" * len(content), "short": content[: len(content) // 2]}[damage]
            )
        with pytest.raises(IndexUnavailable):
            ask("خبر")
        rebuild()
        assert len(found("خبر")) == 31
        assert index_state().ok
