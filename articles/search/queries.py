"""Questions and conditions as queries of the engine."""

from whoosh.matching import ListMatcher, NullMatcher
from whoosh.query import And, AndMaybe, AndNot, Every, NullQuery, Or, Phrase, Query, Term

from articles.search.questions import Clause, Question
from articles.search.schema import NO_NUMBER, STEMS, SURFACE
from articles.search.scoring import SURFACE_WEIGHT


def question_query(question: Question) -> Query:
    """Documents with every clause that is wanted and none that is left out, words as they were written first."""
    wanted = question.wanted
    excluded = [_clause_query(clause) for clause in question.clauses if clause.is_excluded]
    if not question.clauses:
        return NullQuery
    found = _all([_clause_query(clause) for clause in wanted]) if wanted else Every()
    if as_written := [clause.words[0].surface for clause in wanted if not clause.is_phrase]:
        found = AndMaybe(found, _any([Term(SURFACE, word, boost=SURFACE_WEIGHT) for word in dict.fromkeys(as_written)]))
    return AndNot(found, _any(excluded)) if excluded else found


def _clause_query(clause: Clause) -> Query:
    if clause.is_phrase:
        return _phrase_query(clause)
    word = clause.words[0]
    return Term(SURFACE, word.surface) if word.stem is None else Term(STEMS, word.stem)


def _phrase_query(clause: Clause) -> Query:
    """The words side by side as written, but that the first may carry proclitics: قانون قيصر, بقانون قيصر."""
    firsts, *others = clause.places
    if not others:
        return _any([Term(SURFACE, first) for first in firsts])
    return _any([Phrase(SURFACE, [first, *(other for (other,) in others)]) for first in firsts])


def _all(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else And(queries)


def _any(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Or(queries)


class Between(Query):
    """Documents whose number in a column lies between two, both included; read from the column, without postings."""

    def __init__(self, fieldname: str, first: int | None, last: int | None):
        self.fieldname = fieldname
        self.first = NO_NUMBER + 1 if first is None else first
        self.last = 2**63 - 1 if last is None else last
        self.boost = 1.0

    def __repr__(self):
        return f"Between({self.fieldname!r}, {self.first}, {self.last})"

    def __eq__(self, other):
        return isinstance(other, Between) and repr(self) == repr(other)

    def __hash__(self):
        return hash(repr(self))

    def estimate_size(self, ixreader):
        return ixreader.doc_count()

    def matcher(self, searcher, context=None):
        reader = searcher.reader()
        if not reader.doc_count_all():
            return NullMatcher()
        column = reader.column_reader(self.fieldname, translate=False)
        numbers = [
            document
            for document in range(reader.doc_count_all())
            if self.first <= column[document] <= self.last and not reader.is_deleted(document)
        ]
        return ListMatcher(numbers, all_weights=1.0) if numbers else NullMatcher()
