"""How gunicorn serves the archive, and the one process beside it that writes to the index.

Read by `gunicorn --config python:newsarchive.server`. HOST and PORT come from the environment.
"""

import gc
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import newsarchive.settings  # noqa: F401 - a bad setting stops the start here, once and with its sentence

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
PAUSE = 2  # seconds before an indexer that ended is started again

# Had while the indexer is started and while a worker is forked, never both: a worker that were forked meanwhile would
# hold the pipe by which the start is told to have succeeded, and who waits for it would wait until that worker ends.
starting = threading.Lock()
os.register_at_fork(before=starting.acquire, after_in_parent=starting.release, after_in_child=starting.release)

HOST, PORT = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"


def refuse_bad_address(host: str, port: str) -> None:
    """Stop with a sentence where the server could not listen, before gunicorn tries for some seconds."""
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        sys.exit(f"newsarchive cannot start. PORT must be a number from 1 to 65535, not {port!r}.")
    try:
        family = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except OSError as error:
        sys.exit(f"newsarchive cannot start. {host}:{port} cannot be listened on: {error.strerror}.")


refuse_bad_address(HOST, PORT)

bind = f"[{HOST}]:{PORT}" if ":" in HOST else f"{HOST}:{PORT}"
workers = 2
# Files are sent as slowly as they are read: some readers of long ones leave threads for pages.
threads = 4
worker_class = "newsarchive.worker.Worker"
# The site is loaded once, and its workers share what of it they do not change: 35 MB for each of them.
preload_app = True
timeout = 60
# A worker is renewed now and then, so that memory that the interpreter does not give back stays bounded.
max_requests = 20_000
max_requests_jitter = 2_000
# A query is part of the address; an Arabic letter takes six bytes of it, percent-encoded.
limit_request_line = 8190
accesslog = None
loglevel = "warning"


def when_ready(server):
    """Gunicorn's hook: the sockets are open and the site is loaded, the workers not yet made."""
    # What is loaded now stays: no search for garbage need look at it, nor write to the pages that it shares.
    gc.collect()
    gc.freeze()
    # A page makes little that only such a search frees: one every ten pages is enough, and saves some hundredths.
    gc.set_threshold(5000, 10, 10)
    sys.stderr.write(f"The archive is at http://{bind}/ — Ctrl-C stops it.\n")
    sys.stderr.flush()
    threading.Thread(target=keep_indexing, args=(os.getpid(),), daemon=True).start()


def keep_indexing(parent: int) -> None:
    """Run the indexer, and again where it ended. It ends by itself when this process, `parent`, is gone."""
    while True:
        with starting:
            indexer = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, str(MANAGE), "run_indexer", "--parent", str(parent)], stdin=subprocess.DEVNULL
            )
        while is_running(indexer):
            time.sleep(PAUSE)
        time.sleep(PAUSE)


def is_running(process: subprocess.Popen) -> bool:
    """Whether a child is alive. Gunicorn collects the children that end, so its own word cannot be waited for."""
    return process.poll() is None
