"""Letters as type: presentation forms instead of letters, kashida between them, letters set apart by spaces.

One of these is a habit of a writer (ﻟ«داعش», هـ, a stretched word in a headline); many are the work of a typesetter.
"""

import re
import unicodedata

LETTER = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"

# Forms of letters and ligatures of two or three; words and eulogies in one sign, from U+FDF0 on, are left as they are.
_FORMS = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe80-\ufefc]")
_LETTERS = re.compile(f"[{LETTER}]")
_KASHIDA = re.compile(f"(?<=[{LETTER}\u064b-\u0652])\u0640+(?=[{LETTER}\u064b-\u0652])")
_WORD = re.compile(r"\S+")
_ALONE = re.compile(f"(?<!\\S)[{LETTER}](?!\\S)")
_MAYBE_APART = re.compile(" [وفبك]?[اأ] ل")
_ALEF_APART = re.compile("(?<![^\\s«(\"'])([وفبك]?[اأ]) (?=ل\\S)")

FORMS_AMONG_LETTERS = 0.1
KASHIDA_AMONG_WORDS, LEAST_KASHIDA = 0.05, 10
SPACES_AMONG_CHARACTERS = 0.25  # in other text one in six is
ALONE_AMONG_WORDS, LEAST_ALONE = 0.4, 20
APART_AMONG_WORDS, LEAST_APART = 0.01, 3


def may_have_forms(text: str) -> bool:
    """A quick no for most texts: all forms begin with this byte, and little else that is written does."""
    return b"\xef" in text.encode("utf-8", "surrogatepass")


def has_forms(text: str) -> bool:
    """Whether a tenth of the letters are presentation forms; a page of plain text has one here and there."""
    forms = len(_FORMS.findall(text))
    return forms > 0 and forms >= FORMS_AMONG_LETTERS * (forms + len(_LETTERS.findall(text)))


def without_forms(text: str) -> str:
    """The letters that the forms stand for: ﺍﻟﺴﻮﻕ -> السوق."""
    return _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form.group()).strip(), text)


def has_kashida(text: str) -> bool:
    """Whether one word in twenty is stretched inside, as type is to fill a line."""
    if text.count("\u0640") < LEAST_KASHIDA:
        return False
    stretched = len(_KASHIDA.findall(text))
    return stretched >= LEAST_KASHIDA and stretched >= KASHIDA_AMONG_WORDS * len(_WORD.findall(text))


def without_kashida(text: str) -> str:
    """Take it out between letters; هـ and ـه keep theirs: المـــدينة -> المدينة."""
    return _KASHIDA.sub("", text)


def has_alef_apart(text: str) -> bool:
    """Whether the alef of the article stands apart from its lam time and again: ا لأمم. An alef alone is no word."""
    if text.count("ا ل") + text.count("أ ل") < LEAST_APART or not _MAYBE_APART.search(text):
        return False
    apart = len(_ALEF_APART.findall(text))
    return apart >= LEAST_APART and apart >= APART_AMONG_WORDS * len(_WORD.findall(text))


def with_alef_joined(text: str) -> str:
    return _ALEF_APART.sub(r"\1", text)


def is_spaced(text: str) -> bool:
    """Whether the letters of words stand apart; where words end is lost then."""
    if text.count(" ") < SPACES_AMONG_CHARACTERS * len(text):
        return False
    alone = len(_ALONE.findall(text))
    return alone >= LEAST_ALONE and alone >= ALONE_AMONG_WORDS * len(_WORD.findall(text))
