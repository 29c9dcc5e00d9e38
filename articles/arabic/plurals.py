"""Broken plurals: which word has its singular's term, from the list in `broken_plurals.tsv`.

A plural is looked up with its clitics and the pronoun behind it taken off, but never without ة, ات, ون or ين: a broken
plural takes none of them, so محاكم is of محكمة and محاكمة stays a trial. Where two words are written alike the hamza
decides, if a text writes it: أعلام is of علم, إعلام is not.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from articles.arabic.characters import FOLDED
from articles.arabic.folding import fold
from articles.arabic.stems import bare, is_arabic, stem, without_endings

_LIST = Path(__file__).with_name("broken_plurals.tsv")

# As in `stems`, but ى is kept too: قوى is a plural, قوي an adjective.
_LETTERS = {code: letter for code, letter in FOLDED.items() if chr(code) not in "ةئؤى"}

# Written without its hamza, each is as likely another word: إعلام, إنفاق, إجراء, انهار, أثار.
_OFTENER_ANOTHER = """
اعلام اعداد ابعاد انفاق امداد اشراف اثار ادلاء اتباع اجراء انهار احراز اخلاء اجلاء اقفال اقدام انساق انصاف
"""
_UNCERTAIN = frozenset(_OFTENER_ANOTHER.split())

# With the fewest letters that may stand before each: حصانا is of حصان.
_PRONOUNS = (*((pronoun, 3) for pronoun in ("هما", "كما", "ها", "هم", "هن", "كم", "ه")), ("نا", 4))


class Plural(NamedTuple):
    """A line of the list: both words as they are written there."""

    plural: str
    singular: str


def plural_in(normal_word: str) -> Plural | None:
    """The line a normalised word is a form of: وللمجالس and مجالسهم -> (مجالس, مجلس)."""
    return _line_of(bare(normal_word)) if is_arabic(normal_word) else None


@lru_cache(maxsize=16384)
def light_term(normal_word: str) -> str:
    """The stem, of the singular if the word is a broken plural: وبالسجون -> سجن."""
    if not is_arabic(normal_word):
        return stem(normal_word)
    word = bare(normal_word)
    line = _line_of(word)
    return stem(line.singular) if line else without_endings(word)


def _line_of(word: str) -> Plural | None:
    for form in _forms(word.translate(_LETTERS)):
        for line in _lines().get(form, ()):
            if _is_hamza_of(line.plural, word[0], form):
                return line
    return None


def _forms(letters: str) -> Iterator[str]:
    """A word as it stands, without a pronoun (وزرائهم, أنظمته, قواها), without the accusative's alef (شهودا)."""
    yield letters
    for pronoun, least in _PRONOUNS:
        if letters.endswith(pronoun) and len(letters) - len(pronoun) >= least:
            shorter = letters[: -len(pronoun)]
            yield from (shorter, *(shorter[:-1] + last for last in _BEFORE_PRONOUN.get(shorter[-1], "")))
            break
    if letters.endswith("ا") and len(letters) > 3:
        yield letters[:-1]


# What a letter before a pronoun is at a word's end.
_BEFORE_PRONOUN = {"ئ": "ء", "ؤ": "ء", "ت": "ة", "ا": "ى"}


def _is_hamza_of(plural: str, initial: str, form: str) -> bool:
    if initial in "أإآ":
        return plural[0] == initial
    return form not in _UNCERTAIN


@lru_cache(maxsize=1)
def _lines() -> dict[str, list[Plural]]:
    """By every way to write the plural; one that is listed as it stands comes before another's variant."""
    lines = [Plural(*line.split("\t")) for line in _LIST.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    by_form: dict[str, list[Plural]] = defaultdict(list)
    for line in lines:
        by_form[line.plural.translate(_LETTERS)].append(line)
    for line in lines:
        for form in _variants(line.plural.translate(_LETTERS)):
            by_form[form].append(line)
    return dict(by_form)


def _variants(plural: str) -> Iterator[str]:
    """Final letters that are mixed up (انظمه, مبانى, فتاوي), and hamza's seat for the hamza (جرايم)."""
    if plural[-1] == "ة" and len(plural) > 4:
        yield plural[:-1] + "ه"
    if plural[-1] in "يى" and len(plural) > 3:
        yield from (plural[:-1] + "ي", plural[:-1] + "ى")
    if len(plural) > 4 and not {"ئ", "ؤ"}.isdisjoint(plural):
        yield fold(plural)
