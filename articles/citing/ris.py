"""RIS, the format that every reference manager reads: a line is a field, its name two letters or digits."""

from collections.abc import Iterable, Iterator
from datetime import date

from articles.citing import dates
from articles.citing.facts import CitedArticle
from articles.citing.fields import one_line, safe_address
from articles.citing.words import ARCHIVE_NAMES

END = "\r\n"  # so the format's description


def ris(articles: Iterable[CitedArticle], *, accessed: date | None = None) -> Iterator[str]:
    """One record an article, with an empty line after it."""
    for article in articles:
        lines = ((tag, one_line(value)) for tag, value in record_fields(article, accessed))
        record = "".join(f"{tag}  - {value}{END}" for tag, value in lines if value)
        yield f"TY  - NEWS{END}{record}ER  - {END}{END}"


def record_fields(article: CitedArticle, accessed: date | None) -> Iterator[tuple[str, str]]:
    yield "ID", article.key
    yield from (("AU", author.text) for author in article.authors)
    yield "TI", article.headline
    yield "T2", article.paper.text if article.paper else ""
    yield "SE", article.section.text if article.section else ""
    yield "PY", str(dates.year(article.published) or "")
    yield "DA", dates.ris_date(article.published)
    yield "AB", article.deck
    yield from (("KW", tag.text) for tag in article.tags)
    yield "LA", article.language
    yield "DB", ARCHIVE_NAMES["en"]
    yield "AN", str(article.number)
    yield "UR", safe_address(article.address)
    yield "L2", safe_address(article.original_link)
    yield "Y2", accessed.strftime("%Y/%m/%d/") if accessed else ""
    yield from (("N1", remark) for remark in article.remarks)
