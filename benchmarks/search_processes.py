"""Running commands on an archive of their own, each with all its processes in a group, so that none outlives us."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
MANAGE = REPO / "manage.py"
_TICKS = os.sysconf("SC_CLK_TCK")
_LOOK_EVERY = 0.25  # seconds between two looks at the processes of a group
_PATIENCE = 20  # seconds that a group has to end when it is asked to


@dataclass(frozen=True)
class Ran:
    """`cpu` are seconds of each process that worked for more than half a second, most first; `peak` the resident
    memory in MB of the first process."""

    seconds: float
    cpu: tuple[float, ...]
    peak: float
    output: bytes


def tell(text: str) -> None:
    """Progress, for whoever waits."""
    print(f"{time.strftime('%H:%M:%S')}  {text}", file=sys.stderr, flush=True)


def end_on_signals() -> None:
    """A `kill` ends us as Ctrl-C does: folders are removed and processes ended on the way out."""

    def leave(number, frame):
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGHUP, leave)


def environment(archive: Path, **more: str) -> dict[str, str]:
    """That of this process, but with the data folder of the archive and nothing of another's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSARCHIVE_")}
    return kept | {"NEWSARCHIVE_DATA_DIR": str(archive), "PYTHONPATH": str(REPO)} | more


def run(command: list, archive: Path, *, accepted: tuple[int, ...] = (0,)) -> Ran:
    """Run a command on an archive to its end. Raises SystemExit where its status is not one of those accepted."""
    started = time.perf_counter()
    with group(command, archive, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        watch = _Watch(process.pid)
        complaints: list[bytes] = []
        reader = threading.Thread(target=lambda: complaints.append(process.stderr.read()), daemon=True)
        reader.start()
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        reader.join()
    if process.returncode not in accepted:
        sys.stderr.write(b"".join(complaints).decode(errors="replace")[-3000:])
        raise SystemExit(f"{' '.join(map(str, command))} ended with status {process.returncode}")
    return Ran(seconds, watch.cpu(), usage.ru_maxrss / 1024, output)


@contextmanager
def group(command: list, archive: Path, env: dict[str, str] | None = None, **streams) -> Iterator[subprocess.Popen]:
    """A command in a group of its own, all of which is ended when the block is left, however that is."""
    process = subprocess.Popen(  # noqa: S603 - our own commands
        [str(part) for part in command],
        env=env or environment(archive),
        cwd=REPO,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        **streams,
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen) -> None:
    _signal(process.pid, signal.SIGTERM)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and members(process.pid):
        process.poll()
        time.sleep(0.05)
    _signal(process.pid, signal.SIGKILL)
    process.poll()
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


def _signal(number: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(number, what)


def members(number: int) -> list[int]:
    """The processes of a group that have not ended."""
    found = []
    for folder in Path("/proc").iterdir():
        fields = _stat(int(folder.name)) if folder.name.isdigit() else []
        if fields and fields[2] == str(number) and fields[0] != "Z":
            found.append(int(folder.name))
    return found


def _stat(pid: int) -> list[str]:
    """What Linux says of a process behind its name: state, parent, group, …; nothing where it has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


class _Watch:
    """Looks now and then at how long each process of a group has worked."""

    def __init__(self, number: int):
        self._number = number
        self._cpu: dict[int, float] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._stopped.wait(_LOOK_EVERY):
            for pid in members(self._number):
                if fields := _stat(pid):
                    self._cpu[pid] = (int(fields[11]) + int(fields[12])) / _TICKS

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def cpu(self) -> tuple[float, ...]:
        return tuple(sorted((seconds for seconds in self._cpu.values() if seconds > 0.5), reverse=True))
