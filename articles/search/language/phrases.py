"""Words and phrases as they are cut out of what was typed."""

import re
from collections.abc import Callable

from articles.arabic.characters import FOLDED_DIGITS
from articles.arabic.tokens import tokenize
from articles.search.language.mistakes import WIDEST_SLOP, Kind
from articles.search.language.tree import Phrase, Word
from articles.search.language.typed import Typed

_OPERATORS = frozenset({"AND", "OR", "NOT"})


def cut_words(typed: Typed, start: int, end: int, *, before_quotation: bool = False) -> list[tuple[int, int, Word]]:
    """The words of a stretch, each with its place in `Typed.text`. A clitic before a quotation is none: لـ«داعش»."""
    words = []
    for token in tokenize(typed.text[start : end + before_quotation]):
        begin, behind = start + token.start, start + token.end
        words.append((begin, behind, Word(as_word(token.text), **typed.span(begin, behind))))
    return words


def words_between(typed: Typed, start: int, end: int, *, before_quotation: bool = False) -> tuple[Word, ...]:
    return tuple(word for _, _, word in cut_words(typed, start, end, before_quotation=before_quotation))


def as_word(text: str) -> str:
    """Operators are such only where they stand alone. In AND/OR they are words, and are written as no operator is."""
    return text.lower() if text in _OPERATORS else text


def is_one_word(text: str) -> bool:
    return [token.text for token in tokenize(text)] == [text]


def phrase(typed: Typed, quotation: re.Match[str], report: Callable[[Kind, int, int], None]) -> Phrase | None:
    """The phrase of a quotation, closed or not, with its distance; None if there are no words in it."""
    start, end = quotation.span()
    is_closed = quotation.lastgroup == "phrase"
    if not is_closed:
        report(Kind.UNCLOSED_QUOTE, start, start + 1)
    after = quotation.start("distance") if quotation["distance"] else end
    words = words_between(typed, start + 1, after - 1 if is_closed else end)
    if not words:
        if is_closed:
            report(Kind.EMPTY_QUOTES, start, end)
        return None
    slop = _slop(quotation, len(words), report) if quotation["distance"] else 0
    return Phrase(words, slop, not slop or bool(quotation["ordered"]), **typed.span(start, end))


def _slop(quotation: re.Match[str], words: int, report: Callable[[Kind, int, int], None]) -> int:
    """How many words may stand between: none is a plain phrase, as is any distance of a single word."""
    digits = quotation["slop"].translate(FOLDED_DIGITS)
    slop = min(int(digits[:9]), WIDEST_SLOP + 1) if digits else 0
    if not digits or words == 1 or slop > WIDEST_SLOP:
        report(Kind.WRONG_DISTANCE, *quotation.span("distance"))
    return min(slop, WIDEST_SLOP) if words > 1 else 0
