"""The commands as an operator types them: in this process, or in one of their own that can be killed or measured."""

import io
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass

from django.core.management import call_command

from articles.models import Article, ArticleRedirect, Author, Dump, ImportRun, IndexChange, Place, Section, Source, Tag
from tests.forked import Command

# Runs a command and tells the most memory that it held, in kilobytes, on the last line of its errors. The kernel's own
# record of the process is read: what getrusage tells begins with the memory of the process that started it.
MEASURED = """
import pathlib, re, sys
from django.core.management import execute_from_command_line
try:
    execute_from_command_line(sys.argv)
finally:
    status = pathlib.Path("/proc/self/status").read_text()
    print(re.search(r"VmHWM:\\s+(\\d+)", status)[1], file=sys.stderr)
"""


def import_dump(*arguments, status=0):
    """What the command says on both its streams, once it has ended with this status."""
    said = io.StringIO()
    ended = 0
    try:
        call_command("import_dump", *map(str, arguments), "--no-index", stdout=said, stderr=said)
    except SystemExit as exit_:
        ended = exit_.code
    assert ended == status, said.getvalue()
    return said.getvalue()


def export_text():
    out = io.StringIO()
    call_command("export_articles", stdout=out)
    return out.getvalue()


def export():
    return [json.loads(line) for line in export_text().split("\n") if line]


def empty_archive():
    """Leave nothing of what an import writes."""
    for model in (Article, ArticleRedirect, Dump, ImportRun, IndexChange, Author, Place, Section, Source, Tag):
        model.objects.all().delete()


@dataclass(frozen=True)
class Archive:
    """An archive with a data folder of its own, which commands of their own processes fill."""

    data: str

    def start(self, *arguments, code=""):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSARCHIVE_")}
        own = {"DJANGO_SETTINGS_MODULE": "newsarchive.settings", "NEWSARCHIVE_DATA_DIR": str(self.data)}
        return Command(map(str, arguments), kept | own, code)

    def run(self, *arguments, status=0):
        """What a command prints."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        assert process.returncode == status, err
        return out + err

    def measure(self, *arguments, status=0):
        """What a command prints, and the megabytes of memory that it held at most."""
        process = self.start(*arguments, code=MEASURED)
        out, err = process.communicate(timeout=120)
        assert process.returncode == status, err
        *said, kilobytes = err.splitlines()
        return out + "\n".join(said), int(kilobytes) / 1024

    def headlines(self):
        """What its articles are called, as the database has them."""
        with closing(sqlite3.connect(f"{self.data}/archive.sqlite3")) as database:
            return {headline for (headline,) in database.execute("SELECT headline FROM articles_article")}

    def articles(self):
        """The articles of the archive, in an order and with names that do not depend on their numbers."""
        items = [json.loads(line) for line in self.run("export_articles").split("\n") if line]
        names = {item["id"]: json.dumps([item["headline"], item["blocks"], item["provenance"]]) for item in items}
        for item in items:
            item["id"] = names[item["id"]]
            for link in item["related"]:
                link["id"] = names[link["id"]]
        return sorted(items, key=lambda item: item["id"])
