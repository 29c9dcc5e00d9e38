"""The way from one hit of a search to the next, when an article was opened from its results.

The address of the article then carries the state of the search and, as `n`, the number of the hit.
"""

import re
from dataclasses import dataclass, replace

from django.http import QueryDict

from articles.models import Article
from articles.search.errors import IndexUnavailable
from articles.search.searching import answer
from articles.views.search_address import SearchAddress


@dataclass(frozen=True)
class Step:
    """A hit beside this one: its number in the results, its article, and the address that opens it as that hit."""

    number: int
    article: Article
    address: str


@dataclass(frozen=True)
class HitSteps:
    """Where the article stands among the hits; `results` leads to its place in the page of results that it is on."""

    number: int
    total: int
    previous: Step | None
    next: Step | None
    results: str


def hit_address(article: Article, address: SearchAddress, number: int) -> str:
    """The address of an article as the hit of this number, counted from 1."""
    return f"{article.get_absolute_url()}?{state_of(address)}n={number}"


def state_of(address: SearchAddress) -> str:
    """The state of the search as an article's address carries it before the number of the hit."""
    state = replace(address, page=1).querystring().removeprefix("?")
    return f"{state}&" if state else ""


def find_hit_steps(article: Article, address: SearchAddress, params: QueryDict) -> HitSteps | None:
    """One search and one query; None where no number is given, or another article has that number now."""
    number = params.get("n", "")
    if not re.fullmatch("[1-9][0-9]{0,8}", number):
        return None
    number = int(number)
    first = max(number - 1, 1)
    try:
        found = answer(address.request(facets=()))
        hits, total = found.hits(first - 1, 3), found.total
    except IndexUnavailable:
        return None
    numbers = {hit.article_id: first + place for place, hit in enumerate(hits)}
    if numbers.get(article.pk) != number:
        return None
    articles = Article.objects.not_withdrawn().in_bulk(numbers)
    shown = [(at, articles[pk]) for pk, at in numbers.items() if pk in articles]
    steps = {at: Step(at, hit, hit_address(hit, address, at)) for at, hit in shown}
    page, place = divmod(number - 1, address.per_page)
    results = f"{replace(address, page=page + 1).querystring()}#hit-{place + 1}"
    return HitSteps(number, total, steps.get(number - 1), steps.get(number + 1), results)
