"""The articles of a result in its order, read in chunks: what is taken away is never in memory as a whole."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import Prefetch

from articles.citing.facts import CitedArticle, Name
from articles.exporting import article_object
from articles.models import Appearance, Article, Author, Link
from articles.taking_away.articles import Gone
from articles.views.cited import article_address, numbered

AT_ONCE = 250

Item = TypeVar("Item")


def take(numbers: Iterable[int], read: Callable[[list[int]], dict[int, Item]]) -> Iterator[Item | Gone]:
    """What `read` has of some articles at a time; whoever was deleted or withdrawn since the search is `Gone`, in its
    place."""
    numbers = iter(numbers)
    while some := list(islice(numbers, AT_ONCE)):
        items = read(some)
        for number in some:
            yield items.pop(number, None) or Gone(number)


def read_facts(numbers: list[int], site: str) -> dict[int, CitedArticle]:
    """What `cited.facts_of` says of each, from rows as they are: to make objects of them takes three times as long."""
    address_of = numbered(site + article_address(0))
    authors = {
        pk: tuple(Name(name, english, kind == Author.Kind.PERSON) for name, english, kind in rows)
        for pk, rows in linked("author", numbers, "name", "name_en", "kind").items()
    }
    places = {
        pk: tuple(Name(name, english) for name, english in rows)
        for pk, rows in linked("place", numbers, "name", "name_en").items()
    }
    tags = {
        pk: tuple(Name(arabic or english, english) for arabic, english in rows)
        for pk, rows in linked("tag", numbers, "label_ar", "label_en").items()
    }
    rows = Article.objects.not_withdrawn().order_by().filter(pk__in=numbers).values_list(
        "pk", "headline", "deck", "source__name", "source__name_en", "section__name", "section__name_en",
        "published", "language", "url", "completeness",
    )  # fmt: skip
    return {
        pk: CitedArticle(
            number=pk,
            address=address_of(pk),
            headline=headline,
            deck=deck,
            authors=authors.get(pk, ()),
            paper=None if source is None else Name(source, source_en),
            section=None if section is None else Name(section, section_en),
            places=places.get(pk, ()),
            tags=tags.get(pk, ()),
            published=published,
            language=language,
            original=url,
            is_excerpt=completeness == Article.Completeness.EXCERPT,
        )
        for pk, headline, deck, source, source_en, section, section_en, published, language, url, completeness in rows
    }


def linked(name: str, numbers: list[int], *columns: str) -> dict[int, list[tuple]]:
    """Columns of the authors, places or tags of each article, in the order of their kind."""
    links = getattr(Article, f"{name}s").through.objects.filter(article_id__in=numbers).order_by(name)
    found = defaultdict(list)
    for pk, *values in links.values_list("article_id", *(f"{name}__{column}" for column in columns)):
        found[pk].append(tuple(values))
    return found


def read_objects(numbers: list[int]) -> dict[int, dict]:
    """All that the archive's own export says of each."""
    rows = (
        Article.objects.not_withdrawn()
        .select_related("source", "section")
        .prefetch_related(
            "blocks",
            "authors",
            "places",
            "tags",
            Prefetch("links", Link.objects.select_related("to_article")),
            Prefetch("appearances", Appearance.objects.select_related("dump")),
        )
    )
    return {pk: article_object(article) for pk, article in rows.in_bulk(numbers).items()}
