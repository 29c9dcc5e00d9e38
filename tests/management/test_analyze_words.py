import io
import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.management.commands import analyze_words
from tests.paths import REPO


@pytest.fixture
def analyze(monkeypatch):
    def run(text, **options):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        out = io.StringIO()
        call_command("analyze_words", stdout=out, **options)
        return out.getvalue()

    return run


def test_each_word_stands_as_given_before_its_term(analyze):
    assert analyze("وَالمجالس\nمجلس\nTrump\n") == "وَالمجالس\tمجلس\nمجلس\tمجلس\nTrump\ttrump\n"


def test_the_level_is_chosen(analyze):
    assert analyze("الإدارات", level="folded") == "الإدارات\tالادارات\n"
    assert analyze("الإداراتُ", level="exact") == "الإداراتُ\tالإدارات\n"
    assert analyze("الإدارات\nإدارة", level="light") == "الإدارات\tادار\nإدارة\tادار\n"


def test_what_has_no_term_stands_for_itself(analyze):
    assert analyze("على\nعلي\n\n…\n؟!\n") == "على\tعلى\nعلي\tعلي\n\t\n…\t…\n؟!\t؟!\n"


def test_a_line_of_several_words_has_their_terms(analyze):
    assert analyze("الأمم المتحدة\r\n") == "الأمم المتحدة\tامه متحد\n"


def test_hostile_lines_keep_to_themselves(analyze):
    lines = analyze("و" * 100_000 + "\nكت\x00اب\n\ufdfaكتاب\u202e\n").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("و" * 100_000 + "\t")
    assert len(lines[0]) <= 100_000 + 1 + 64
    assert lines[2].endswith("\tكتاب")


def test_a_line_that_is_no_word_is_refused_by_its_number(analyze, monkeypatch):
    monkeypatch.setattr(analyze_words, "LONGEST_LINE", 10)
    with pytest.raises(CommandError, match="Line 2"):
        analyze("كتاب\n" + "ا" * 11)


def test_the_command_needs_no_archive_and_keeps_bytes_that_are_no_text(tmp_path):
    environment = {**os.environ, "NEWSARCHIVE_DATA_DIR": str(tmp_path), "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "manage.py", "analyze_words"],
        input="سجون\n".encode() + b"ab\xff\xfe\n",
        capture_output=True,
        check=False,
        cwd=REPO,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "سجون\tسجن\n".encode() + b"ab\xff\xfe\tab\n"


def test_terms_come_before_the_input_ends(tmp_path):
    with subprocess.Popen(
        [sys.executable, "manage.py", "analyze_words"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=REPO,
        env={**os.environ, "NEWSARCHIVE_DATA_DIR": str(tmp_path)},
    ) as process:
        process.stdin.write("قضاة\n".encode())
        process.stdin.flush()
        assert process.stdout.readline().decode() == "قضاة\tقاض\n"
        process.stdin.close()
