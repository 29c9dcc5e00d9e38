"""Lexemes set right before they are parsed, so that the grammar takes whatever comes.

Every bracket has its fellow and none is too deep, every minus and field stands before something, أو is an operator or a
word, and no more words are left than are read.
"""

from dataclasses import replace

from articles.search.language.lexemes import Lexeme, Report, Type
from articles.search.language.mistakes import DEEPEST, MOST_WORDS, Kind
from articles.search.language.tree import Node, Phrase

# Between a minus and what it stands before: a clitic or the sign of a tag, not more.
_WIDEST_GAP = 100
_OPERATORS = (Type.OR, Type.AND, Type.NOT, Type.FIELD)


def arrange(found: list[Lexeme], text: str, report: Report) -> list[Lexeme]:
    arranged = _with_decided_either(found, text)
    arranged = _balanced(arranged, report)
    arranged = _with_so_many_words(arranged, text, report)
    return _with_operands(arranged, text, report)


def _with_decided_either(found: list[Lexeme], text: str) -> list[Lexeme]:
    return [
        replace(lexeme, type=Type.OR if _is_between_groups(found, place, text) else Type.LEAF)
        if lexeme.type is Type.EITHER
        else lexeme
        for place, lexeme in enumerate(found)
    ]


def _is_between_groups(found: list[Lexeme], place: int, text: str) -> bool:
    """Quoted or bracketed on both sides, with nothing but blanks, a minus or a field between."""
    before = found[place - 1] if place else None
    if before is None or not (before.type is Type.CLOSE or _is_phrase(before)):
        return False
    after = place + 1
    while after < len(found) and found[after].type in (Type.NOT, Type.FIELD):
        after += 1
    if after == len(found) or not (found[after].type is Type.OPEN or _is_phrase(found[after])):
        return False
    gaps = text[before.end : found[place].start] + text[found[place].end : found[place + 1].start]
    return not gaps.strip()


def _is_phrase(lexeme: Lexeme) -> bool:
    return lexeme.type is Type.LEAF and isinstance(lexeme.node, Phrase)


def _balanced(found: list[Lexeme], report: Report) -> list[Lexeme]:
    kept: list[Lexeme] = []
    opened: list[Lexeme] = []
    is_reported = False
    for lexeme in found:
        if lexeme.type is Type.OPEN:
            opened.append(lexeme)
            if len(opened) > DEEPEST and not is_reported:
                is_reported = True
                report(Kind.TOO_DEEP, lexeme.start, lexeme.end)
        elif lexeme.type is Type.CLOSE and not opened:
            report(Kind.STRAY_BRACKET, lexeme.start, lexeme.end)
            continue
        if lexeme.type not in (Type.OPEN, Type.CLOSE) or len(opened) <= DEEPEST:
            kept.append(lexeme)
        if lexeme.type is Type.CLOSE:
            opened.pop()
            _drop_empty_brackets(kept, report)
    for lexeme in opened:
        report(Kind.UNCLOSED_BRACKET, lexeme.start, lexeme.end)
    end = found[-1].end if found else 0
    return kept + [Lexeme(Type.CLOSE, end, end)] * min(len(opened), DEEPEST)


def _drop_empty_brackets(kept: list[Lexeme], report: Report) -> None:
    if len(kept) > 1 and (kept[-2].type, kept[-1].type) == (Type.OPEN, Type.CLOSE):
        report(Kind.EMPTY_BRACKETS, kept[-2].start, kept[-1].end)
        del kept[-2:]


def _with_so_many_words(found: list[Lexeme], text: str, report: Report) -> list[Lexeme]:
    """The first so many, with the brackets that are open there closed, and without operators that lost their words."""
    kept: list[Lexeme] = []
    left = MOST_WORDS
    for place, lexeme in enumerate(found):
        count = _words_of(lexeme.node) if lexeme.node and lexeme.type is Type.LEAF else 0
        if count > left:
            report(Kind.TOO_MANY_WORDS, lexeme.start, len(text))
            if left:
                kept.append(replace(lexeme, node=_first_words(lexeme.node, left)))
            return _closed(kept, found[place:])
        left -= count
        kept.append(lexeme)
    return kept


def _words_of(node: Node) -> int:
    return len(node.words) if isinstance(node, Phrase) else 1


def _first_words(phrase: Phrase, count: int) -> Phrase:
    words = phrase.words[:count]
    slop = phrase.slop if count > 1 else 0
    return replace(phrase, words=words, slop=slop, ordered=phrase.ordered or not slop, end=words[-1].end)


def _closed(kept: list[Lexeme], rest: list[Lexeme]) -> list[Lexeme]:
    while kept and kept[-1].type in (*_OPERATORS, Type.OPEN):
        kept.pop()
    depth = sum((lexeme.type is Type.OPEN) - (lexeme.type is Type.CLOSE) for lexeme in kept)
    end = rest[0].start
    return kept + [Lexeme(Type.CLOSE, end, end)] * depth


def _with_operands(found: list[Lexeme], text: str, report: Report) -> list[Lexeme]:
    """A minus and a field belong to what they touch, NOT to what follows it; before anything else they are strays."""
    kept: list[Lexeme] = []
    for lexeme in reversed(found):
        if lexeme.type not in (Type.NOT, Type.FIELD):
            kept.append(lexeme)
            continue
        mistake = _of_operand(lexeme, kept[-1] if kept else None, text)
        if mistake:
            report(mistake, lexeme.start, lexeme.end)
        else:
            kept.append(lexeme)
    kept.reverse()
    return kept


def _of_operand(lexeme: Lexeme, following: Lexeme | None, text: str) -> Kind | None:
    is_field = lexeme.type is Type.FIELD
    mistake = Kind.EMPTY_FIELD if is_field else Kind.STRAY_OPERATOR
    if following is None or following.type in (Type.OR, Type.AND, Type.NOT, Type.CLOSE):
        return mistake
    between = text[lexeme.end : min(following.start, lexeme.end + _WIDEST_GAP)]
    if text[lexeme.start : lexeme.end] == "NOT":
        between = between.lstrip()
    if len(between) == _WIDEST_GAP or any(map(str.isspace, between)):
        return mistake
    return Kind.FIELD_IN_FIELD if is_field and following.type is Type.FIELD else None
