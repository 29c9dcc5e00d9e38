"""Queries that Whoosh has no words for, beside its own And, Or, AndNot, AndMaybe, Term, Every and NullQuery.

They are values: two that look alike are equal, and may be keys. Only this engine evaluates them.
"""

from dataclasses import dataclass

from whoosh.query import Query


class _Value(Query):
    """A query that is compared by its fields."""

    boost = 1.0

    def __init__(self):
        pass


@dataclass(frozen=True, eq=True)
class Forms(_Value):
    """Any word that a view counts for one of these terms, scored as if all were one term.

    `without`: words that do not count. `kinds`: kinds of parts in which alone it counts, or all. `ranked`: the view
    whose lengths of documents the score takes. The view "word" has the words themselves for terms.
    """

    view: str
    terms: tuple[str, ...]
    without: frozenset[str] = frozenset()
    kinds: frozenset[int] | None = None
    boost: float = 1.0

    def with_boost(self, boost: float) -> "Forms":
        return Forms(self.view, self.terms, self.without, self.kinds, boost)


@dataclass(frozen=True, eq=True)
class Near(_Value):
    """Words near each other in one part: side by side in this order, or, with slop, no two further apart than that.

    A slop of 5 lets the first and the last word be five places apart at most. Its score is that of its words.
    """

    items: tuple[Forms, ...]
    slop: int = 0
    ordered: bool = True
    boost: float = 1.0


@dataclass(frozen=True, eq=True)
class AtLeast(_Value):
    """Documents that some number of these queries find; the score is the sum of theirs."""

    count: int
    queries: tuple[Query, ...]
    boost: float = 1.0


@dataclass(frozen=True, eq=True)
class Between(_Value):
    """Documents whose number in a field lies between two, both included; None for no bound."""

    fieldname: str
    first: int | None
    last: int | None
    missing: int | None = None


@dataclass(frozen=True, eq=True)
class ValuesBetween(_Value):
    """Documents with a value that sorts from one on and up to another, those that it begins included."""

    fieldname: str
    first: str
    last: str
