"""Why a word of a text meets a word of a query: the rules that joined them, as data that a page can say in words.

Both words are taken apart as `stems` and `plurals` take them apart, and what only one of them has is told. So two words
that share a prefix are not said to differ in it.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from articles.arabic.analysis import LONGEST_TERM
from articles.arabic.characters import FOLDED, FOLDED_DIGITS, TASHKEEL, TATWEEL
from articles.arabic.folding import normalize
from articles.arabic.levels import Level, term_at, terms_for
from articles.arabic.namesakes import without_sign
from articles.arabic.plurals import plural_in
from articles.arabic.stems import bare, endings_of, is_arabic
from articles.arabic.tokens import words


class Kind(StrEnum):
    """What a rule is about; `letters` of a rule of this kind are said behind each."""

    CONJUNCTION = "conjunction"  # و or ف, joined to the word
    PREPOSITION = "preposition"  # ب, ل or ك, joined to the word
    ARTICLE = "article"  # ال
    PRONOUN = "pronoun"  # ها, هم…
    PLURAL = "plural"  # ات, ون, ين, وا
    DUAL = "dual"  # ان
    FEMININE = "feminine"  # ة
    RELATION = "relation"  # the ي of لبناني, and of "my"
    ACCUSATIVE = "accusative"  # the ا of شهودا
    BROKEN_PLURAL = "broken plural"  # the plural and its singular: مجالس مجلس
    ROOT = "root"  # the root
    HAMZA = "hamza"  # of this and the next four: what the query has, a space, what the text has
    YA = "ya"
    TA_MARBUTA = "ta marbuta"
    LETTER = "letter"  # another letter of the same kind: a Persian one, say
    DIGITS = "digits"
    CASE = "case"  # none
    TASHKEEL = "tashkeel"  # the signs
    TATWEEL = "tatweel"  # none


class Rule(NamedTuple):
    """`is_in_query` where it is the query's word, not the text's, which has these letters: المجلس found مجلس."""

    kind: Kind
    letters: str = ""
    is_in_query: bool = False


_OF_ENDING = {
    **dict.fromkeys(("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ه"), Kind.PRONOUN),
    **dict.fromkeys(("ات", "ون", "ين", "وا"), Kind.PLURAL),
    "ان": Kind.DUAL,
    "ة": Kind.FEMININE,
    "ي": Kind.RELATION,
    "ا": Kind.ACCUSATIVE,
}
_HAMZA = "أإآٱؤئء"
_SPELLINGS = ((Kind.HAMZA, _HAMZA), (Kind.YA, "ىی"), (Kind.TA_MARBUTA, "ة"))


def explain_form(level: Level, query_word: str, found_word: str) -> tuple[Rule, ...]:
    """The rules by which a level joins a word of a text with one of a query, both as they are written.

    In the order of the word: what is before it, what is behind it, how it is spelt. Empty if the two are written alike,
    and if the level does not join them. مجلس, والمجالس -> و, ال, broken plural مجالس مجلس.
    """
    if query_word == found_word or not (pair := _pair(query_word, found_word)):
        return ()
    query, found = pair
    if term_at(level, found) not in terms_for(level, query):
        return ()
    rules = list(_forms(level, query, found)) if level in (Level.LIGHT, Level.ROOT) else []
    if not rules:
        rules = list(_spellings(query, found))
    if _is_letters_alone(query_word, query) and _is_letters_alone(found_word, found):
        return tuple(rules)
    return (*_joined(query_word, found_word), *rules, *_dress(query_word, found_word))


def _pair(query_word: str, found_word: str) -> tuple[str, str] | None:
    """The normal forms, of one word each: more than one, or none, is nothing that a rule joins."""
    query, found = (words(word[: 4 * LONGEST_TERM]) for word in (query_word, found_word))
    return (query[0][:LONGEST_TERM], found[0][:LONGEST_TERM]) if len(query) == len(found) == 1 else None


def _is_letters_alone(word: str, normal: str) -> bool:
    """Nearly every word: the tokenizer took nothing from it, and it has no signs."""
    return word == normal and word.isalpha()


def _forms(level: Level, query: str, found: str) -> Iterator[Rule]:
    if not (is_arabic(query) and is_arabic(found)):
        return
    if level is Level.ROOT and term_at(Level.LIGHT, query) != term_at(Level.LIGHT, found):
        yield Rule(Kind.ROOT, term_at(level, query) or "")
        return
    ours, theirs = _taken(query), _taken(found)
    in_query = [rule._replace(is_in_query=True) for rule in _only_in(ours, theirs)]
    yield from _mended(_only_in(theirs, ours), in_query)
    yield from _spellings(*_cores(query, found))


def _only_in(rules: Iterable[Rule], others: Iterable[Rule]) -> list[Rule]:
    """The rules that are not among the others, each of which stands for one."""
    others = list(others)
    result = []
    for rule in rules:
        if rule in others:
            others.remove(rule)
        else:
            result.append(rule)
    return result


def _mended(in_found: list[Rule], in_query: list[Rule]) -> list[Rule]:
    """ات stands in ة's place; and ة that is written ه is no ending and a pronoun but a spelling."""
    sides = [in_found, in_query]
    for this, other in ((0, 1), (1, 0)):
        letters = {rule.letters for rule in sides[other]}
        if "ات" in letters:
            sides[this] = [rule for rule in sides[this] if rule.kind is not Kind.FEMININE]
        if "ه" in letters and any(rule.kind is Kind.FEMININE for rule in sides[this]):
            sides[this] = [rule for rule in sides[this] if rule.kind is not Kind.FEMININE]
            sides[other] = [rule for rule in sides[other] if rule.letters != "ه"]
            sides[0] = [*sides[0], Rule(Kind.TA_MARBUTA, "ه ة" if this == 0 else "ة ه")]
    return sides[0] + sides[1]


