"""What was read of the index is let go of after a request, where it is much."""

import pytest
from django.core.signals import request_finished

from articles.search import readers
from articles.search.engine.arrays import ArrayFile
from articles.search.folders import index_path
from tests.search.archive import add_and_index, ask


@pytest.mark.django_db
@pytest.mark.parametrize(("most", "times"), [(0, 1), (2**60, 0)])
def test_pages_of_the_index_are_let_go_of_where_they_are_many(monkeypatch, most, times):
    add_and_index("جسر")
    assert ask("جسر").total == 1
    released = []

    def release(file: ArrayFile) -> None:
        released.append(file)

    monkeypatch.setattr(ArrayFile, "release", release)
    monkeypatch.setattr(readers, "_snapshots", {index_path(): readers.snapshot(index_path())})
    monkeypatch.setattr(readers, "MOST_MAPPED", most)
    request_finished.send(sender=None)
    assert len(released) == times


def test_where_the_system_does_not_tell_pages_are_taken_for_many(monkeypatch, tmp_path):
    assert readers.mapped_bytes() > 2**20
    monkeypatch.setattr(readers, "_MEMORY", tmp_path / "nothing")
    assert readers.mapped_bytes() > readers.MOST_MAPPED
