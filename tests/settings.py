"""The archive's settings for the suite: no choice of an operator, and a data folder that goes with the run."""

import os
import tempfile

_data = tempfile.TemporaryDirectory(prefix="newsarchive-tests-", ignore_cleanup_errors=True)
for _name in [name for name in os.environ if name.startswith("NEWSARCHIVE_")]:
    del os.environ[_name]
os.environ["NEWSARCHIVE_DATA_DIR"] = _data.name

from newsarchive.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
# WhiteNoise warns of a folder that is not there, and warnings are errors here.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
