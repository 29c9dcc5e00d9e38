"""A tree as one short line, for tables: [words] & required | either !without field=…"""

from articles.search.language.tree import (
    And,
    Dated,
    Everything,
    Field,
    Fuzzy,
    Mentioned,
    Not,
    Or,
    Phrase,
    Wildcard,
    Word,
    Words,
)


def shown(node):
    match node:
        case Word():
            return node.text
        case Phrase():
            distance = f"~{'>' if node.ordered else ''}{node.slop}" if node.slop else ""
            return f"«{' '.join(word.text for word in node.words)}»{distance}"
        case Wildcard():
            return f"{{{node.pattern}}}"
        case Fuzzy():
            return f"{{{node.word.text}~}}"
        case Words():
            return f"[{' '.join(map(shown, node.items))}]"
        case And():
            return f"({' & '.join(map(shown, node.items))})"
        case Or():
            return f"({' | '.join(map(shown, node.items))})"
        case Not():
            return f"!{shown(node.item)}"
        case Field():
            return f"{node.name}={shown(node.item)}"
        case Dated():
            return f"date={node.first or ''}..{node.last or ''}"
        case Mentioned(yearless=None):
            return f"mentioned={node.first or ''}..{node.last or ''}"
        case Mentioned():
            return f"mentioned={node.yearless}{' هـ' if node.calendar == 'hijri' else ''}"
        case Everything():
            return "everything"
    return "nothing"
