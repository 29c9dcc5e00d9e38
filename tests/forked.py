"""Commands in processes of their own, forked from one that has loaded what needs no settings: a start costs a third.

What such a process does is what `manage.py` does; that file itself is started in tests/test_environment.py.
"""

import multiprocessing
import os
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

import pytest

_LOADED = [
    "__main__",
    "django.contrib.admin",
    "django.core.management",
    "django.db.backends.sqlite3.base",
    "environs",
    "edtf",
    "lark",
    "numpy",
    "pydantic",
    "whoosh.index",
    "articles.arabic.analysis",
    "articles.corpus.pages",
]
_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload(_LOADED)


class Command:
    """A command that has been started, with the methods of `subprocess.Popen` that the tests use.

    `code` is run in its place where there is some, as by `python -c`, with the arguments in `sys.argv`.
    """

    def __init__(self, arguments, environment, code=""):
        self._folder = Path(tempfile.mkdtemp(prefix="newsarchive-command-"))
        self._out, self._err = self._folder / "out", self._folder / "err"
        for stream in (self._out, self._err):
            stream.touch()
        self._process = _PROCESSES.Process(
            target=_run, args=(list(arguments), environment, code, str(self._out), str(self._err))
        )
        # The first start makes the server, which must not load the suite's settings: edtf asks for any it is told of.
        with pytest.MonkeyPatch.context() as patch:
            patch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
            self._process.start()

    @property
    def returncode(self) -> int | None:
        return self._process.exitcode

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, number)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What it said on both its streams, once it has ended."""
        self._process.join(timeout)
        if self._process.exitcode is None:
            self.send_signal(signal.SIGKILL)
            raise TimeoutError(self._err.read_text("utf-8"))
        said = self._out.read_text("utf-8"), self._err.read_text("utf-8")
        rmtree(self._folder)
        return said


def _run(arguments, environment, code, out, err):
    for stream, path in ((1, out), (2, err)):
        descriptor = os.open(path, os.O_WRONLY)
        os.dup2(descriptor, stream)
        os.close(descriptor)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["-c" if code else "manage.py", *arguments]
    if code:
        exec(code, {"__name__": "__main__"})
    else:
        from django.core.management import execute_from_command_line

        execute_from_command_line(sys.argv)
