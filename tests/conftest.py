"""The suite's own data folder: set before Django reads its settings, and gone with the run."""

import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="newsarchive-tests-", ignore_cleanup_errors=True)
for name in [name for name in os.environ if name.startswith("NEWSARCHIVE_")]:
    del os.environ[name]
os.environ["NEWSARCHIVE_DATA_DIR"] = _data.name
