"""Lines of a concordance as people read them: the words around a hit as the article has them, tashkeel and all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.arabic.finding import Sought
from articles.arabic.marks import Mark, Wanted, find_marks
from articles.arabic.tokens import words
from articles.models import Article
from articles.search.concordance import Line
from articles.search.engine.drafting import LONGEST_WORD
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
    rows = Article.objects.not_withdrawn().select_related("source").prefetch_related("blocks")
    articles = rows.in_bulk({line.article_id for line in lines})
    read = {pk: ReadArticle(article, wanted) for pk, article in articles.items()}
    return [_show(line, read.get(line.article_id), address) for line in lines]


class ReadArticle:
    """An article's texts, of which only the hits are looked for, and each is cut into words once."""

    def __init__(self, article: Article, wanted: Wanted | None):
        self.article = article
        self.texts = [article.headline, article.deck, *(block.text for block in article.blocks.all())]
        self._parts = [number for number, text in enumerate(self.texts) if text]
        self._wanted = wanted
        self._marks: list[list[Mark]] = []
        self._words: dict[int, list[str]] = {}

    def find(self, line: Line) -> tuple[int, int, int] | None:
        """The number of the text in which the hit stands, and where it begins and ends; None where the text was
        changed."""
        if line.part >= len(self._parts):
            return None
        number = self._parts[line.part]
        if number not in self._words:
            self._words[number] = words(self.texts[number])
        known, end = self._words[number], line.word + line.length
        sought = known[line.word : end]
        if " ".join(word[:LONGEST_WORD] for word in sought) != line.form:
            return None
        tokens = Sought(set(sought)).tokens_in(self.texts[number])
        place = sum(map(set(sought).__contains__, known[: line.word]))
        return number, tokens[place].start, tokens[place + line.length - 1].end

    def mark_at(self, number: int, place: int) -> int | None:
        """The number of the mark that stands at a place of a text."""
        if self._wanted is None:
            return None
        for text in self.texts[len(self._marks) : number + 1]:
            self._marks.append(find_marks(text, self._wanted))
        first = 1 + sum(map(len, self._marks[:number]))
        at = (count for count, mark in enumerate(self._marks[number], first) if mark.start <= place < mark.end)
        return next(at, None)


def _show(line: Line, read: ReadArticle | None, address: SearchAddress | None) -> ShownLine:
    found = read.find(line) if read else None
    if not found:
        article = read.article if read else None
        target = _address(article, None, address)
        return ShownLine(article, line.article_id, line.before, line.form, line.after, line.form, address=target)
    number, start, end = found
    text, mark = read.texts[number], read.mark_at(number, start)
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
