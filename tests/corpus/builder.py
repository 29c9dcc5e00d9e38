"""Pages made up for tests: what a site would show of given articles and cards, less what a test leaves out."""

from dataclasses import dataclass, replace

from articles.corpus.pages import read_page
from articles.corpus.records import CAPTION, ArticleRecord, BlockRecord, CardRecord, PageRecord

RELATED_HEADING = "مقالات ذات صلة"


@dataclass(frozen=True)
class Layout:
    """How a site doubles the head of an article; the usual page has all of it."""

    captions_above: int = 2
    tt: bool = True
    repeat: bool = True
    captions_below: int = 2
    blank: int = 1
    between_paragraphs: int = 1


USUAL = Layout()


def article(
    headline: str, *blocks: BlockRecord, role: str = "main", deck: str | None = None, place: str | None = None
) -> ArticleRecord:
    """An article without its lines."""
    return ArticleRecord(role, headline, deck, blocks, place, 0, 0)


def card(headline: str, **parts) -> CardRecord:
    """A related card; parts that are not named are absent."""
    empty = dict.fromkeys(("section", "caption", "credit", "teaser", "byline", "place", "media"))
    return CardRecord(**{"kind": "related", "headline": headline, "first_line": 0, "last_line": 0} | empty | parts)


def article_lines(record: ArticleRecord, layout: Layout = USUAL) -> list[str]:
    """The lines of an article, its first block doubled as the lead caption if it is one."""
    blocks = list(record.blocks)
    lead = [caption_line(blocks.pop(0))] if blocks and blocks[0].kind == CAPTION else []
    gap = [""] * layout.blank
    lines = [record.headline, *gap]
    lines += [record.deck, *gap] if record.deck else []
    lines += lead * layout.captions_above
    lines += ["TT"] if layout.tt else []
    lines += [*gap, record.headline, *gap] if layout.repeat else gap
    lines += [*(lead * layout.captions_below), *gap]
    for block in blocks:
        lines += [caption_line(block), *([""] * layout.between_paragraphs)]
    return lines


def caption_line(block: BlockRecord) -> str:
    return f"{block.text} ({block.credit})" if block.credit else block.text


def card_lines(record: CardRecord, is_first: bool = False) -> list[str]:
    """The lines of a card; the first of a list has its headline before the caption too."""
    caption = f"{record.caption} ({record.credit})" if record.credit else record.caption
    lead = " ".join(part for part in (record.section, caption, record.media) if part)
    byline = " ".join(part for part in (record.byline, record.place and f"({record.place})") if part)
    lines = [record.headline, ""] if is_first else []
    lines += [lead, ""] if lead else []
    lines += [record.headline, ""]
    lines += [record.teaser, ""] if record.teaser else []
    return [*lines, byline] if byline else lines


def page_lines(articles: list[ArticleRecord], cards: list[CardRecord], layout: Layout = USUAL) -> list[str]:
    """A page with cards below its first article and the other articles below them."""
    main, *others = articles
    lines = article_lines(main, layout)
    if cards:
        lines += ["", RELATED_HEADING, ""]
    for number, record in enumerate(cards):
        lines += card_lines(record, is_first=number == 0)
    for number, record in enumerate(others):
        lines += [""] * (1 if number == 0 and cards else 2)
        lines += article_lines(record, layout)
    return lines


def read(lines: list[str]) -> PageRecord:
    return read_page("page.txt", "\n".join(lines).encode())


def parts(page: PageRecord) -> tuple[list[ArticleRecord], list[CardRecord]]:
    """Articles and cards without their lines, to be compared with those that a page was made of."""
    return (
        [replace(record, first_line=0, last_line=0) for record in page.articles],
        [replace(record, first_line=0, last_line=0) for record in page.cards],
    )
