"""An index built by several processes is, byte for byte, the one that a process alone builds."""

import hashlib
import json
import os
import subprocess
import sys

from tests.paths import REPO

ARTICLES = 24
# Spawned processes read the module anew: only how the work is parted is changed, which its owner does.
BUILD = """
import sys
import django
django.setup()
from articles.search import bulk
from articles.search.outbox import rebuild
bulk.DRAFT, bulk._WORDS, bulk._WORTH_A_PROCESS = 5, 7, int(sys.argv[1])
bulk.os.cpu_count = lambda: 2
print(rebuild())
"""


def started(data, *arguments):
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "newsarchive.settings", "NEWSARCHIVE_DATA_DIR": str(data)}
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=REPO,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def arrays(data):
    [file] = data.rglob("*.arrays")
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_index_is_the_same_by_one_process_and_by_two(tmp_path):
    dump = tmp_path / "articles.jsonl"
    articles = [
        {"title": f"افتتاح الجسر رقم {number}", "text": f"عبر المسافرون الجسر {number} مرات، وللمهندسين رأي{number}."}
        for number in range(ARTICLES)
    ]
    dump.write_text("\n".join(json.dumps(article) for article in articles), "utf-8")
    data = tmp_path / "data"
    started(data, "manage.py", "import_dump", dump, "--no-index")
    assert started(data, "-c", BUILD, 1000).split() == [str(ARTICLES)]
    alone = arrays(data)
    assert started(data, "-c", BUILD, 1).split() == [str(ARTICLES)]
    assert arrays(data) == alone