@lru_cache(maxsize=8192)
def _taken(word: str) -> tuple[Rule, ...]:
    """All that is taken from a word on the way to its term."""
    word = without_sign(word)
    core = bare(word)
    rules = list(_before(word[: len(word) - len(core)]))
    if line := plural_in(word):
        rules.append(Rule(Kind.BROKEN_PLURAL, f"{line.plural} {line.singular}"))
        behind = [*endings_of(line.singular), core[len(line.plural) :]]
    else:
        behind = endings_of(core)
    return (*rules, *(Rule(_OF_ENDING[ending], ending) for ending in behind if ending in _OF_ENDING))


def _before(letters: str) -> Iterator[Rule]:
    """وبال -> و, ب, ال; لل -> ل, ال."""
    article = letters.endswith(("ال", "لل"))
    clitics = letters[:-1].removesuffix("ا") if article else letters
    for letter in clitics:
        yield Rule(Kind.CONJUNCTION if letter in "وف" else Kind.PREPOSITION, letter)
    if article:
        yield Rule(Kind.ARTICLE, "ال")


def _cores(query: str, found: str) -> tuple[str, str]:
    """Both without what only one of them has; nothing for a broken plural, which is spelt otherwise."""
    if plural_in(query) or plural_in(found):
        return "", ""
    query, found = _bare(query), _bare(found)
    ours, theirs = endings_of(query), endings_of(found)
    if ours == theirs:
        return query, found
    return query[: len(query) - sum(map(len, ours))], found[: len(found) - sum(map(len, theirs))]


def _bare(word: str) -> str:
    return bare(without_sign(word))


def _spellings(query: str, found: str) -> Iterator[Rule]:
    query, found = without_sign(query), without_sign(found)
    if len(query) != len(found):
        return
    told = dict.fromkeys(zip(query, found, strict=True))
    for ours, theirs in told:
        both_hamza = ours in _HAMZA and theirs in _HAMZA  # شؤون and شئون
        if ours == theirs or not (both_hamza or ours.translate(FOLDED) == theirs.translate(FOLDED)):
            continue
        kinds = (kind for kind, letters in _SPELLINGS if ours in letters or theirs in letters)
        yield Rule(next(kinds, Kind.LETTER), f"{ours} {theirs}")
    if query != found and query.lower() == found.lower():
        yield Rule(Kind.CASE)


def _joined(query_word: str, found_word: str) -> Iterator[Rule]:
    """What the tokenizer itself took from a number or a word of another script: الـ81 -> ال."""
    taken = [_letters_before(word) for word in (query_word, found_word)]
    if taken[0] == taken[1]:
        return
    for letters, is_in_query in ((taken[1], False), (taken[0], True)):
        for rule in _before(letters):
            yield rule._replace(is_in_query=is_in_query)


def _letters_before(word: str) -> str:
    normal, whole = words(word)[0], normalize(word[: 4 * LONGEST_TERM]).text
    place = whole.find(normal)
    return whole[:place] if not is_arabic(normal) and place > 0 and whole[:place].isalpha() else ""


def _dress(query_word: str, found_word: str) -> Iterator[Rule]:
    for kind, signs in ((Kind.TASHKEEL, TASHKEEL), (Kind.TATWEEL, TATWEEL)):
        ours, theirs = ("".join(sign for sign in word if sign in signs) for word in (query_word, found_word))
        if ours != theirs:
            letters = (theirs or ours) if kind is Kind.TASHKEEL else ""
            yield Rule(kind, letters[:LONGEST_TERM], is_in_query=not theirs)
    ours, theirs = ("".join(filter(str.isdecimal, word))[:LONGEST_TERM] for word in (query_word, found_word))
    if ours != theirs and ours.translate(FOLDED_DIGITS) == theirs.translate(FOLDED_DIGITS):
        yield Rule(Kind.DIGITS, f"{ours} {theirs}")
