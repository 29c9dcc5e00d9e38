"""The addresses under which a search is taken away: its files, its feed, and the question of it to the API.

A concordance and a comparison are asked of the API too.
"""

import shlex
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from articles.views.cited import site_of
from articles.views.compare_address import CompareAddress
from articles.views.search_address import SearchAddress
from articles.views.taking_away import KINDS

OF_THE_PAGE = ("view", "passages", "length", "page")
"""What says how hits are shown, not which."""

PYTHON = """import json
from urllib.request import urlopen

address = {address!r}
while address:
    with urlopen(address) as answer:
        page = json.load(answer)
    for {one} in page["{one}s"]:
        print({printed})
    address = page["next"]
"""
ARTICLE = 'article["id"], article["headline"]'
LINE = 'line["id"], line["before"], line["hit"], line["after"]'
PYTHON_OVER_TIME = """import json
from urllib.request import urlopen

for address in {addresses!r}:
    with urlopen(address) as answer:
        timeline = json.load(answer)
    for period in timeline["periods"]:
        print(period["period"], period["hits"])
"""


@dataclass(frozen=True)
class File:
    """A file of all that was found: the name of its format, its extension and its address."""

    name: str
    extension: str
    href: str


@dataclass(frozen=True)
class Asked:
    """`page` and `api` are whole addresses, of a comparison a line of `api` for each that is compared; `curl` and
    `python` are what is typed to ask the API."""

    page: str
    api: str
    curl: str
    python: str


@dataclass(frozen=True)
class WaysOut(Asked):
    """Of the articles found there are files and a feed too."""

    files: tuple[File, ...]
    feed: str


def ways_out(request: HttpRequest, address: SearchAddress) -> WaysOut:
    site, question = site_of(request), querystring(address)
    api = f"{site}{reverse('api:search')}{question}"
    return WaysOut(
        files=tuple(File(kind.name, end, reverse("export", args=[end]) + question) for end, kind in KINDS.items()),
        feed=feed_address(address),
        page=f"{site}{reverse('search')}{question}",
        api=api,
        curl=f"curl {shlex.quote(api)}",
        python=PYTHON.format(address=api, one="article", printed=ARTICLE),
    )


def concordance_asked(request: HttpRequest, question: str) -> Asked:
    """`question` is the query string of the concordance, at its first page."""
    site = site_of(request)
    api = f"{site}{reverse('api:concordance')}{question}"
    page = f"{site}{reverse('concordance')}{question}"
    return Asked(page, api, f"curl {shlex.quote(api)}", PYTHON.format(address=api, one="line", printed=LINE))


def comparison_asked(request: HttpRequest, address: CompareAddress) -> Asked:
    site = site_of(request)
    questions = [urlencode([*series.search.pairs(), ("by", address.by)], safe=".") for series in address.series]
    addresses = [f"{site}{reverse('api:timeline')}?{question}" for question in questions]
    return Asked(
        page=f"{site}{reverse('compare')}{address.querystring()}",
        api="\n".join(addresses),
        curl=f"curl {shlex.join(addresses)}",
        python=PYTHON_OVER_TIME.format(addresses=addresses),
    )


def feed_address(address: SearchAddress) -> str:
    """A feed has an order of its own."""
    return reverse("search_feed") + querystring(address, "sort")


def querystring(address: SearchAddress, *left_out: str) -> str:
    """The parameters of what is found and of its order, with their question mark; nothing where there are none."""
    pairs = [(name, value) for name, value in address.pairs() if name not in (*OF_THE_PAGE, *left_out)]
    return f"?{urlencode(pairs)}" if pairs else ""
