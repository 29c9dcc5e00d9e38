"""An index of its own for each test.

The engine asks the settings where its index is each time that it needs it, so to give a test its own index is to change
one value of one dictionary for as long as the test runs; no connection of Haystack's has to be made anew.
"""

import pytest
from django.conf import settings
from haystack import connections
from haystack.constants import DEFAULT_ALIAS

from articles.search.readers import forget

# What is held to Haystack's documentation. This is the one place where those tests name an engine.
ENGINES = ["articles.search.backend.ArabicWhooshEngine"]


@pytest.fixture(params=ENGINES)
def engine(request, monkeypatch):
    """Each engine in turn."""
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS[DEFAULT_ALIAS], "ENGINE", request.param)
    connections.reload(DEFAULT_ALIAS)
    yield request.param
    monkeypatch.undo()
    connections.reload(DEFAULT_ALIAS)


@pytest.fixture(autouse=True)
def index_folder(tmp_path, monkeypatch):
    """The empty folder in which this test's index will be built."""
    folder = tmp_path / "index"
    monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(folder))
    yield folder
    forget(folder)
