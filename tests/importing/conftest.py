"""Archives in data folders of their own, which commands in processes of their own fill."""

import shutil

import pytest

from tests.importing.commands import Archive


@pytest.fixture(scope="session")
def new_archive(tmp_path_factory):
    """`new_archive(folder)`: an archive with tables and nothing in them."""
    empty = Archive(str(tmp_path_factory.mktemp("empty")))
    empty.run("migrate", "--verbosity", "0")

    def copy(folder):
        shutil.copytree(empty.data, folder, dirs_exist_ok=True)
        return Archive(str(folder))

    return copy
