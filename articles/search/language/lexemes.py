"""What was typed, cut into lexemes: operators, brackets, fields, and words, phrases and dates already read.

All that is neither a sign nor a word is passed over, so ordinary punctuation means nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from articles.search.language.dates import read_value
from articles.search.language.fields import DATE_FIELDS, NAMES
from articles.search.language.mistakes import MOST_SIGNS, MOST_WILDCARDS, MOST_WORDS, Kind
from articles.search.language.phrases import as_word, cut_words, is_one_word, phrase, words_between
from articles.search.language.signs import BLANK, CHUNK, FIELD, OPENING, SIGN
from articles.search.language.tree import Fuzzy, Node, Phrase, Wildcard, Word
from articles.search.language.typed import Typed

_WILDCARD_SIGNS = re.compile(r"[*?؟]+")
_STARS = re.compile(r"\*+")

Report = Callable[[Kind, int, int], None]


class Type(StrEnum):
    """The terminals of the grammar; EITHER is the word أو, which is an operator between groups only."""

    LEAF = "LEAF"
    OPEN = "OPEN"
    CLOSE = "CLOSE"
    OR = "OR"
    AND = "AND"
    EITHER = "EITHER"
    NOT = "NOT"
    FIELD = "FIELD"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """From `start` to `end` in `Typed.text`. `node` is what a LEAF or EITHER says, `field` what a FIELD names."""

    type: Type
    start: int
    end: int
    node: Node | None = None
    field: str = ""


def lexemes(typed: Typed, report: Report) -> Iterator[Lexeme]:
    """In order. What is wrong with one of them is reported, and it is read as far as it goes."""
    return _Scanner(typed, report).scan()


class _Scanner:
    def __init__(self, typed: Typed, report: Report):
        self._typed = typed
        self._text = typed.text
        self._report = report
        self._at = 0
        self._awaits_operand = False
        self._signs = 0
        self._wildcards = 0
        self._dates = 0

    def scan(self) -> Iterator[Lexeme]:
        while self._at < len(self._text):
            if self._awaits_operand:
                self._awaits_operand = False
                yield from self._operand()
                continue
            sign = SIGN.search(self._text, self._at)
            edge = sign.start() if sign else len(self._text)
            if edge > self._at:
                yield from self._words(self._at, edge, before_quotation=_opens(sign))
            self._at = edge
            if sign and self._signs == MOST_SIGNS:
                self._report(Kind.TOO_LONG, edge, len(self._text))
                return
            if sign:
                self._signs += 1
                yield from self._sign(sign)

    def _operand(self) -> Iterator[Lexeme]:
        """What stands directly behind a minus, NOT or a field: another field, or one chunk, its words as a phrase."""
        start = BLANK.match(self._text, self._at).end()
        if field := FIELD.match(self._text, start):
            yield from self._field(field)
            return
        sign = SIGN.search(self._text, start)
        if chunk := CHUNK.match(self._text, start, sign.start() if sign else len(self._text)):
            self._at = chunk.end()
            is_before_quotation = _opens(sign) and chunk.end() == sign.start()
            words = words_between(self._typed, *chunk.span(), before_quotation=is_before_quotation)
            if len(words) > 1:
                yield _leaf(chunk, Phrase(words, **self._typed.span(*chunk.span())))
            elif words:
                yield _leaf(chunk, words[0])

    def _sign(self, sign: re.Match[str]) -> Iterator[Lexeme]:
        self._at = sign.end()
        kind, (start, end) = sign.lastgroup, sign.span()
        match kind:
            case "open" | "close" | "or" | "and":
                yield Lexeme(Type[kind.upper()], start, end)
            case "not":
                self._awaits_operand = True
                yield Lexeme(Type.NOT, start, end)
            case "either":
                yield Lexeme(Type.EITHER, start, end, Word(sign[0], **self._typed.span(start, end)))
            case "field":
                yield from self._field(sign)
            case "phrase" | "unclosed":
                yield from self._phrase(sign)
            case "wildcard":
                yield from self._wildcard(sign)
            case "fuzzy":
                yield from self._fuzzy(sign)
            case "star":
                self._report(Kind.LONE_WILDCARD, start, end)
            case "stray":
                self._report(Kind.STRAY_QUOTE, start, end)
            case "address":
                yield from self._words(start, end)

    def _words(self, start: int, end: int, *, before_quotation: bool = False) -> Iterator[Lexeme]:
        for begin, behind, word in cut_words(self._typed, start, end, before_quotation=before_quotation):
            yield Lexeme(Type.LEAF, begin, behind, word)

    def _field(self, sign: re.Match[str]) -> Iterator[Lexeme]:
        self._at = sign.end()
        name = NAMES[sign["name"].lower()]
        if name not in DATE_FIELDS:
            self._awaits_operand = True
            yield Lexeme(Type.FIELD, sign.start(), sign.end(), field=name)
            return
        self._dates += 1
        if self._dates > MOST_WORDS:
            self._report(Kind.TOO_MANY_WORDS, sign.start(), len(self._text))
            self._at = len(self._text)
            return
        value = read_value(name, self._text, sign.end())
        self._at = value.end
        if not value.found:
            self._report(Kind.UNKNOWN_DATE, sign.start(), value.end)
            return
        if value.is_reversed:
            self._report(Kind.REVERSED_DATES, sign.end(), value.end)
        node = replace(value.found, **self._typed.span(sign.start(), value.end))
        yield Lexeme(Type.LEAF, sign.start(), value.end, node)

    def _phrase(self, sign: re.Match[str]) -> Iterator[Lexeme]:
        node = phrase(self._typed, sign, self._report)
        if node and node.slop and self._is_one_too_many(sign):
            node = replace(node, slop=0, ordered=True)
        if node:
            yield _leaf(sign, node)

    def _wildcard(self, sign: re.Match[str]) -> Iterator[Lexeme]:
        letters = _WILDCARD_SIGNS.sub("", sign[0])
        if not is_one_word(letters):
            self._report(Kind.LONE_WILDCARD, *sign.span())
            yield from self._words(*sign.span())
            return
        span = self._typed.span(*sign.span())
        if self._is_one_too_many(sign):
            yield _leaf(sign, Word(as_word(letters), **span))
        else:
            yield _leaf(sign, Wildcard(_STARS.sub("*", sign[0].replace("؟", "?")), **span))

    def _is_one_too_many(self, sign: re.Match[str]) -> bool:
        """Whether there are as many already of what takes time: parts of words, words nearly alike, distances."""
        self._wildcards += 1
        if self._wildcards > MOST_WILDCARDS:
            self._report(Kind.TOO_MANY_WILDCARDS, *sign.span())
        return self._wildcards > MOST_WILDCARDS

    def _fuzzy(self, sign: re.Match[str]) -> Iterator[Lexeme]:
        letters = sign[0].partition("~")[0]
        if letters.isdigit() or not is_one_word(letters):
            yield from self._words(*sign.span())
            return
        word = Word(letters, **self._typed.span(sign.start(), sign.start() + len(letters)))
        yield _leaf(sign, word if self._is_one_too_many(sign) else Fuzzy(word, **self._typed.span(*sign.span())))


def _opens(sign: re.Match[str] | None) -> bool:
    return sign is not None and sign.lastgroup in OPENING


def _leaf(sign: re.Match[str], node: Node) -> Lexeme:
    return Lexeme(Type.LEAF, *sign.span(), node)
