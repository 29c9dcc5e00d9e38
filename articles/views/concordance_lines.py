"""Lines of a concordance as people read them: the words around a hit as the article has them, tashkeel and all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.arabic.snippets import Wanted
from articles.arabic.tokens import Token, tokenize
from articles.models import Article
from articles.search.concordance import Line
from articles.search.engine.drafting import LONGEST_WORD
from articles.views.marking import MarkedText, mark_all
from articles.views.search_address import SearchAddress

WIDTH = 64
"""About how many characters stand on either side of a hit."""


@dataclass(frozen=True)
class ShownLine:
    """`article` is None where it has been taken out of the archive since the index was written, and of an article whose
    text was changed since the words are those of the index. `mark` is the number of the hit in the article's page."""

    article: Article | None
    article_id: int
    before: str
    keyword: str
    after: str
    form: str
    mark: int | None = None
    address: str = ""

    @property
    def is_gone(self) -> bool:
        return self.article is None


def show_lines(
    lines: Sequence[Line], *, wanted: Wanted | None = None, address: SearchAddress | None = None
) -> list[ShownLine]:
    """The lines in their order, in a constant number of queries. With `wanted`, what the article's page marks, each
    has the number of its mark; with `address` the way to it."""
    rows = Article.objects.published().select_related("source").prefetch_related("blocks")
    articles = rows.in_bulk({line.article_id for line in lines})
    read = {pk: _ReadArticle(article, wanted) for pk, article in articles.items()}
    return [_show(line, read.get(line.article_id), address) for line in lines]


class _ReadArticle:
    """An article's texts, each cut into words once."""

    def __init__(self, article: Article, wanted: Wanted | None):
        self.article = article
        self.texts = [article.headline, article.deck, *(block.text for block in article.blocks.all())]
        self._parts = [number for number, text in enumerate(self.texts) if text]
        self._marked = mark_all(self.texts, wanted) if wanted is not None else []
        self._tokens: dict[int, list[Token]] = {}

    def find(self, line: Line) -> tuple[int, Sequence[Token]] | None:
        """The text in which the hit stands and its words there; None where the text was changed."""
        if line.part >= len(self._parts):
            return None
        number = self._parts[line.part]
        if number not in self._tokens:
            self._tokens[number] = tokenize(self.texts[number])
        found = self._tokens[number][line.word : line.word + line.length]
        is_same = " ".join(token.normal[:LONGEST_WORD] for token in found) == line.form
        return (number, found) if is_same else None

    def mark_at(self, number: int, place: int) -> int | None:
        """The number of the mark that stands at a place of a text."""
        text: MarkedText = self._marked[number] if self._marked else MarkedText("")
        return next(
            (text.first + count for count, mark in enumerate(text.marks) if mark.start <= place < mark.end), None
        )


def _show(line: Line, read: _ReadArticle | None, address: SearchAddress | None) -> ShownLine:
    found = read.find(line) if read else None
    if not found:
        article = read.article if read else None
        target = _address(article, None, address)
        return ShownLine(article, line.article_id, line.before, line.form, line.after, line.form, address=target)
    number, tokens = found
    text, start, end = read.texts[number], tokens[0].start, tokens[-1].end
    mark = read.mark_at(number, start)
    return ShownLine(
        article=read.article,
        article_id=line.article_id,
        before=last_words(text[:start]),
        keyword=_on_one_line(text[start:end]),
        after=first_words(text[end:]),
        form=line.form,
        mark=mark,
        address=_address(read.article, mark, address),
    )


def _address(article: Article | None, mark: int | None, address: SearchAddress | None) -> str:
    if article is None or address is None:
        return ""
    return f"{article.get_absolute_url()}{address.querystring()}{f'#mark-{mark}' if mark else ''}"


def last_words(text: str) -> str:
    """The end of a text, whole words; a dash or bracket that opens the hit stays with it."""
    line = _on_one_line(text[-4 * WIDTH :])
    if len(line) <= WIDTH and len(text) <= 4 * WIDTH:
        return line
    return "… " + re.sub(r"^\S*\s+", "", line[-WIDTH - 1 :])


def first_words(text: str) -> str:
    """The beginning of a text, whole words, with the signs that follow the hit."""
    line = _on_one_line(text[: 4 * WIDTH])
    if len(line) <= WIDTH and len(text) <= 4 * WIDTH:
        return line
    return re.sub(r"\s+\S*$", "", line[: WIDTH + 1]) + " …"


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def groups(lines: Iterable[ShownLine]) -> list[tuple[str, list[ShownLine]]]:
    """Lines that stand one after the other by their form."""
    grouped: list[tuple[str, list[ShownLine]]] = []
    for line in lines:
        if not grouped or grouped[-1][0] != line.form:
            grouped.append((line.form, []))
        grouped[-1][1].append(line)
    return grouped
