"""COinS: an OpenURL in the title of an empty span, from which reference managers take the articles of a whole list."""

from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from articles.citing.dates import plain_date
from articles.citing.facts import CitedArticle
from articles.citing.fields import one_line

KIND = urlencode({"ctx_ver": "Z39.88-2004", "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle"})


def context_object(article: CitedArticle) -> str:
    """The OpenURL of one article, in the Dublin Core format: that of journals would make a journal's article of it."""
    pairs = [
        ("rft.title", article.headline),
        ("rft.source", article.paper.text if article.paper else ""),
        *(("rft.au", author.text) for author in article.authors),
        ("rft.date", plain_date(article.published)),
        ("rft.identifier", article.address),
        ("rft.language", article.language),
    ]
    return "&".join([KIND, *(_written(name, value) for name, value in pairs if value)])


@lru_cache(maxsize=2048)
def _written(name: str, value: str) -> str:
    """The papers and authors of a list are few. A headline is encoded byte by byte, in a tenth of the time that `quote`
    takes to ask of each whether it must be."""
    line = one_line(value)
    return f"{name}={quote_plus(line) if line.isascii() else '%' + line.encode().hex('%').upper()}"
