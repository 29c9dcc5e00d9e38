"""Trees put together so that one question has one shape, however it was bracketed."""

from collections.abc import Iterable

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
    Plain,
    TextField,
    Wildcard,
    Word,
    Words,
)

_PLAIN = (Word, Phrase, Wildcard, Fuzzy)


def is_loose(node: Node) -> bool:
    """Whether a node is a plain item or several side by side."""
    return isinstance(node, (*_PLAIN, Words))


def beside(nodes: Iterable[Node]) -> Node | None:
    """Nodes without an operator between them: plain items become one `Words`, of brackets too; the rest must be met."""
    plain: list[Plain] = []
    required: list[Node] = []
    for node in nodes:
        parts = node.items if isinstance(node, And) else (node,)
        loose = [part for part in parts if is_loose(part)]
        # Where AND joins plain items, it is kept: (a AND b) c
        if len(loose) > 1:
            required.extend(parts)
            continue
        required.extend(part for part in parts if not is_loose(part))
        for part in loose:
            plain.extend(part.items if isinstance(part, Words) else (part,))
    return all_of([*_words(plain), *required])


def all_of(nodes: Iterable[Node]) -> Node | None:
    """Nodes with AND between them; None if there are none."""
    items = [part for node in nodes for part in (node.items if isinstance(node, And) else (node,))]
    items.sort(key=lambda item: not is_loose(item))
    return _one_or(And, items)


def any_of(nodes: Iterable[Node]) -> Node | None:
    return _one_or(Or, [part for node in nodes for part in (node.items if isinstance(node, Or) else (node,))])


def without(node: Node, start: int, end: int) -> Node:
    """To leave out what is left out is to ask for it."""
    return node.item if isinstance(node, Not) else Not(node, start=start, end=end)


def in_field(name: TextField, node: Node, start: int, end: int) -> Node:
    """Of two fields the inner holds, and dates are in no field."""
    return node if isinstance(node, (Field, Dated, Mentioned)) else Field(name, node, start=start, end=end)


def _words(plain: list[Plain]) -> list[Node]:
    return [Words(tuple(plain), **_span(plain))] if len(plain) > 1 else plain


def _one_or(kind: type[And] | type[Or], items: list[Node]) -> Node | None:
    if len(items) < 2:
        return items[0] if items else None
    return kind(tuple(items), **_span(items))


def _span(items: list) -> dict[str, int]:
    return {"start": min(item.start for item in items), "end": max(item.end for item in items)}
