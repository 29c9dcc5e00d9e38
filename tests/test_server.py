"""The process beside the server that writes to the index: it is started again, whatever gunicorn does meanwhile."""

import os
import socket
import subprocess
import sys

import pytest

from tests.paths import REPO

# A worker is forked while the indexer is being started, which takes longer here than it does.
FORKING = """
import os, subprocess, threading, time
from newsarchive import server

told = []

class Indexer:
    def __init__(self, *arguments, **options):
        told.append("begun")
        time.sleep(0.5)
        told.append("started")

    def poll(self):
        return None

subprocess.Popen = Indexer
threading.Thread(target=server.keep_indexing, args=(os.getpid(),), daemon=True).start()
while not told:
    time.sleep(0.01)
worker = os.fork()
if worker == 0:
    # Each has the lock for itself, and may fork in its turn.
    is_free = server.starting.acquire(timeout=5)
    os._exit(0 if is_free and told == ["begun", "started"] else 1)
print(os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]), server.starting.acquire(timeout=5))
"""


@pytest.fixture
def environment(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return os.environ | {
        "NEWSARCHIVE_DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "newsarchive.settings",
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }


def test_no_worker_is_forked_while_the_indexer_is_started(environment):
    """It would keep the pipe open by which the start is told, and an indexer that ended later would stay away."""
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORKING]
    ended = subprocess.run(command, cwd=REPO, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.stdout.split(), ended.stderr) == (["0", "True"], "")
