"""Whole answers that a process keeps."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from articles.views.kept_answers import LONGEST, KeptAnswers
from tests.paths import REPO

KEEPING = """
import random, re
from django.conf import settings
settings.configure()
from django.http import HttpResponse
from articles.views.kept_answers import KeptAnswers

def held():
    return int(re.search(r"RssAnon:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024

answers, chance, words = KeptAnswers(16 * 2**20), random.Random(3), [f"كلمة{n}" for n in range(3000)]
before = held()
for number in range(1000):
    answers.keep(str(number), HttpResponse(" ".join(chance.choices(words, k=3000)) + "خبر" * 9000))
print(held() - before)
"""


def page(text: str = "خبر من طرابلس") -> HttpResponse:
    return HttpResponse(text, headers={"Content-Language": "ar"})


def test_what_was_kept_is_given_to_each_as_his_own():
    answers = KeptAnswers(10_000)
    answers.keep("first", page())
    given = answers.find("first")
    given["Set-Cookie"] = "mine"
    again = answers.find("first")
    assert again.content.decode() == "خبر من طرابلس"
    assert again["Content-Language"] == "ar"
    assert "Set-Cookie" not in again
    assert answers.find("second") is None


def test_the_newer_answer_takes_the_place_of_the_older():
    answers = KeptAnswers(10_000)
    answers.keep("first", page("أمس"))
    answers.keep("first", page("اليوم"))
    assert answers.find("first").content.decode() == "اليوم"


def test_what_is_not_for_all_or_not_whole_is_not_kept():
    answers = KeptAnswers(10_000_000)
    with_cookie = page()
    with_cookie.set_cookie("name", "value")
    for number, response in enumerate(
        [HttpResponse(status=404), with_cookie, StreamingHttpResponse(["نص"]), page("a" * (LONGEST + 1))]
    ):
        answers.keep(str(number), response)
        assert answers.find(str(number)) is None


def test_memory_is_bounded_and_those_asked_for_last_stay():
    answers, chance = KeptAnswers(200_000), random.Random(3)
    for number in range(300):
        # Nothing that could be packed.
        answers.keep(str(number), HttpResponse(chance.randbytes(5000)))
        assert answers.find("0")
    kept = [number for number in range(300) if answers.find(str(number))]
    assert kept[0] == 0
    assert kept[1:] == list(range(300 - len(kept) + 1, 300))
    assert 20 < len(kept) <= 40
    answers.clear()
    assert answers.find("0") is None


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process holds")
def test_packed_answers_hold_no_room_beside_what_is_counted():
    ended = subprocess.run([sys.executable, "-c", KEEPING], cwd=REPO, capture_output=True, text=True, check=True)
    assert float(ended.stdout) < 32
