"""The names of one kind that published articles have, in the order of the alphabet, with how many articles each.

The whole list of a kind is prepared once for each state of the archive; pages, letters and the filter are cut from it.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import groupby

from django.db.models import Count, Model
from django.urls import reverse
from django.utils.translation import get_language

from articles.arabic.collation import SortKey, initial, sort_key
from articles.arabic.folding import fold
from articles.models import Article, Author, Section, Source, Tag, TagName
from articles.views.archive_state import remember

FEW = 10_000
MOST_KNOWN = 100_000
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Name:
    """A line of the list: `others` are the other ways in which the name is written, `kind` that of a tag or a desk."""

    pk: int
    label: str
    others: tuple[str, ...]
    kind: str
    href: str
    count: int
    letter: str
    key: SortKey
    folded: str


@dataclass(frozen=True)
class Letter:
    """A heading of the list and the names under it."""

    letter: str
    names: tuple[Name, ...]


def names_of(request, model: type[Model]) -> tuple[Name, ...]:
    """All names of a kind in the language of the page, in the order of the alphabet."""
    key = f"names {model._meta.model_name} {get_language()}"
    return remember(request, key, lambda: make_names(model, counts_of(request, model)))


def counts_of(request, model: type[Model]) -> dict[int, int]:
    """The number of published articles of each name that has any, by the name's number."""
    return remember(request, f"counts {model._meta.model_name}", lambda: count_articles(model))


def count_articles(model: type[Model]) -> dict[int, int]:
    if model in (Source, Section):
        field = f"{model._meta.model_name}_id"
        return count_rows(Article.objects.published().exclude(**{field: None}), field)
    relation = model._meta.get_field("articles")
    rows, field = relation.through.objects.all(), f"{relation.field.m2m_reverse_field_name()}_id"
    # All less the few that are withdrawn: both are read from indexes, without a look at each article.
    counts = Counter(count_rows(rows, field))
    counts.subtract(count_rows(rows.filter(article__status=Article.Status.WITHDRAWN), field))
    return dict(+counts)


def count_rows(rows, field: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(field).annotate(Count("pk")))


def articles_of(authority, count: int):
    """The published articles of a name, of which there are `count`.

    Where a relation has few of them a database does better to read and order these alone than to go through all
    articles in order and look for those of the name.
    """
    is_column = isinstance(authority, Source | Section)
    return authority.articles.published() if is_column or count > FEW else authority.articles.not_withdrawn()


def make_names(model: type[Model], counts: dict[int, int]) -> tuple[Name, ...]:
    """The names of these numbers. Their rows are read as they are: objects of all names take ten times as long."""
    columns = ("pk", "label_ar", "label_en", "kind") if model is Tag else ("pk", "name", "name_en")
    rows = model.objects.order_by().values_list(*columns, *(["kind"] if model is Author else []), named=True)
    written = TagName.objects.order_by("text").values_list("tag", "text")
    if len(counts) <= AT_ONCE:
        rows, written = rows.filter(pk__in=counts), written.filter(tag__in=counts)
    variants: dict[int, list[str]] = {}
    for pk, text in written if model is Tag else ():
        variants.setdefault(pk, []).append(text)
    prefix, kinds, label_of = reverse(f"{model._meta.model_name}_list"), kinds_told(model), model.label.fget
    names = (
        make_name(row, label_of(row), variants.get(row.pk, ()), prefix, kinds, counts[row.pk])
        for row in rows.iterator()
        if row.pk in counts
    )
    return tuple(sorted(names, key=lambda name: name.key))


def make_name(row, label: str, variants: Iterable[str], prefix: str, kinds: dict[str, str], count: int) -> Name:
    """A tag has its other label and its variants; other names have theirs in the other language."""
    known = (row.label_ar, row.label_en, *variants) if hasattr(row, "label_ar") else (row.name, row.name_en)
    others = tuple(text for text in dict.fromkeys(known) if text and text != label)
    return Name(
        pk=row.pk,
        label=label,
        others=others,
        kind=kinds.get(row.kind, "") if kinds else "",
        href=f"{prefix}{row.pk}/",
        count=count,
        letter=letter_of(label),
        key=key_of(label),
        folded=" ".join(map(folded, (label, *others))),
    )


# A list is made anew after each change of the archive; its names are the same but for a few.
key_of = lru_cache(maxsize=MOST_KNOWN)(sort_key)
letter_of = lru_cache(maxsize=MOST_KNOWN)(initial)
folded = lru_cache(maxsize=MOST_KNOWN)(fold)


def kinds_told(model: type[Model]) -> dict[str, str]:
    """Of a tag it is told what kind it is; of an author where it is no person."""
    if model is Tag:
        return {value: str(label) for value, label in Tag.Kind.choices}
    return {Author.Kind.DESK: str(Author.Kind.DESK.label)} if model is Author else {}


def most_used_of(request, model: type[Model], most: int) -> list[Name]:
    """Those of a kind with the most articles, without a look at all the others."""

    def make() -> list[Name]:
        counts = counts_of(request, model)
        fewest = min(nlargest(most, counts.values()), default=0)
        return most_used(make_names(model, {pk: count for pk, count in counts.items() if count >= fewest}), most)

    return remember(request, f"most used {most} {model._meta.model_name} {get_language()}", make)


def most_used(names: Iterable[Name], most: int) -> list[Name]:
    """Those with the most articles, among equals in the order of the alphabet."""
    return sorted(names, key=lambda name: -name.count)[:most]


def filtered(names: tuple[Name, ...], words: str) -> tuple[Name, ...]:
    """The names of which one writing holds every word, in whatever form its letters are typed."""
    wanted = fold(words).split()
    return tuple(name for name in names if all(word in name.folded for word in wanted)) if wanted else names


def by_letter(names: Iterable[Name]) -> list[Letter]:
    return [Letter(letter, tuple(group)) for letter, group in groupby(names, key=lambda name: name.letter)]


def pages_of_letters(names: tuple[Name, ...], per_page: int) -> dict[str, int]:
    """Each letter with the page on which its first name stands."""
    pages: dict[str, int] = {}
    for place, name in enumerate(names):
        pages.setdefault(name.letter, place // per_page + 1)
    return pages
