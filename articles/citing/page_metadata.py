"""What the head of an article's page says of it to reference managers, search engines and messengers.

Zotero makes a newspaper article of a page by `DC.type`, unless one of the fields for journals or conferences is there
or `og:type` is a website; it takes the paper from `DC.source`, and would take `og:site_name` where there is none.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from articles.citing.dates import plain_date
from articles.citing.facts import CitedArticle, Name
from articles.citing.fields import one_line, safe_address
from articles.citing.words import ARCHIVE_NAMES

LONGEST_SUMMARY = 300
_LOCALES = {"ar": "ar_AR", "en": "en_GB"}
_OF_SCRIPTS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True)
class PageFacts:
    """The page itself: its language and address, its picture, and how the article begins where it has no deck."""

    language: str
    address: str
    picture: str
    opening: str = ""


@dataclass(frozen=True)
class MetaTag:
    """`attribute` is the one that names it: `property` of OpenGraph's tags, `name` of the others."""

    attribute: str
    name: str
    content: str


def meta_tags(article: CitedArticle, page: PageFacts) -> list[MetaTag]:
    """The tags of the head, those without a value left out."""
    pairs = [*_of_citations(article), *_of_dublin_core(article), *_of_open_graph(article, page)]
    pairs.append(("description", summary(article, page)))
    clean = ((name, one_line(content)) for name, content in pairs)
    return [
        MetaTag("property" if name.startswith(("og:", "article:")) else "name", name, content)
        for name, content in clean
        if content
    ]


def summary(article: CitedArticle, page: PageFacts) -> str:
    """The deck, else how the text begins, cut at a word."""
    text = one_line(article.deck or page.opening)
    if len(text) <= LONGEST_SUMMARY:
        return text
    return text[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + "…"


def _of_citations(article: CitedArticle) -> Iterator[tuple[str, str]]:
    yield "citation_title", article.headline
    yield from (("citation_author", author.text) for author in article.authors)
    yield "citation_publication_date", plain_date(article.published).replace("-", "/")
    yield "citation_language", article.language
    yield "citation_keywords", "; ".join(tag.text for tag in article.tags)
    yield "citation_public_url", safe_address(article.address)


def _of_dublin_core(article: CitedArticle) -> Iterator[tuple[str, str]]:
    yield "DC.type", "newspaperArticle"
    yield "DC.title", article.headline
    yield from (("DC.creator", author.text) for author in article.authors)
    yield "DC.source", article.paper.text if article.paper else ""
    yield "prism.publicationName", article.paper.text if article.paper else ""
    yield "DC.date", article.published
    yield "DC.language", article.language
    yield from (("DC.subject", tag.text) for tag in article.tags)
    yield "DC.identifier", safe_address(article.address)
    yield "DC.relation", safe_address(article.original_link)


def _of_open_graph(article: CitedArticle, page: PageFacts) -> Iterator[tuple[str, str]]:
    yield "og:type", "article"
    yield "og:title", article.headline
    yield "og:description", summary(article, page)
    yield "og:url", page.address
    yield "og:site_name", ARCHIVE_NAMES[page.language] if article.paper else ""
    yield "og:locale", _LOCALES[page.language]
    yield from (("og:locale:alternate", locale) for code, locale in _LOCALES.items() if code != page.language)
    yield "og:image", page.picture
    yield "og:image:type", "image/png"
    yield "og:image:width", "1200"
    yield "og:image:height", "630"
    yield "og:image:alt", article.headline
    yield "article:published_time", plain_date(article.published)
    yield "article:section", article.section.text if article.section else ""
    yield from (("article:tag", tag.text) for tag in article.tags)
    yield "twitter:card", "summary_large_image"


def json_ld(article: CitedArticle, page: PageFacts) -> str:
    """schema.org's NewsArticle as JSON that may stand in a script element. The paper published it, not the archive."""
    item = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": safe_address(article.address),
        "identifier": str(article.number),
        "headline": one_line(article.headline),
        "alternativeHeadline": one_line(article.deck),
        "description": summary(article, page),
        "inLanguage": article.language,
        "datePublished": plain_date(article.published),
        "author": [_described(author, "Person" if author.is_person else "Organization") for author in article.authors],
        "publisher": _described(article.paper, "NewsMediaOrganization") if article.paper else None,
        "isPartOf": _described(article.paper, "Newspaper") if article.paper else None,
        "articleSection": one_line(article.section.text) if article.section else "",
        "dateline": ", ".join(one_line(place.text) for place in article.places),
        "contentLocation": [_described(place, "Place") for place in article.places],
        "keywords": [one_line(tag.text) for tag in article.tags],
        "url": page.address,
        "mainEntityOfPage": page.address,
        "archivedAt": safe_address(article.address),
        "isBasedOn": safe_address(article.original_link),
        "image": {"@type": "ImageObject", "url": page.picture, "width": 1200, "height": 630},
        "sdPublisher": {"@type": "ArchiveOrganization", "name": ARCHIVE_NAMES[page.language]},
    }
    return json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False).translate(_OF_SCRIPTS)


def _described(name: Name, kind: str) -> dict:
    described = {"@type": kind, "name": one_line(name.text)}
    return described | ({"alternateName": one_line(name.english)} if name.english else {})
