"""How gunicorn serves the archive, and the one process beside it that writes to the index.

Read by `gunicorn --config python:newsarchive.server`. HOST and PORT come from the environment.
"""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import newsarchive.settings  # noqa: F401 - a bad setting stops the start here, once and with its sentence

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
PAUSE = 2  # seconds before an indexer that ended is started again

bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
workers = 2
threads = 2
timeout = 60
# A worker is renewed now and then, so that memory that the interpreter does not give back stays bounded.
max_requests = 20_000
max_requests_jitter = 2_000
# A query is part of the address; an Arabic letter takes six bytes of it, percent-encoded.
limit_request_line = 8190
accesslog = None
loglevel = "warning"


def when_ready(server):
    """Gunicorn's hook: the sockets are open."""
    sys.stderr.write(f"The archive is at http://{bind}/ — Ctrl-C stops it.\n")
    sys.stderr.flush()
    threading.Thread(target=keep_indexing, args=(os.getpid(),), daemon=True).start()


def keep_indexing(parent: int) -> None:
    """Run the indexer, and again where it ended. It ends by itself when this process, `parent`, is gone."""
    while True:
        indexer = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, str(MANAGE), "run_indexer", "--parent", str(parent)], stdin=subprocess.DEVNULL
        )
        while is_running(indexer):
            time.sleep(PAUSE)
        time.sleep(PAUSE)


def is_running(process: subprocess.Popen) -> bool:
    """Whether a child is alive. Gunicorn collects the children that end, so its own word cannot be waited for."""
    return process.poll() is None
