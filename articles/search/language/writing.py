"""A tree written as a query, in one form, which reads to the same tree."""

import re
from collections.abc import Iterable

from articles.search.language.fields import Language, typed_name
from articles.search.language.joining import is_loose
from articles.search.language.tree import (
    And,
    Dated,
    Field,
    Fuzzy,
    Mentioned,
    Node,
    Not,
    Or,
    Phrase,
    Wildcard,
    Word,
    Words,
)
from articles.search.language.written_dates import written_range, written_yearless

# Three such in a row, a blank between, are initials and read as one word (أ ف ب): a comma keeps them apart.
_ENDS_IN_LETTER = re.compile(r"(?:^|\s)[^\W\d_]\Z")
_BEGINS_WITH_LETTER = re.compile(r"[^\W\d_](?:\s|\Z)")
_EITHER = ("أو", "او")


def write(tree: Node, language: Language = "ar") -> str:
    """Names of fields in the language given. `Everything` and `Nothing` are written as nothing."""
    return _Writer(language).write(tree)


class _Writer:
    def __init__(self, language: Language):
        self._language = language

    def write(self, node: Node) -> str:
        match node:
            case Word():
                return node.text
            case Phrase():
                return f'"{_spaced(word.text for word in node.words)}"{_distance(node)}'
            case Wildcard():
                return node.pattern
            case Fuzzy():
                return f"{node.word.text}~"
            case Words():
                return _spaced(map(self.write, node.items))
            case And():
                return self._all(node)
            case Or():
                return " OR ".join(map(self.write, node.items))
            case Not():
                return f"-{self._one(node.item)}"
            case Field():
                return f"{typed_name(node.name, self._language)}:{self._one(node.item, in_field=True)}"
            case Dated():
                return f"{typed_name('date', self._language)}:{written_range(node)}"
            case Mentioned():
                return f"{typed_name('mentioned', self._language)}:{self._mentioned(node)}"
            case _:
                return ""

    def _mentioned(self, node: Mentioned) -> str:
        return written_yearless(node, self._language) if node.yearless else written_range(node)

    def _all(self, node: And) -> str:
        """AND is written only where its absence would make words stand side by side."""
        parts = [f"({self.write(item)})" if isinstance(item, Or) else self.write(item) for item in node.items]
        return " AND ".join(parts) if sum(map(is_loose, node.items)) > 1 else _spaced(parts)

    def _one(self, node: Node, *, in_field: bool = False) -> str:
        """In brackets if it is more than one piece."""
        is_piece = not isinstance(node, (Words, And, Or)) and not (in_field and isinstance(node, Not))
        if isinstance(node, Word) and " " in node.text:
            is_piece = False
        return self.write(node) if is_piece else f"({self.write(node)})"


def _distance(phrase: Phrase) -> str:
    return f"~{'>' if phrase.ordered else ''}{phrase.slop}" if phrase.slop else ""


def _spaced(pieces: Iterable[str]) -> str:
    """With a blank between, or a comma where two pieces would be read as one or as an operator."""
    written = last = ""
    for piece in pieces:
        is_initial = _ENDS_IN_LETTER.search(last) and _BEGINS_WITH_LETTER.match(piece)
        is_operator = piece in _EITHER and last.startswith('"')
        written += f"{'،' if is_initial else ' ،' if is_operator else ''} {piece}" if written else piece
        last = piece
    return written
