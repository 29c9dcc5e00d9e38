"""An export keeps memory flat: that of the thousandth article is that of the last."""

import subprocess
import sys

import pytest

from tests.paths import REPO

PROGRAM = """
import re, sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from articles.models import Article, Block
from articles.views.taking_away import KINDS, Take

COUNT, TEXT = 3_000, "عاد الصيادون إلى الميناء بعد العاصفة. " * 180
Article.objects.bulk_create(
    (Article(headline=f"خبر {number}", deck="مقدمة طويلة " * 30, language="ar") for number in range(COUNT)), 1000
)
numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
Block.objects.bulk_create(
    (Block(article_id=number, position=1, kind="paragraph", text=TEXT) for number in numbers), 1000
)

def anonymous():
    # Of the process alone: pages of the database's file that the system keeps for it are not counted.
    return int(re.search(r"RssAnon:\\s+(\\d+)", open("/proc/self/status").read())[1])

def noted(seen):
    for place, number in enumerate(numbers):
        if place % 500 == 0:
            seen.append(anonymous())
        yield number

def run(kind, some):
    for _ in KINDS[kind].make(Take(some, "https://archive.example", "ar")):
        pass

# What is read and kept once, the first time, does not count: of modules, of the database.
for kind in sys.argv[1:]:
    run(kind, numbers[:500])
for kind in sys.argv[1:]:
    seen = []
    run(kind, noted(seen))
    print(kind, max(seen[2:] + [anonymous()]) - seen[1])
"""
MOST_GROWTH = 14_000  # KB: some batches of 250 articles; the texts alone are three times that


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux tells how much memory is a process's own.")
def test_memory_does_not_grow_with_the_number_of_articles():
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, "csv", "xlsx", "jsonl", "zip"]
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(REPO), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=REPO, env=environment, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    growth = {kind: int(kilobytes) for kind, kilobytes in (line.split() for line in done.stdout.splitlines())}
    assert {kind: kilobytes for kind, kilobytes in growth.items() if kilobytes > MOST_GROWTH} == {}
    assert len(growth) == 4
