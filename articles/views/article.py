"""The page of one article."""

from dataclasses import dataclass
from itertools import groupby

from django.shortcuts import render

from articles.arabic.snippets import Wanted
from articles.citing.dates import exact_day, plain_date
from articles.citing.hijri import HijriDay, describe_hijri_day
from articles.models import Article, Link
from articles.search.errors import IndexUnavailable
from articles.search.searching import answer, wanted
from articles.views.article_head import head_of_page, language_of_page
from articles.views.caching import answer_unless_same
from articles.views.citations import FORMATS, citations
from articles.views.finding_article import for_article
from articles.views.hit_steps import find_hit_steps
from articles.views.mark_reasons import Reasons
from articles.views.marking import MarkedText, count_marks, mark_all
from articles.views.provenance import edited_names, find_provenance
from articles.views.search_address import SearchAddress
from articles.views.turns import in_turn
from articles.views.versions import find_versions

MOST_BACKLINKS = 20


@dataclass(frozen=True)
class ShownBlock:
    kind: str
    text: MarkedText
    credit: str


@dataclass(frozen=True)
class Relatives:
    """Links of one kind, in the order of the page."""

    kind: str
    articles: tuple[Article, ...]


@for_article
@in_turn
def article_page(request, article: Article):
    """The article, with the marks of the search that it was found by."""
    address = SearchAddress.read(request.GET)
    blocks = list(article.blocks.all())
    headline, deck, *texts = mark_all(
        [article.headline, article.deck, *(block.text for block in blocks)], *sought_by(address)
    )
    context = {
        "article": article,
        "headline": headline,
        "deck": deck,
        "blocks": [ShownBlock(block.kind, text, block.credit) for block, text in zip(blocks, texts, strict=True)],
        "address": address,
        "marks": range(1, count_marks([headline, deck, *texts]) + 1),
        "hit_steps": find_hit_steps(article, address, request.GET),
        "relatives": find_relatives(article),
        "backlinks": find_backlinks(article),
        "versions": find_versions(article),
        "provenance": find_provenance(article),
        "edited": edited_names(article),
        "plain_date": plain_date(article.published),
        "hijri": hijri_day(article),
        "citations": citations(request, article),
        "formats": [(extension, file.name) for extension, file in FORMATS.items()],
        **head_of_page(request, article),
    }
    page = render(request, "articles/detail.html", context)
    return answer_unless_same(request, page, changed_at=article.changed_at)


def sought_by(address: SearchAddress) -> tuple[Wanted | None, Reasons]:
    """What the search marks, at its level and without the forms that it leaves out, and why; None where no words were
    searched."""
    if not address.query:
        return None, Reasons()
    try:
        answered = answer(address.request(limit=0, facets=()))
        return answered.wanted, Reasons.of(answered.asked)
    except IndexUnavailable:
        return wanted(address.query, address.options), Reasons()


def hijri_day(article: Article) -> HijriDay | None:
    """The Hijri day of an article whose Gregorian day is known beyond doubt."""
    day = exact_day(article.published)
    return describe_hijri_day(day, language_of_page()) if day else None


def find_relatives(article: Article) -> list[Relatives]:
    """The published articles that this one leads to, by kind: related, further articles of its page, latest news.

    One that is several of these stands under the first alone.
    """
    order = [Link.Kind.RELATED, Link.Kind.APPENDED, Link.Kind.LATEST]
    links = article.links.filter(to_article__status=Article.Status.PUBLISHED).select_related(
        "to_article__source", "to_article__section"
    )
    by_kind = sorted(links, key=lambda link: order.index(link.kind))  # stable: within a kind the order of the page
    first = {link.to_article_id: link for link in reversed(by_kind)}
    once = [link for link in by_kind if first[link.to_article_id] is link]
    return [
        Relatives(kind, tuple(link.to_article for link in group))
        for kind, group in groupby(once, key=lambda link: link.kind)
    ]


def find_backlinks(article: Article):
    """The published articles that lead to this one, the newest first."""
    rows = Article.objects.published().filter(links__to_article=article).select_related("source", "section")
    return rows.distinct().newest()[:MOST_BACKLINKS]
