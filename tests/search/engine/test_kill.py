"""A writer that is killed leaves the index as it was before the change that it was making, or after it."""

import os
import subprocess
import sys
import time
from random import Random

from articles.search import writing
from articles.search.readers import open_anew, snapshot
from articles.search.soundness import check_all
from tests.paths import REPO
from tests.search.engine.corpora import SCHEMA, change, form, passage
from tests.search.engine.naive import NaiveIndex
from tests.search.engine.test_brute_force import compare, identifiers


def killed_after(seconds: float, path, number: int) -> int:
    """Let a process write changes from a number on, kill it; the number of the last that it finished."""
    command = [sys.executable, "-m", "tests.search.engine.writing_for_ever", str(path), str(number)]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    with subprocess.Popen(command, cwd=REPO, env=environment, stdout=subprocess.PIPE, text=True) as writer:
        assert int(writer.stdout.readline()) == number + 1
        time.sleep(seconds)
        writer.kill()
        finished = writer.stdout.read().split()
    return int(finished[-1]) if finished else number + 1


def test_killed_again_and_again(index_folder):
    index_folder.mkdir()
    writing.create(index_folder, SCHEMA)
    naive, random, applied = NaiveIndex(), Random(1), 0
    for _ in range(3):
        finished = killed_after(random.uniform(0, 0.2), index_folder, applied)
        index = snapshot(index_folder)
        check_all(open_anew(index_folder, index.state))
        # The empty index was the first commit, and each change was one.
        before, applied = applied, index.state[1] - 1
        assert applied in (finished, finished + 1)
        for number in range(before + 1, applied + 1):
            naive.change(*change(number))
        assert set(identifiers(index, index.live.tolist())) == set(naive.documents)
        for seed in range(20):
            compare(index, naive, form(seed))
            compare(index, naive, passage(seed))
