"""The form of a line: how it ends, its final brackets, whether it is a sentence, a caption, a short phrase."""

import re
from collections.abc import Collection

from articles.arabic.folding import fold
from articles.corpus.pages import vocabulary

LONGEST_CREDIT = 12  # words
_CLOSING = "»”“\"')]}’› "
_OPENING = "«“”\"'([{‘‹ "
_INNER_END = re.compile(r"(?:[^\s.؟!]{3}[.]|[؟!])[»”\")]* [^\s.]")
_GLOSS = re.compile(r"\(([^() ]{2,30}(?: [^() ]{2,30})?)\)")
_LIST_ITEM = re.compile(r"[-–—•*●▪◦] ?|\d{1,3} ?[-.)–] ?")

STOP, DOTS, QUESTION, EXCLAMATION, COLON = "stop", "dots", "question", "exclamation", "colon"
_ENDINGS = {".": STOP, "…": DOTS, "؟": QUESTION, "?": QUESTION, "!": EXCLAMATION, ":": COLON, "،": COLON, "؛": COLON}


def ending(text: str) -> str | None:
    """How a line ends, closing quotes and brackets aside: «... بها».) -> stop."""
    end = text.rstrip(_CLOSING)[-2:]
    return DOTS if end == ".." else _ENDINGS.get(end[-1:])


def is_sentence(text: str) -> bool:
    """Whether a line is closed as a sentence, or broken off as a teaser is."""
    return ending(text) in (STOP, DOTS, EXCLAMATION)


def final_brackets(text: str) -> tuple[str, str] | None:
    """Split off brackets at the end, nested ones with them: صورة (حساب (إكس)) -> صورة, حساب (إكس)."""
    if not text.endswith(")"):
        return None
    depth = 0
    for place in range(len(text) - 1, max(-1, len(text) - 200), -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            before, inside = text[:place].rstrip(), text[place + 1 : -1].strip()
            return (before, inside) if before and inside else None
    return None


def glosses(text: str) -> set[str]:
    """What stands in brackets amid a line or in a sentence: there it explains a name and credits no picture."""
    if "(" not in text:
        return set()
    end = len(text) + 1 if ending(text) == STOP else len(text.rstrip(_CLOSING))
    return {found.group(1) for found in _GLOSS.finditer(text) if found.end() < end}


def is_known_credit(inside: str) -> bool:
    spaced = fold(inside).replace(" ", ".")  # أ ف ب for أ.ف.ب
    return spaced in vocabulary.CREDITS or any(word in vocabulary.CREDITS for word in _bare_words(inside))


def split_credit(text: str, page_glosses: Collection[str] = ()) -> tuple[str, str | None]:
    """A caption and the credit in its final brackets, None where they hold something else."""
    parts = final_brackets(text)
    if parts is None or _credit_weight(*parts, page_glosses) == 0:
        return text, None
    return parts


def split_caption(text: str, page_glosses: Collection[str] = ()) -> tuple[str, str] | None:
    """A caption and its credit, where a line amid an article is one: a noun phrase before brackets, not a sentence."""
    parts = final_brackets(text)
    if parts is None:
        return None
    credit = _credit_weight(*parts, page_glosses)
    return parts if credit > _sentence_weight(parts[0]) else None


def opens_sentence(text: str) -> bool:
    """Whether the first word is a verb or particle with which sentences of news begin: وأضاف ..., أعلنت ..."""
    first = first_word(text)
    after_and = first[1:] if first.startswith(("و", "ف")) else ""
    return first in vocabulary.OPENERS or after_and in vocabulary.OPENERS_AFTER_AND or is_past_verb(after_and)


def opens_with_and(text: str) -> bool:
    """Whether the line begins with و that is "and" and not a letter of the first word."""
    return text.startswith("و") and not first_word(text).startswith(vocabulary.NOUNS_IN_WAW)


def has_clause(text: str) -> bool:
    return not vocabulary.CLAUSES.isdisjoint(_bare_words(text)) or ": «" in text or ': "' in text or ": “" in text


def has_caption_word(text: str) -> bool:
    return not vocabulary.CAPTION_WORDS.isdisjoint(_bare_words(text))


def has_inner_end(text: str) -> bool:
    """Whether a sentence ends within the line; the dots of أ.ف.ب and of an ellipsis end none."""
    return _INNER_END.search(text) is not None


def is_list_item(text: str) -> bool:
    return _LIST_ITEM.match(text) is not None


def first_word(text: str) -> str:
    return fold(text.split(" ", 1)[0][:40].strip(_OPENING + _CLOSING + ":،"))


def _bare_words(text: str) -> list[str]:
    return [word.strip(_OPENING + _CLOSING + ".،:؛-") for word in fold(text).split(" ")]


def is_past_verb(folded: str) -> bool:
    """A feminine verb of the past ends in -t; the plural -at is a noun's. Short words are too uncertain."""
    return (
        len(folded) >= 4
        and folded.endswith("ت")
        and not folded.endswith("ات")
        and not folded.startswith("ال")
        and folded not in vocabulary.NOUNS_IN_T
    )


def _sentence_weight(text: str) -> int:
    """2 for a sentence, 1 for what may be one, 0 for a noun phrase."""
    if ending(text) in (STOP, EXCLAMATION, COLON) or has_inner_end(text) or opens_sentence(text) or is_list_item(text):
        return 2
    if opens_with_and(text) or is_past_verb(first_word(text)) or has_clause(text):
        return 1
    return 0


def _credit_weight(before: str, inside: str, page_glosses: Collection[str]) -> int:
    """2 for a known credit, 1 for what may be one, 0 for brackets that hold something else."""
    if is_known_credit(inside):
        return 2
    words = inside.count(" ") + 1
    explains_quoted_name = words == 1 and before.endswith(("»", "”", '"'))
    if (
        words > LONGEST_CREDIT
        or explains_quoted_name
        or inside in page_glosses
        or fold(inside) in vocabulary.NO_CREDITS
    ):
        return 0
    # A figure explains: (38 في المائة), (2017).
    return int(any(letter.isalpha() for letter in inside) and not inside[0].isdigit())
