"""New connections go to whichever worker has a thread free."""

import http.client
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.paths import REPO

SITE = """
import os, time

def application(environ, start_response):
    time.sleep(float(environ["QUERY_STRING"] or 0))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
"""


@pytest.fixture
def ask(tmp_path):
    """Ask a site of two workers with two threads each, which takes as long to answer as it is told."""
    (tmp_path / "site_to_ask.py").write_text(SITE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--workers", "2", "--threads", "2", "--bind", f"127.0.0.1:{port}", "--pythonpath", tmp_path]
    command = [sys.executable, "-m", "gunicorn", "--worker-class", "newsarchive.worker.Worker", *options]
    server = subprocess.Popen([*command, "site_to_ask"], cwd=REPO, stderr=subprocess.DEVNULL)

    def ask(seconds: float) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", f"/?{seconds}", headers={"Connection": "close"})
        answer = connection.getresponse().read().decode()
        connection.close()
        return answer

    until = time.monotonic() + 30
    while True:
        try:
            ask(0)
            break
        except OSError:
            assert time.monotonic() < until, "the server did not start"
            time.sleep(0.1)
    yield ask
    server.terminate()
    server.wait(30)


def test_each_worker_takes_as_many_as_it_has_threads(ask):
    with ThreadPoolExecutor(4) as readers:
        for _ in range(3):
            assert sorted(Counter(readers.map(ask, [1.5] * 4)).values()) == [2, 2]


def test_what_no_worker_has_a_thread_for_waits_and_is_answered(ask):
    with ThreadPoolExecutor(9) as readers:
        assert len(list(readers.map(ask, [0.2] * 9))) == 9
