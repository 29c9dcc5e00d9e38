"""Words that are written only in part, or almost, as regular expressions; none takes long on any word."""

import fnmatch
import re
from functools import lru_cache

from articles.arabic.analysis import LONGEST_TERM
from articles.arabic.folding import fold

# Of these a regular expression is made; what is longer matches no word of an index.
_LONGEST = LONGEST_TERM + 8
_SIGNS = re.compile(r"([*?])")
_NONE = re.compile(r"(?!)")


def folded_pattern(pattern: str) -> str:
    """The letters folded, * and ? as they are."""
    return "".join(piece if piece in "*?" else fold(piece) for piece in _SIGNS.split(pattern) if piece)


@lru_cache(maxsize=256)
def like_pattern(folded: str) -> re.Pattern[str]:
    """* for any letters, ? for one. Of several * none is tried twice, so that no pattern takes long."""
    if len(folded) > _LONGEST:
        return _NONE
    return re.compile(fnmatch.translate(folded.replace("[", "[[]")))


@lru_cache(maxsize=256)
def within_an_edit(folded: str) -> re.Pattern[str]:
    """One letter more, less or other, the first letter the same. What begins alike is compared once."""
    if not folded or len(folded) > _LONGEST:
        return _NONE
    expression = ".?"
    for place in range(len(folded) - 1, 0, -1):
        letter, rest = re.escape(folded[place]), re.escape(folded[place + 1 :])
        expression = f"(?:{letter}{expression}|.?{rest}|.{letter}{rest})"
    return re.compile(re.escape(folded[0]) + expression, re.DOTALL)
