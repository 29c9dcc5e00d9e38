"""The fragments by which a page of results offers its files, its feed and its question to the API."""

import html
import json
import re
import shlex

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from articles.views.search_address import SearchAddress
from articles.views.ways_out import ways_out
from tests.pages.reading import words

HOSTILE = "q=%3Cscript%3E%27%22%60%24(x)%5C%26%0A&not=%27%3B&source=5&page=3&view=compact&sort=oldest"


def address(question: str) -> SearchAddress:
    return SearchAddress.read(QueryDict(question))


def fragment(name: str, question: str) -> str:
    request = RequestFactory().get("/search/")
    return render_to_string(f"search/{name}.html", {"address": address(question)}, request=request)


def test_every_way_out_asks_for_what_is_found_and_not_for_how_it_is_shown():
    ways = ways_out(RequestFactory().get("/search/"), address("q=صيد&source=-5&sort=oldest&page=3&view=compact"))
    question = "?q=%D8%B5%D9%8A%D8%AF&source=-5&sort=oldest"
    assert [file.href for file in ways.files] == [
        f"/search/export.{extension}{question}" for extension in ("csv", "xlsx", "jsonl", "ris", "bib", "zip")
    ]
    assert ways.feed == "/search/feed.atom?q=%D8%B5%D9%8A%D8%AF&source=-5"
    assert ways.page == f"http://testserver/search/{question}"
    assert ways.api == f"http://testserver/api/v1/search{question}"


def test_the_files_are_in_the_language_of_the_page():
    with override("en"):
        assert "/en/search/export.csv" in fragment("_take_away", "q=sea")
        assert "Take it away" in fragment("_take_away", "q=sea")
    assert "خذه معك" in fragment("_take_away", "q=sea")


def test_nothing_that_was_typed_breaks_out():
    ways = ways_out(RequestFactory().get("/search/"), address(HOSTILE))
    assert shlex.split(ways.curl) == ["curl", ways.api]
    markup = fragment("_take_away", HOSTILE) + fragment("_feeds", HOSTILE)
    assert "<script" not in markup
    for value in re.findall(r'href="([^"]*)"', markup):
        assert re.fullmatch(r"[!-~]+", html.unescape(value))


def test_the_program_reads_every_page(capsys, monkeypatch):
    pages = {
        "http://testserver/api/v1/search?q=ab": {"articles": [{"id": 1, "headline": "أ"}], "next": "http://x/2"},
        "http://x/2": {"articles": [{"id": 2, "headline": "ب"}], "next": None},
    }

    class Answer:
        def __init__(self, address):
            self.text = json.dumps(pages[address])

        def read(self):
            return self.text

        def __enter__(self):
            return self

        def __exit__(self, *error):
            return None

    monkeypatch.setattr("urllib.request.urlopen", Answer)
    exec(ways_out(RequestFactory().get("/search/"), address("q=ab")).python, {})
    assert capsys.readouterr().out == "1 أ\n2 ب\n"


def test_the_head_of_the_page_names_its_feed():
    link = fragment("_feeds", "q=صيد&page=2")
    assert 'type="application/atom+xml"' in link
    assert 'href="/search/feed.atom?q=%D8%B5%D9%8A%D8%AF"' in link


@pytest.mark.parametrize(("path", "title"), [("/api/", "الأرشيف للبرامج"), ("/en/api/", "The archive for programs")])
def test_the_page_on_the_api_speaks_the_language_of_its_address(client, db, path, title):
    response = client.get(path)
    assert title in words(response)
    assert client.get(path, HTTP_IF_NONE_MATCH=response.headers["ETag"]).status_code == 304
