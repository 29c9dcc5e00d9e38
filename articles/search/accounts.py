"""Why a hit stands where it stands: its score as the sum of what each word gave to it."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from articles.search.collecting import Found, find
from articles.search.engine.evaluating import scoring_leaves
from articles.search.engine.queries import Forms
from articles.search.readers import reading
from articles.search.schema import BOOST, SURFACE
from articles.search.searching import Answer

What = Literal["form", "as written", "second look", "excerpt"]


@dataclass(frozen=True)
class ScorePart:
    """`word` as it was typed or, of several, the first term; none for what is no word's.

    `articles`: how many of the archive have it. `score`: what it gives; "excerpt" takes away.
    """

    what: What
    word: str
    articles: int
    score: float


def explain(answer: Answer, article_id: int) -> tuple[ScorePart, ...]:
    """The parts of an article's score, whose sum it is; empty if it was not found, or nothing was scored.

    The formula is that of `engine.evaluating` for words, and of `rescoring` for the second look.
    """
    index = answer.index
    with reading(index):
        [place] = np.nonzero(index.keys[answer.found.docs] == article_id) if len(answer.found) else [np.zeros(0, int)]
        if not len(place) or answer.found.scores is None:
            return ()
        doc = answer.found.docs[place[:1]]
        parts = [_word_part(answer.found, doc, leaf, typed) for leaf, typed in _leaves(answer).items()]
        boost = float(index.numbers(BOOST)[doc[0]])
        unlooked = find(index, answer.asked.query)
        first = float(unlooked.scores[np.searchsorted(unlooked.docs, doc[0])])
        parts.append(ScorePart("excerpt", "", 0, first - first / boost))
        parts.append(ScorePart("second look", "", 0, float(answer.found.scores[place[0]]) - first))
    return tuple(part for part in parts if abs(part.score) > 1e-6)


def _leaves(answer: Answer) -> dict[Forms, str]:
    typed = {word.leaf.terms: word.typed for word in answer.asked.compiled.words}
    leaves = scoring_leaves(answer.asked.query)
    return {leaf: typed.get(leaf.terms, leaf.terms[0] if leaf.terms else "") for leaf in leaves}


def _word_part(found: Found, doc: np.ndarray, leaf: Forms, typed: str) -> ScorePart:
    evaluation = found.index.evaluation
    scores = np.concatenate(evaluation.score(leaf, found.index.parted(doc)))
    what: What = "as written" if leaf.view == SURFACE else "form"
    return ScorePart(what, typed, evaluation.frequency(leaf), float(scores[0]))
