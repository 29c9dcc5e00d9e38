"""Why a word is marked, in words: the rule that joined it to the query, or the name that it is another form of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from articles.arabic.explaining import Kind, Rule, explain_form
from articles.arabic.folding import key
from articles.arabic.levels import Level, term_at
from articles.arabic.tokens import words
from articles.search.asking import Asked
from articles.search.schema import VIEW_OF_LEVEL
from articles.templatetags.archive import isolated

LEVEL_OF_VIEW = {view: level for level, view in VIEW_OF_LEVEL.items()}
WORDINGS = {
    Kind.CONJUNCTION: gettext_lazy("with %(letters)s before it"),
    Kind.PREPOSITION: gettext_lazy("with %(letters)s before it"),
    Kind.ARTICLE: gettext_lazy("with %(letters)s before it"),
    Kind.PRONOUN: gettext_lazy("with the pronoun %(letters)s"),
    Kind.PLURAL: gettext_lazy("plural in %(letters)s"),
    Kind.DUAL: gettext_lazy("dual in %(letters)s"),
    Kind.FEMININE: gettext_lazy("with ta marbuta"),
    Kind.RELATION: gettext_lazy("with the ya of relation"),
    Kind.ACCUSATIVE: gettext_lazy("with the alef of the accusative"),
    Kind.BROKEN_PLURAL: gettext_lazy("broken plural: %(first)s, of %(second)s"),
    Kind.ROOT: gettext_lazy("same root: %(letters)s"),
    Kind.HAMZA: gettext_lazy("spelling of hamza and alef: %(first)s, %(second)s"),
    Kind.YA: gettext_lazy("spelling of final ya: %(first)s, %(second)s"),
    Kind.TA_MARBUTA: gettext_lazy("spelling of ta marbuta: %(first)s, %(second)s"),
    Kind.LETTER: gettext_lazy("letters of one kind: %(first)s, %(second)s"),
    Kind.DIGITS: gettext_lazy("digits: %(first)s, %(second)s"),
    Kind.CASE: gettext_lazy("capital or small letters"),
    Kind.TASHKEEL: gettext_lazy("tashkeel"),
    Kind.TATWEEL: gettext_lazy("tatweel"),
}
WITHOUT = {
    Kind.CONJUNCTION: gettext_lazy("without %(letters)s before it"),
    Kind.PREPOSITION: gettext_lazy("without %(letters)s before it"),
    Kind.ARTICLE: gettext_lazy("without %(letters)s before it"),
    Kind.PRONOUN: gettext_lazy("without the pronoun %(letters)s"),
    Kind.PLURAL: gettext_lazy("singular, without %(letters)s"),
    Kind.DUAL: gettext_lazy("singular, without %(letters)s"),
    Kind.FEMININE: gettext_lazy("without ta marbuta"),
    Kind.RELATION: gettext_lazy("without the ya of relation"),
    Kind.ACCUSATIVE: gettext_lazy("without the alef of the accusative"),
    Kind.BROKEN_PLURAL: gettext_lazy("singular: %(second)s, of %(first)s"),
    Kind.TASHKEEL: gettext_lazy("without tashkeel"),
}
"""Where it is the query's word that has the letters, not the text's."""
BEFORE = (Kind.CONJUNCTION, Kind.PREPOSITION, Kind.ARTICLE)
SEPARATOR = pgettext_lazy("rules that joined a word", "; ")


@dataclass(frozen=True)
class Sought:
    """A word of the query, the level it is looked for at, and the terms that stand for it there."""

    typed: str
    level: Level
    terms: frozenset[str]


class Reasons:
    """Of one query; each form is explained once, however often it is marked."""

    def __init__(self, sought: Sequence[Sought] = (), names: dict[str, str] | None = None):
        self._sought = sought
        self._names = names or {}
        self._known: dict[str, str] = {}

    @classmethod
    def of(cls, asked: Asked) -> "Reasons":
        compiled = asked.compiled
        sought = [
            Sought(word.typed, LEVEL_OF_VIEW[word.leaf.view], frozenset(word.leaf.terms))
            for word in compiled.words
            if word.leaf.view in LEVEL_OF_VIEW
        ]
        names = {key(" ".join(form)): " ".join(name.typed) for name in compiled.joined for form in name.forms}
        return cls(sought, names)

    def of_mark(self, marked: str) -> str:
        """Why a marked text is marked; empty where it is what was typed, or a phrase."""
        if marked not in self._known:
            self._known[marked] = self._explain(marked)
        return self._known[marked]

    def _explain(self, marked: str) -> str:
        if name := self._names.get(key(marked)):
            return _("another form of the name %(name)s") % {"name": isolated(name)}
        normal = words(marked[:200])
        if len(normal) != 1:
            return ""
        others = []
        for sought in self._sought:
            if term_at(sought.level, normal[0]) not in sought.terms:
                continue
            if rules := explain_form(sought.level, sought.typed, marked):
                return in_words(sought.typed, rules)
            if key(sought.typed) == key(marked):
                return ""
            others.append(sought.typed)
        return _("another form of %(name)s") % {"name": isolated(others[0])} if others else ""


def in_words(typed: str, rules: Sequence[Rule]) -> str:
    """لبنان: with و + ال before it; plural in ين"""
    said = dict.fromkeys(describe(rule) for rule in joined(rules))
    return f"{isolated(typed)}: {str(SEPARATOR).join(said)}"


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """What stands before a word is told at once: و + ال."""
    result: list[Rule] = []
    for rule in rules:
        last = result[-1] if result else None
        if last and last.kind in BEFORE and rule.kind in BEFORE and last.is_in_query == rule.is_in_query:
            result[-1] = last._replace(letters=f"{last.letters} + {rule.letters}")
        else:
            result.append(rule)
    return result


def describe(rule: Rule) -> str:
    return _in_language(rule, get_language())


@lru_cache(maxsize=2048)
def _in_language(rule: Rule, _tongue: str) -> str:
    """Of the page: most words are joined by the same rules."""
    wordings = WITHOUT if rule.is_in_query and rule.kind in WITHOUT else WORDINGS
    first, _space, second = rule.letters.partition(" ")
    letters = {"letters": rule.letters, "first": first, "second": second}
    return str(wordings[rule.kind]) % {name: isolated(text) for name, text in letters.items()}
