"""The names of one month, each for the others: مايو, أيار, ماي; and both at once, as papers write مايو (أيار).

Words are folded here, so that آب is اب, which is also "father". Names that are ordinary words or people's names are
believed, and offered for others, only in what must be a date: see `month_names`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from babel import Locale

from articles.arabic.date_words import MONTH_WORDS, STRONG_CUES
from articles.arabic.folding import fold
from articles.arabic.month_names import AMBIGUOUS, MONTHS, MOSTLY_OTHER, Month

Name = tuple[str, ...]

_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_BETWEEN_NAMES = frozenset({"(", ")", "[", "]", "/", "-", "–"})
_STYLES_WRITTEN_TOGETHER = ("ar_EG", "ar_LB")


def _name(words: str) -> Name:
    return tuple(fold(words).split())


_MOSTLY_OTHER = frozenset(map(_name, MOSTLY_OTHER))
# With the English ones that are words, names, or the beginning of either.
_OTHER_WORDS = _MOSTLY_OTHER | frozenset(map(_name, {*AMBIGUOUS, "may", "march", "mar", "jun", "jan", "dec"}))


@dataclass(frozen=True, slots=True)
class Alternatives:
    """A query's word, or the words of one month, and what to look for in its place; `forms[0]` is what was written.

    A form of several words is a phrase. `forms_in_dates` are ordinary words too: they are the month only in a phrase
    with the number beside it. Of a month, all forms are folded.
    """

    forms: tuple[Name, ...]
    forms_in_dates: tuple[Name, ...] = ()
    is_month: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A month in a query: its one or two `names` there, without a clitic, and the words `written` up to `end`."""

    month: Month
    names: tuple[Name, ...]
    written: Name
    end: int


def month_forms(words: str) -> tuple[Name, ...]:
    """All Arabic names of a month, folded, that of the question first; empty for what is none.

    كانون الثاني -> (كانون, الثاني), (يناير,), (جانفي,)...; those of the Hijri year are apart.
    """
    name = _name(words)
    month = _MONTHS.get(name)
    return _with_first(name, _NAMES[month.calendar, month.number]) if month else ()


def expand_months(words: Sequence[str]) -> list[Alternatives]:
    """The words of a query in order, months with their other names: 12 مايو أيار -> 12, (مايو أيار, أيار, مايو...).

    Words are as a tokenizer gives them; brackets of a second name and a slash before it, as a word, may be left in.
    """
    folded = [fold(word).strip("()[]") or word for word in words]
    found: list[Alternatives] = []
    place = 0
    while place < len(words):
        month = _month_at(folded, place)
        if month:
            found.append(_alternatives(month))
            place = month.end
        else:
            found.append(Alternatives(((words[place],),)))
            place += 1
    return found


def _month_at(folded: Sequence[str], place: int) -> _Found | None:
    first = _name_at(folded, place, clitics=True)
    if not first:
        return None
    month, name, end = first
    names = [name]
    if second := _second_name(folded, month, name, end):
        names.append(second[0])
        end = second[1]
    elif name in _OTHER_WORDS and not _is_in_date(folded, place, end, name):
        return None
    written = tuple(word for word in folded[place:end] if word not in _BETWEEN_NAMES)
    return _Found(month, tuple(names), written, end)


def _name_at(folded: Sequence[str], place: int, *, clitics: bool = False) -> tuple[Month, Name, int] | None:
    """The longest name here: كانون الثاني is no كانون. A clitic is left out: بمايو, لأيار."""
    for size in (2, 1):
        written = tuple(folded[place : place + size])
        if len(written) < size:
            continue
        for name in [written, *(_bare_names(written) if clitics else ())]:
            if month := _MONTHS.get(name):
                return month, name, place + size
    return None


def _bare_names(written: Name) -> Iterator[Name]:
    """Only of names that are nothing else: باب is a door, لصفر of zero."""
    for proclitic in _PROCLITICS:
        if written[0].startswith(proclitic):
            bare = (written[0].removeprefix(proclitic), *written[1:])
            if bare not in _OTHER_WORDS:
                yield bare


def _second_name(folded: Sequence[str], month: Month, name: Name, end: int) -> tuple[Name, int] | None:
    """The same month's other name: مايو (أيار), كانون الثاني/يناير. A bracket that was opened is closed."""
    place = end
    while place < len(folded) and place < end + 2 and folded[place] in _BETWEEN_NAMES:
        place += 1
    second = _name_at(folded, place)
    if not second or second[0][:2] != month[:2] or second[1] == name:
        return None
    _, other, behind = second
    if place > end and behind < len(folded) and folded[behind] in (")", "]"):
        behind += 1
    return other, behind


def _is_in_date(folded: Sequence[str], place: int, end: int, name: Name) -> bool:
    before = folded[place - 1] if place else ""
    behind = folded[end] if end < len(folded) else ""
    if before.isdecimal() or behind.isdecimal() or before in MONTH_WORDS:
        return True
    return before in STRONG_CUES and name not in _MOSTLY_OTHER


def _alternatives(found: _Found) -> Alternatives:
    """With both styles at once: 12 أيار 2025 is also 12 مايو (أيار) 2025, where no name touches both numbers."""
    key = found.month[:2]
    believed = [name for name in _NAMES[key] if name not in _OTHER_WORDS]
    both = permutations(_NAMES_WRITTEN_TOGETHER.get(key, ()), 2)
    forms = _with_first(found.written, [*believed, *((*one, *other) for one, other in both)])
    others = tuple(name for name in _NAMES[key] if name not in forms)
    return Alternatives(forms, others, is_month=True)


def _with_first(name: Name, names: Sequence[Name]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys([name, *names]))


def _names() -> dict[tuple[str, int], list[Name]]:
    names: dict[tuple[str, int], list[Name]] = {}
    for name, month in _MONTHS.items():
        if not month.is_english:
            names.setdefault(month[:2], []).append(name)
    return names


def _names_written_together() -> dict[tuple[str, int], list[Name]]:
    styles = [Locale.parse(locale).months["format"]["wide"] for locale in _STYLES_WRITTEN_TOGETHER]
    return {("gregorian", month): [_name(style[month]) for style in styles] for month in range(1, 13)}


_MONTHS: dict[Name, Month] = {_name(name): month for name, month in MONTHS.items()}
_NAMES = _names()
_NAMES_WRITTEN_TOGETHER = _names_written_together()
