"""Addresses of each kind of page of an archive, drawn from what it has. Django must be set up before."""

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from urllib.parse import urlencode

from django.db.models import Count, F

from articles.arabic.tokens import words
from articles.models import Article, Author, Place, Section, Source, Tag
from articles.search.searching import SearchRequest, answer

NAMED = (Source, Section, Author, Place, Tag)
_draw = random.Random(1)  # noqa: S311


def addresses(each: int) -> Iterator[tuple[str, list[str]]]:
    """The addresses of each kind of page, at most about `each`, drawn from what the archive has."""
    yield "first page", ["/", "/en/"]
    yield from article_pages(each)
    yield from lists_by_name(each)
    yield from lists_by_date(each)
    yield "random article", ["/random/"] * each
    yield "statistics", ["/statistics/", "/en/statistics/"]
    yield from for_machines(each)
    yield from searches(each)
    yield from found(each)


def article_pages(each: int) -> Iterator[tuple[str, list[str]]]:
    numbers = _some(Article.objects.published().order_by("pk").values_list("pk", flat=True), each)
    yield "article", [f"/articles/{pk}/" for pk in numbers]
    typed = [word for kind in queries().values() for word in kind]
    opened = []
    for place in range(each):
        query = typed[place % len(typed)]
        hits = answer(SearchRequest(query=query, facets=())).hits(place, 1)
        opened += [f"/articles/{hit.article_id}/?{urlencode({'q': query, 'n': place + 1})}" for hit in hits]
    yield "article, as a hit", opened
    yield "article as text", [f"/articles/{pk}/text" for pk in numbers]
    yield "article's citation", [f"/articles/{pk}/citation.ris" for pk in numbers]
    yield "article's picture", [f"/articles/{pk}/picture.png" for pk in numbers[: each // 4]]


def lists_by_name(each: int) -> Iterator[tuple[str, list[str]]]:
    lists, top, deep = [], [], []
    for model in NAMED:
        plural = f"/{model._meta.model_name}s/"
        lists += [plural, f"{plural}?sort=count", f"{plural}?page=999", f"{plural}?filter=محمد", f"/en{plural}"]
        counted = model.objects.annotate(size=Count("articles")).filter(size__gt=0).order_by("-size")
        for pk, size in _spread(list(counted.values_list("pk", "size")), each // 4):
            top.append(f"{plural}{pk}/")
            deep += [f"{plural}{pk}/?page={page}" for page in _spread(range(2, size // 20 + 2), 3)]
    yield "names, A to Z", lists
    yield "a name's articles", _spread(top, each)
    yield "a name's articles, further pages", _spread(deep, each)


def lists_by_date(each: int) -> Iterator[tuple[str, list[str]]]:
    dated = Article.objects.published().filter(published_from=F("published_to")).order_by("published_to")
    days = list(dated.values_list("published_to", flat=True).distinct())
    years = sorted({day.year for day in days})
    yield "dates", ["/dates/", "/en/dates/"]
    deep = (1, 2, 20, 200, 2000, 99999)
    yield "year", [f"/dates/{year}/?page={page}" for year in _spread(years, max(1, each // 6)) for page in deep]
    months = sorted({(day.year, day.month) for day in days})
    paths = [f"/dates/{year}/{month:02}/" for year, month in _spread(months, each)]
    yield "month", [f"{path}{query}" for path in _spread(paths, each // 3) for query in ("", "?page=30", "?page=9999")]
    yield "day", [f"/dates/{day:%Y/%m/%d}/{query}" for day in _spread(days, each // 2) for query in ("", "?page=99")]
    yield "undated", ["/dates/undated/", "/dates/undated/?page=999"]
    chosen = _spread(days, each // 2)
    yield "on this day", ["/on-this-day/", *(f"/on-this-day/{day:%m/%d}/" for day in chosen)]
    hijri = [f"/on-this-day/hijri/{month:02}/{day:02}/" for month in range(1, 13) for day in (1, 15, 29)]
    yield "on this Hijri day", _spread(hijri, each)


def for_machines(each: int) -> Iterator[tuple[str, list[str]]]:
    files = (Article.objects.order_by("pk").last().pk - 1) // 500 + 1
    names = [f"/sitemap-{model._meta.model_name}s.xml" for model in NAMED]
    yield "sitemap: index", ["/sitemap.xml"]
    yield "sitemap: articles", [f"/sitemap-articles.xml?p={number}" for number in _spread(range(1, files + 1), each)]
    yield "sitemap: names and periods", [*names, "/sitemap-periods.xml", "/sitemap-pages.xml"]
    feeds = ["/feed.atom", "/feed.atom?page=50"]
    feeds += [f"/sources/{pk}/feed.atom" for pk in Source.objects.values_list("pk", flat=True)]
    yield "feed", _spread(feeds, each)
    for path in ("articles", "timeline", "concordance"):
        asked = [{"q": word} for kind in queries().values() for word in kind]
        if path == "articles":
            numbers = _some(Article.objects.published().order_by("pk").values_list("pk", flat=True), each)
            yield "API: article", [f"/api/v1/articles/{pk}" for pk in numbers]
        else:
            yield f"API: {path}", [f"/api/v1/{path}?{urlencode(one)}" for one in asked]
    yield "API: names", ["/api/v1/authors", "/api/v1/sources", "/api/v1/tags"]


def searches(each: int) -> Iterator[tuple[str, list[str]]]:
    """Pages of results, each of another query: words of headlines, and whole headlines."""
    headlines = _some(Article.objects.published().order_by("pk").values_list("headline", flat=True), each)
    words_ = [_draw.choice(headline.split() or ["خبر"]) for headline in headlines]
    yield "search, one word", [f"/search/?{urlencode({'q': word})}" for word in words_]
    two = [" ".join(headline.split()[:2]) for headline in headlines]
    yield "search, two words", [f"/search/?{urlencode({'q': query})}" for query in two]
    yield "search, headline", [f"/search/?{urlencode({'q': headline})}" for headline in headlines]
    newest = [{"q": word, "sort": "newest", "view": "compact"} for word in words_]
    yield "search, newest first", [f"/search/?{urlencode(one)}" for one in newest]
    yield "search, page 20", [f"/search/?{urlencode({'q': word, 'page': 20})}" for word in queries()["common"]]


def found(each: int) -> Iterator[tuple[str, list[str]]]:
    """What is worked out from all that a search finds."""
    for kind, typed in queries().items():
        orders = ({}, {"by": "before1"}, {"by": "after1"}, {"by": "form"}, {"page": "20"})
        asked = [{"q": word} | orders[place % len(orders)] for place, word in enumerate(typed)]
        yield f"concordance, {kind}", [f"/search/concordance/?{urlencode(one)}" for one in asked]
        yield f"distinctive words, {kind}", [f"/search/words/?{urlencode({'q': word})}" for word in typed]
    typed = [word for kind in queries().values() for word in kind]
    drawn = [_draw.sample(typed, min(6, len(typed))) for _page in range(each // 4)]
    six = [[*(("q", word) for word in some), ("by", by)] for some in drawn for by in ("year", "month")]
    yield "comparison of six", [f"/compare/?{urlencode(one)}" for one in six]
    yield "comparison as CSV", [f"/compare.csv?{urlencode(one)}" for one in six]
    yield "comparison as SVG", [f"/compare.svg?{urlencode(one)}" for one in six]
    yield "comparison as PNG", [f"/compare.png?{urlencode(one)}" for one in six[:4]]


@cache
def queries() -> dict[str, list[str]]:
    """Words of headlines by how many articles have them: about one of 10,000, one of 100, and the commonest of all."""
    texts = _some(Article.objects.published().order_by("pk").values_list("headline", flat=True), 3000)
    drawn = sorted({word for text in texts for word in words(text) if len(word) > 3})
    chosen = _draw.sample(drawn, min(600, len(drawn)))
    totals = {word: answer(SearchRequest(query=word, facets=())).total for word in chosen}
    by_size, size = sorted((word for word in totals if totals[word]), key=totals.get), Article.objects.count()
    return {
        "rare": [word for word in by_size if totals[word] <= max(3, size / 10_000)][-12:],
        "mid": sorted(by_size, key=lambda word: abs(totals[word] - size / 100))[:12],
        "common": by_size[-12:],
    }


def _some(rows: Iterable, most: int) -> list:
    """So many rows drawn by chance, in their order."""
    every = list(rows)
    return [every[place] for place in sorted(_draw.sample(range(len(every)), min(most, len(every))))]


def _spread(things: Sequence, most: int) -> list:
    """At most so many, evenly from the first to the last."""
    if len(things) <= most:
        return list(things)
    return [things[place * (len(things) - 1) // max(1, most - 1)] for place in range(most)]
