"""Small archives for tests, and short ways to ask them."""

from datetime import date

from articles.models import Article, Block, Source, Tag, TagName
from articles.search.outbox import apply_changes
from articles.search.searching import Filter, SearchPage, SearchRequest, search


def add(headline: str, *paragraphs: str, day: date | None = None, source: str = "", tags=(), **fields) -> Article:
    """An article in the database, not yet in the index."""
    fields |= {"published": str(day or ""), "published_from": day, "published_to": day}
    if source:
        fields["source"] = Source.objects.get_or_create(name=source)[0]
    article = Article.objects.create(headline=headline, **fields)
    for position, text in enumerate(paragraphs, start=1):
        Block.objects.create(article=article, position=position, kind=Block.Kind.PARAGRAPH, text=text)
    article.tags.set(tags)
    return article


def add_tag(label: str, *variants: str) -> Tag:
    tag = Tag.objects.create(label_ar=label)
    for name in (label, *variants):
        TagName.objects.create(tag=tag, text=name, key=name)
    return tag


def ask(query: str = "", *filters: tuple[str, str], **request) -> SearchPage:
    return search(SearchRequest(query, tuple(Filter(*chosen) for chosen in filters), **{"limit": 100} | request))


def found(query: str = "", *filters: tuple[str, str], **request) -> list[int]:
    """The numbers of the articles found, in order."""
    return [hit.article_id for hit in ask(query, *filters, **request).hits]


def headlines(query: str = "", *filters: tuple[str, str], **request) -> list[str]:
    names = Article.objects.in_bulk()
    return [names[number].headline for number in found(query, *filters, **request)]


def options(page: SearchPage, field: str) -> dict[str, int]:
    return {option.value: option.count for option in page.facets[field]}


def add_and_index(*args, **kwargs) -> Article:
    article = add(*args, **kwargs)
    apply_changes()
    return article
