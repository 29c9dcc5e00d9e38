import pytest

from articles.corpus.containers import budget


@pytest.fixture
def small_bombs(monkeypatch):
    """Bombs are told after a megabyte, so that those of a test need not be large."""
    monkeypatch.setattr(budget, "FREE", 2**20)
