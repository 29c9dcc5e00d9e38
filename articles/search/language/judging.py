"""What kind of query a tree is: how many words say what it is about, and whether it asks as a person asks."""

import re
from collections.abc import Iterator

from articles.arabic.folding import fold, normalize
from articles.arabic.stopwords import is_stop_word
from articles.arabic.tokens import tokenize
from articles.search.language.joining import all_of, any_of, beside
from articles.search.language.tree import And, Fuzzy, Node, Or, Phrase, Wildcard, Word, Words

# «من» and «ما» are "from" and "not" as well; a headline taken for a question is only asked for less strictly.
_WRITTEN = """
من ما ماذا متى أين كيف لماذا كم هل أي أية لمن ممن بمن عمن فيم علام إلام بكم أيان بماذا عماذا لأي بأي أليس
who whom whose what when where why how which
"""
_INTERROGATIVES = frozenset(map(fold, _WRITTEN.split()))
# Not inside a word, where they stand for a letter.
_QUESTION_MARK = re.compile(r"[؟?](?![^\W_])")
# The first word is looked for in so many characters.
_BEGINNING = 200


def is_question(text: str) -> bool:
    """A question mark, or an interrogative as the first word, also behind و and ف: «وكيف انتهت الحرب»."""
    if _QUESTION_MARK.search(text):
        return True
    first = next(iter(tokenize(text[:_BEGINNING])), None)
    if first is None or _is_quoted(text, first.start):
        return False
    word = fold(first.normal)
    return word in _INTERROGATIVES or (word[0] in "وف" and word[1:] in _INTERROGATIVES)


def content_words(node: Node) -> tuple[Word, ...]:
    """The words that say what is looked for, in their order: none that are left out, none in a field, no stop words."""
    return tuple(word for word in _words(node) if not is_stop_word(normalize(word.text).text))


def loose_part(node: Node) -> Words | None:
    """The first words side by side of which it can be asked how many must be there; not those of an OR."""
    candidates = node.items if isinstance(node, And) else (node,)
    return next((item for item in candidates if isinstance(item, Words)), None)


def loosened(node: Node) -> Node:
    """Quotations become the words in them, but those with a distance, those left out and those of a field."""
    match node:
        case Phrase(slop=0):
            return beside(node.words) or node
        case Words():
            return beside(_spread(node)) or node
        case And():
            return all_of(map(loosened, node.items)) or node
        case Or():
            return any_of(map(loosened, node.items)) or node
        case _:
            return node


def _is_quoted(text: str, start: int) -> bool:
    """A quotation's first word is somebody else's."""
    return start > 0 and text[start - 1] in '"“”„«‹'


def _words(node: Node) -> Iterator[Word]:
    match node:
        case Word():
            yield node
        case Phrase():
            yield from node.words
        case Fuzzy():
            yield node.word
        case Wildcard():
            yield Word(node.pattern, start=node.start, end=node.end)
        case Words() | And() | Or():
            for item in node.items:
                yield from _words(item)


def _spread(words: Words) -> Iterator[Node]:
    for item in words.items:
        if isinstance(item, Phrase) and not item.slop:
            yield from item.words
        else:
            yield item
