"""The units of words side by side: what counts as one when it is asked how many must be there.

A unit is a word; or the words of a month or of a name, which may be there in another spelling; or a phrase, or a part
of a word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.arabic.month_forms import Alternatives, expand_months
from articles.search.language import tree
from articles.search.names import JoinedName

Form = tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """`words` as they were typed, or one of the `forms` in their place, each the words of one; or an item of the tree.

    `are_folded`: the forms are.
    """

    words: Form = ()
    forms: tuple[Form, ...] = ()
    are_folded: bool = True
    name: JoinedName | None = None
    item: tree.Plain | None = None

    @property
    def is_by_sound(self) -> bool:
        """Whether the forms are Arabic words that sound as a name in other letters reads."""
        return self.name is not None and self.name.kind == "script"


def rows(items: Sequence[tree.Plain]) -> Iterator[list[str] | tree.Plain]:
    """Words in a row, and what stands between such rows."""
    row: list[str] = []
    for item in items:
        if isinstance(item, tree.Word):
            row.append(item.text)
            continue
        if row:
            yield row
            row = []
        yield item
    if row:
        yield row


def units_of(typed: Sequence[str], names: Mapping[int, JoinedName], *, has_months: bool) -> Iterator[Unit]:
    """The units of words in a row; `names` by the place of their first word."""
    months = _months(typed) if has_months else {}
    place = 0
    while place < len(typed):
        if name := names.get(place):
            unit = Unit(name.typed, name.forms, are_folded=name.kind == "script", name=name)
        elif place in months and months[place].is_month:
            month = months[place]
            words = tuple(typed[place : place + len(month.forms[0])])
            unit = Unit(words, (*month.forms[1:], *_in_dates(month, typed, place)))
        else:
            unit = Unit((typed[place],))
        yield unit
        place += len(unit.words)


def phrase_forms(words: Sequence[str]) -> list[tuple[Form, ...]]:
    """What may stand in each place of a phrase: one word, or the names of one month."""
    choices = expand_months(words)
    return [
        (*choice.forms, *choice.forms_in_dates) if _has_number_beside(choices, number) else choice.forms
        for number, choice in enumerate(choices)
    ]


def _has_number_beside(choices: Sequence[Alternatives], number: int) -> bool:
    beside = [*choices[max(0, number - 1) : number], *choices[number + 1 : number + 2]]
    return any(choice.forms[0][0].isdecimal() for choice in beside)


def _months(typed: Sequence[str]) -> dict[int, Alternatives]:
    """By place; none if words were passed over, so that no place can be told."""
    months, place = {}, 0
    for choice in expand_months(typed):
        months[place] = choice
        place += len(choice.forms[0])
    return months if place == len(typed) else {}


def _in_dates(month: Alternatives, typed: Sequence[str], place: int) -> Iterator[Form]:
    """Names that are ordinary words too, with the number beside them: آب of 5 آب."""
    before = typed[place - 1 : place] if place else []
    after = typed[place + len(month.forms[0]) :][:1]
    for form in month.forms_in_dates:
        yield from ((number, *form) for number in before if number.isdecimal())
        yield from ((*form, number) for number in after if number.isdecimal())
