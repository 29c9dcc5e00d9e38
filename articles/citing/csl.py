"""CSL-JSON, what citation styles are fed with."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from articles.citing import dates
from articles.citing.facts import CitedArticle
from articles.citing.fields import one_line, safe_address
from articles.citing.words import ARCHIVE_NAMES


def csl(articles: Iterable[CitedArticle], *, accessed: date | None = None) -> Iterator[str]:
    """One JSON array: its beginning, an item an article, its end."""
    before = "[\n"
    for article in articles:
        yield before + json.dumps(csl_item(article, accessed), ensure_ascii=False, indent=2)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def csl_item(article: CitedArticle, accessed: date | None = None) -> dict:
    """The item without its absent fields. Authors are literal: nobody said which of their names is the family's."""
    item = {
        "id": article.key,
        "type": "article-newspaper",
        "title": one_line(article.headline),
        "author": [{"literal": one_line(author.text)} for author in article.authors],
        "container-title": one_line(article.paper.text) if article.paper else "",
        "section": one_line(article.section.text) if article.section else "",
        "event-place": ", ".join(one_line(place.text) for place in article.places),
        "issued": dates.csl_date(article.published) if article.published else None,
        "abstract": one_line(article.deck),
        "keyword": ", ".join(one_line(tag.text) for tag in article.tags),
        "language": article.language,
        "archive": ARCHIVE_NAMES["en"],
        "archive_location": str(article.number),
        "URL": safe_address(article.address),
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]} if accessed else None,
        "note": one_line(". ".join(article.remarks)),
    }
    return {name: value for name, value in item.items() if value}
