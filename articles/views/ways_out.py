"""The addresses under which a search is taken away: its files, its feed, and the question of it to the API."""

import shlex
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from articles.views.cited import site_of
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
    for article in page["articles"]:
        print(article["id"], article["headline"])
    address = page["next"]
"""


@dataclass(frozen=True)
class File:
    """A file of all that was found: the name of its format, its extension and its address."""

    name: str
    extension: str
    href: str


@dataclass(frozen=True)
class WaysOut:
    """`page` and `api` are whole addresses; `curl` and `python` are what is typed to ask the API."""

    files: tuple[File, ...]
    feed: str
    page: str
    api: str
    curl: str
    python: str


def ways_out(request: HttpRequest, address: SearchAddress) -> WaysOut:
    site, question = site_of(request), querystring(address)
    api = f"{site}{reverse('api:search')}{question}"
    return WaysOut(
        files=tuple(File(kind.name, end, reverse("export", args=[end]) + question) for end, kind in KINDS.items()),
        feed=feed_address(address),
        page=f"{site}{reverse('search')}{question}",
        api=api,
        curl=f"curl {shlex.quote(api)}",
        python=PYTHON.format(address=api),
    )


def feed_address(address: SearchAddress) -> str:
    """A feed has an order of its own."""
    return reverse("search_feed") + querystring(address, "sort")


def querystring(address: SearchAddress, *left_out: str) -> str:
    """The parameters of what is found and of its order, with their question mark; nothing where there are none."""
    pairs = [(name, value) for name, value in address.pairs() if name not in (*OF_THE_PAGE, *left_out)]
    return f"?{urlencode(pairs)}" if pairs else ""
