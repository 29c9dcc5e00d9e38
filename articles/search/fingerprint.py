"""What an index was built with: a digest of the source text that decides the terms and values in it.

A comment that changes counts too: to build an index once more than needed does no harm.
"""

import hashlib
from pathlib import Path

FILE = "FINGERPRINT"
_ROOT = Path(__file__).resolve().parent.parent
_OF_SEARCH = (
    "search/engine/arrays.py",
    "search/engine/strings.py",
    "search/engine/drafting.py",
    "search/engine/assembling.py",
    "search/engine/spelling.py",
    "search/values.py",
    "search/schema.py",
    "search/documents.py",
    "search_indexes.py",
)
# All that knows Arabic, its lists too: one that an index does not need costs a build, one forgotten costs hits.
MODULES = (*sorted(f"arabic/{file.name}" for file in (_ROOT / "arabic").glob("*.[pt][ys]*")), *_OF_SEARCH)


def digest(root: Path = _ROOT) -> str:
    """Of the modules under `root`, with their names."""
    whole = hashlib.sha256()
    for name in MODULES:
        whole.update(f"{name} {hashlib.sha256((root / name).read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


# Of the code that this process runs, which may not be that on the disk later on.
FINGERPRINT = digest()


def sign(folder: Path) -> None:
    """Write into a generation what it was built with."""
    (folder / FILE).write_text(f"{FINGERPRINT}\n", "utf-8")


def is_outdated(folder: Path) -> bool:
    """Whether a generation was built by other code than this, or does not say by which."""
    try:
        return (folder / FILE).read_bytes().strip() != FINGERPRINT.encode()
    except OSError:
        return True
