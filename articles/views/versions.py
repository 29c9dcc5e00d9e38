"""Other texts of an article: what another saved page of it said, beside what the archive shows."""

from dataclasses import dataclass
from itertools import islice

from django.http import Http404
from django.shortcuts import render

from articles.models import Appearance, Article
from articles.views.comparing import compare
from articles.views.finding_article import for_article

MOST_VERSIONS = 50
IN_ORDER = ("dump__imported_at", "pk")
EDITED_TEXTS = {"headline", "deck", "blocks"}


@dataclass(frozen=True)
class Version:
    """A text that the article has not now. `is_corrected`: the page's own text, which an editor has changed since."""

    appearance: Appearance
    headline: str
    deck: str
    blocks: tuple[str, ...]
    is_corrected: bool


def find_versions(article: Article) -> list[Version]:
    """The appearances of an article whose whole text is another than the one it has now, the first imported first.

    What an editor changed is told by `edited_fields`; the text of the pages was kept where the change was made.
    """
    rows = article.appearances.filter(role__in=(Appearance.Role.MAIN, Appearance.Role.APPENDED))
    if not EDITED_TEXTS.intersection(article.edited_fields):
        rows = rows.exclude(text_digest__in=("", article.text_digest)).filter(seen__has_key="blocks")
    shown = texts_of_article(article)
    versions = (as_version(row, article, shown) for row in rows.select_related("dump").order_by(*IN_ORDER))
    return list(islice((version for version in versions if differs(version, shown)), MOST_VERSIONS))


def texts_of_article(article: Article) -> tuple[str, str, tuple[str, ...]]:
    """Headline, deck and paragraphs, as a version has them."""
    return article.headline, article.deck, tuple(with_credit(row.text, row.credit) for row in article.blocks.all())


def as_version(row: Appearance, article: Article, shown: tuple) -> Version:
    """What an appearance says; where it keeps no text of its own it shares that of the article."""
    headline, deck, blocks = shown
    if "headline" in row.seen:
        headline = row.seen["headline"] or ""
    if "deck" in row.seen:
        deck = row.seen["deck"] or ""
    if "blocks" in row.seen:
        blocks = tuple(with_credit(text, credit) for _kind, text, credit in row.seen["blocks"])
    is_corrected = bool(article.edited_fields) and row.text_digest == article.text_digest
    return Version(row, headline, deck, blocks, is_corrected)


def differs(version: Version, shown: tuple) -> bool:
    """Whether the text is another; headlines alone vary from page to page and are no version."""
    headline, deck, blocks = shown
    is_other_head = version.is_corrected and (version.headline, version.deck) != (headline, deck)
    return version.blocks != blocks or is_other_head


@for_article
def version_page(request, article: Article, appearance_pk: int):
    """What changed from an appearance's text to the article's."""
    version = next((one for one in find_versions(article) if one.appearance.pk == appearance_pk), None)
    if version is None:
        raise Http404
    headline, deck, blocks = texts_of_article(article)
    paragraphs = [
        *compare([version.headline], [headline]),
        *compare([version.deck], [deck]),
        *compare(version.blocks, blocks),
    ]
    context = {"article": article, "version": version, "paragraphs": paragraphs}
    return render(request, "articles/version.html", context)


def with_credit(text: str, credit: str | None) -> str:
    return f"{text} ({credit})" if credit else text
