"""Questions as queries of the engine."""

from whoosh.query import And, AndMaybe, AndNot, Every, NullQuery, Or, Query

from articles.search.engine.queries import Forms, Near
from articles.search.questions import Clause, Question
from articles.search.schema import STEMS, SURFACE
from articles.search.scoring import SURFACE_WEIGHT


def question_query(question: Question) -> Query:
    """Documents with every clause that is wanted and none that is left out, words as they were written first."""
    wanted = question.wanted
    excluded = [_clause_query(clause) for clause in question.clauses if clause.is_excluded]
    if not question.clauses:
        return NullQuery
    found = _all([_clause_query(clause) for clause in wanted]) if wanted else Every()
    if as_written := [clause.words[0].surface for clause in wanted if not clause.is_phrase]:
        surfaces = [Forms(SURFACE, (word,), boost=SURFACE_WEIGHT) for word in dict.fromkeys(as_written)]
        found = AndMaybe(found, _any(surfaces))
    return AndNot(found, _any(excluded)) if excluded else found


def _clause_query(clause: Clause) -> Query:
    if clause.is_phrase:
        return _phrase_query(clause)
    word = clause.words[0]
    return Forms(SURFACE, (word.surface,)) if word.stem is None else Forms(STEMS, (word.stem,))


def _phrase_query(clause: Clause) -> Query:
    """The words side by side as written, but that the first may carry proclitics: قانون قيصر, بقانون قيصر."""
    items = tuple(Forms(SURFACE, place) for place in clause.places)
    return items[0] if len(items) == 1 else Near(items)


def _all(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else And(queries)


def _any(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Or(queries)
