"""A whole article as a record, made of its head and the places of its body."""

from collections.abc import Iterable

from articles.corpus.pages.bodies import read_body, read_caption, seen_in_head
from articles.corpus.pages.datelines import dateline_place
from articles.corpus.pages.furniture import MEDIA_MARK, split_media_mark
from articles.corpus.pages.heads import Head
from articles.corpus.pages.page import Page
from articles.corpus.records import PARAGRAPH, ArticleRecord, BlockRecord, Furniture


def whole_article(page: Page, role: str, head: Head, body: Iterable[int]) -> tuple[ArticleRecord, list[Furniture]]:
    """Put an article together; its furniture comes with it."""
    headline, mark = split_media_mark(page.text(head.headline))
    deck = None if head.deck is None else page.text(head.deck)
    captions = [page.text(at) for at in head.captions]
    blocks, dropped = read_body(page, body, seen_in_head(page.text(head.headline), deck, captions))
    furniture = [page.dropped(at, reason) for at, reason in head.dropped] + dropped
    marked = [at for at in (head.headline, *head.captions) if split_media_mark(page.text(at))[1]]
    furniture += [page.dropped(at, MEDIA_MARK) for at in marked]
    places = [head.headline, *head.captions, *(at for at, _ in blocks), *([] if head.deck is None else [head.deck])]
    lead = [read_caption(page, at) for at in head.captions]
    article = ArticleRecord(
        role=role,
        headline=headline if mark else page.text(head.headline),
        deck=deck,
        blocks=(*lead, *(block for _, block in blocks)),
        place=_place(block for _, block in blocks),
        first_line=page.number(min(places)),
        last_line=page.number(max(places)),
    )
    return article, furniture


def _place(blocks: Iterable[BlockRecord]) -> str | None:
    first = next((block for block in blocks if block.kind == PARAGRAPH), None)
    return first and dateline_place(first.text)
