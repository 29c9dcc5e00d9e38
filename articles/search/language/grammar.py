"""The grammar of queries, and the tree that a parse of it makes.

The parser is table-driven: it takes time in proportion to what it reads, and no stack of Python's. Nothing that
`arranging` hands over is an error to it, since every side of an operator may be empty.
"""

from lark import Lark, Tree

from articles.search.language.joining import all_of, any_of, beside, in_field, without
from articles.search.language.lexemes import Lexeme, Report, Type
from articles.search.language.mistakes import Kind
from articles.search.language.tree import Node
from articles.search.language.typed import Typed

# Words side by side bind closer than AND, and AND closer than OR.
_GRAMMAR = """
    either: both (OR both)*
    both: row (AND row)*
    row: item*
    ?item: LEAF
        | NOT item -> excluded
        | FIELD item -> fielded
        | OPEN either CLOSE -> group

    %declare LEAF NOT FIELD OPEN CLOSE AND OR
"""
_PARSER = Lark(_GRAMMAR, parser="lalr", lexer="basic", start="either")


def parse(arranged: list[Lexeme], typed: Typed, report: Report) -> Node | None:
    """The tree; None if nothing is left to be searched."""
    if all(lexeme.type is Type.LEAF for lexeme in arranged):
        # Most queries are words alone, of which the parser would make one row.
        return beside([lexeme.node for lexeme in arranged])
    return parse_with_operators(arranged, typed, report)


def parse_with_operators(arranged: list[Lexeme], typed: Typed, report: Report) -> Node | None:
    parser = _PARSER.parse_interactive()
    for lexeme in arranged:
        parser.feed_token(lexeme)
    return _Builder(typed, report).node(parser.feed_eof())


class _Builder:
    """Walks down a parse, which is no deeper than brackets may be."""

    def __init__(self, typed: Typed, report: Report):
        self._typed = typed
        self._report = report

    def node(self, part: Tree | Lexeme) -> Node | None:
        if isinstance(part, Lexeme):
            return part.node
        match part.data:
            case "row":
                return beside(self._nodes(part.children))
            case "both":
                return all_of(self._sides(part.children))
            case "either":
                return any_of(self._sides(part.children))
            case "group":
                return self._group(*part.children)
            case _:
                return self._prefixed(*part.children)

    def _nodes(self, parts: list) -> list[Node]:
        return [node for part in parts if (node := self.node(part))]

    def _sides(self, children: list) -> list[Node]:
        """The sides of operators. Beside an empty one the operator is a stray."""
        nodes = [self.node(side) for side in children[::2]]
        operators = children[1::2]
        strays = {max(place - 1, 0) for place, node in enumerate(nodes) if node is None} if operators else ()
        for place in sorted(strays):
            self._report(Kind.STRAY_OPERATOR, operators[place].start, operators[place].end)
        return [node for node in nodes if node]

    def _group(self, opening: Lexeme, inside: Tree, closing: Lexeme) -> Node | None:
        node = self.node(inside)
        if node is None:
            self._report(Kind.EMPTY_BRACKETS, opening.start, closing.end)
        return node

    def _prefixed(self, prefix: Lexeme, item: Tree | Lexeme) -> Node | None:
        node = self.node(item)
        if node is None:
            return None
        start = self._typed.span(prefix.start, prefix.end)["start"]
        if prefix.type is Type.FIELD:
            return in_field(prefix.field, node, start, max(node.end, start))
        return without(node, start, max(node.end, start))
