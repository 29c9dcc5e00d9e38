"""The hits of a page of results as it shows them."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language

from articles.arabic.snippets import passages
from articles.citing.coins import context_object
from articles.citing.facts import CitedArticle, Name
from articles.search.matched_forms import with_words
from articles.search.readers import reading
from articles.search.searching import Answer, SearchPage
from articles.views.cited import article_address, numbered, site_of
from articles.views.hit_rows import HitRow, read_rows
from articles.views.hit_steps import state_of
from articles.views.mark_reasons import Reasons
from articles.views.marking import MarkedPassage, MarkedText, mark_headline, mark_passage
from articles.views.search_address import LENGTHS, SearchAddress


@dataclass(frozen=True)
class ShownHit:
    """One hit: where its article opens, its headline with marks, and passages of its text.

    `names` are its source, section and places; `reference` is its COinS, what the title of a span for them holds.
    """

    href: str
    headline: MarkedText
    passages: tuple[MarkedPassage, ...]
    names: tuple[str, ...]
    published: str
    language: str
    is_excerpt: bool
    reference: str


def show_hits(request: HttpRequest, answered: Answer, found: SearchPage, address: SearchAddress) -> list[ShownHit]:
    """In their order; an article that has just been deleted is passed over."""
    has_passages = address.view == "list"
    rows = read_rows(request, [hit.article_id for hit in found.hits], with_texts=has_passages)
    reasons, wanted = Reasons.of(answered.asked), found.wanted
    if answered.index is not None:
        with reading(answered.index):
            wanted = with_words(answered.index, wanted)
    state = state_of(address) if address.query or address.filters else None
    tongue = get_language()
    page_of, cited_at = numbered(article_address(0, language=tongue)), numbered(site_of(request) + article_address(0))

    def show(row: HitRow, number: int) -> ShownHit:
        shown = ()
        if has_passages:
            cut = passages(row.texts, wanted, limit=address.passages, length=LENGTHS[address.length])
            shown = tuple(mark_passage(passage, reasons) for passage in cut)
        return ShownHit(
            href=page_of(row.pk) + ("" if state is None else f"?{state}n={number}"),
            headline=mark_headline(row.headline, wanted, reasons),
            passages=shown,
            names=tuple(name.label_in(tongue) for name in (row.source, row.section, *row.places) if name),
            published=row.published,
            language=row.language,
            is_excerpt=row.is_excerpt,
            reference=context_object(facts_of(row, cited_at(row.pk))),
        )

    first = (address.page - 1) * address.per_page + 1
    return [
        show(rows[hit.article_id], number) for number, hit in enumerate(found.hits, first) if hit.article_id in rows
    ]


def facts_of(row: HitRow, address: str) -> CitedArticle:
    """What COinS have of an article."""
    return CitedArticle(
        number=row.pk,
        address=address,
        headline=row.headline,
        authors=tuple(Name(name.original) for name in row.authors),
        paper=Name(row.source.original) if row.source else None,
        published=row.published,
        language=row.language,
    )
