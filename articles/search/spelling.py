"""Haystack's `spelling_suggestion()`: what was typed, with words spelt as the archive has them."""

import json
import re

from articles.arabic.folding import fold
from articles.arabic.levels import Level, term_at
from articles.arabic.likeness import corrections
from articles.arabic.tokens import tokenize
from articles.search.engine.queries import Forms
from articles.search.lexicon import Lexicon
from articles.search.readers import Snapshot
from articles.search.schema import STEMS

# Of longer texts the first words.
_MOST_WORDS = 16
_CONDITION = re.compile(r'\b(\w+?)__[a-z]+:("(?:[^"\\]|\\.)*")')


def suggestion(typed: str, index: Snapshot) -> str | None:
    """None where no word would be another. Words that are found, in whatever form, are right."""
    lexicon, pieces, end = Lexicon(index), [], 0
    for token in tokenize(typed)[:_MOST_WORDS]:
        stem = term_at(Level.LIGHT, token.normal)
        is_right = stem is None or index.evaluation.frequency(Forms(STEMS, (stem,)))
        if not is_right and (better := corrections(fold(token.normal), lexicon)):
            pieces += [typed[end : token.start], better[0].form]
            end = token.end
    return "".join([*pieces, typed[end:]]) if pieces else None


def typed_in(conditions: str, text_fields: tuple[str, ...]) -> str:
    """The words that a text of conditions looks for in texts."""
    return " ".join(
        json.loads(value, strict=False) for field, value in _CONDITION.findall(conditions) if field in text_fields
    )
