"""Arabic names for a word of Latin letters: those a vocabulary has which its letters may spell, likeliest first.

Nothing is made up: a form is found only if it stands in the vocabulary. Of a name in two words (Nasrallah: نصر الله)
both stand there, and whether one follows the other is for the caller to see.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import log10
from typing import Literal, Protocol

from articles.arabic.stopwords import is_stop_word
from articles.arabic.transliteration_compounds import compounds
from articles.arabic.transliteration_known import KNOWN_NAMES
from articles.arabic.transliteration_skeletons import skeleton
from articles.arabic.transliteration_sounds import cost_of, latin_letters, skeletons
from articles.arabic.transliteration_words import SENTENCE_WORDS

__all__ = ["Candidate", "Vocabulary", "names_like", "skeleton", "with_articles_joined"]

Reason = Literal["sound", "sound_and_article", "two_words", "known"]

MOST_CANDIDATES = 8
# A rare spelling is as likely as a nearer one would be if it were ten times as frequent.
_WORTH_OF_TEN_TIMES = 0.2
_ARTICLE_ADDED = 0.1
_SECOND_WORD = 0.3
_WORST_BEHIND_BEST = 0.25
_LEAST_SCORE = 0.3
_MOST_FORMS = 4000

_ARTICLE = re.compile(r"(?:a[ld]|el|ul|a([dnrstz]|sh)(?=[-\s]+\1))[-\s]+(?=.)", re.IGNORECASE)
# Aljazeera, and as the French write it where a letter takes the l's place: Ennahda, Essebsi.
_ARTICLE_JOINED = re.compile(r"(?:[ae]l|e([dnrstz])(?=\1))..")
_BETWEEN = re.compile(r"[-\s.·]+")
_ARTICLES = frozenset({"al", "el"})


class Vocabulary(Protocol):
    """The folded word forms of an index, each with the number of documents that have it."""

    def with_skeleton(self, key: str) -> Iterable[tuple[str, int]]:
        """Forms of which `skeleton` makes this key."""

    def count(self, form: str) -> int:
        """0 for a form that it has not."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`form` is folded, of two words if there is a space in it; `score` compares candidates for one word only."""

    form: str
    count: int
    score: float
    reason: Reason


def names_like(latin_word: str, vocabulary: Vocabulary) -> list[Candidate]:
    """Erdogan -> اردوغان; Al-Jazeera -> الجزيره; Nasrallah -> نصرالله, نصر الله. At most eight, best first."""
    if len(latin_word) > 100:
        return []
    bare, has_article = _without_article(latin_word)
    parts = [latin_letters(part) for part in _BETWEEN.split(bare) if part]
    if not parts or not all(parts) or len(parts) > 2:
        return []
    letters = latin_letters("".join(parts))
    if not letters or (letters in SENTENCE_WORDS and not has_article):
        return []
    if known := list(_as_known(letters, vocabulary)):
        return known
    found = [*_one_word(letters, vocabulary, has_article), *_two_words(letters, parts, vocabulary)]
    return _best(found)


def _as_known(letters: str, vocabulary: Vocabulary) -> Iterator[Candidate]:
    for form in KNOWN_NAMES.get(letters, ()):
        if count := min(vocabulary.count(word) for word in form.split()):
            yield Candidate(form, count, _score(0.0, count), "known")


def with_articles_joined(words: Sequence[str]) -> list[str]:
    """Words as `names_like` takes them: ["al", "jazeera", "news"] -> ["al-jazeera", "news"]."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].lower() in _ARTICLES:
            joined[-1] += "-" + word
        else:
            joined.append(word)
    return joined


def _without_article(latin_word: str) -> tuple[str, bool]:
    word = latin_word.strip()
    if found := _ARTICLE.match(word):
        return word[found.end() :], True
    return word, False


def _one_word(letters: str, vocabulary: Vocabulary, has_article: bool = False) -> Iterator[Candidate]:
    """Where Latin has the article joined (Aljazeera), the form behind it is compared as well."""
    behind = letters[2:] if _ARTICLE_JOINED.match(letters) else ""
    least = _LEAST_SCORE
    for form, count in _forms(letters, behind, vocabulary):
        most = min(_most_cost(letters), _score(0.0, count) - least)
        if most < 0:
            return
        cost, reason = cost_of(letters, form, most), "sound"
        if has_article and cost is not None and not form.startswith("ال"):
            cost += _ARTICLE_ADDED
        if form.startswith("ال") and len(form) > 4:
            under_article = cost_of(behind or letters, form[2:], most)
            if under_article is not None:
                under_article += 0 if behind or has_article else _ARTICLE_ADDED
                if cost is None or under_article < cost:
                    cost, reason = under_article, "sound_and_article"
        if cost is not None and cost <= most and not is_stop_word(form):
            score = _score(cost, count)
            least = max(least, score - _WORST_BEHIND_BEST)
            yield Candidate(form, count, score, reason)


def _most_cost(letters: str) -> float:
    """A short word is like too many others."""
    return min(0.3 + 0.07 * len(letters), 1.0)


def _forms(letters: str, behind: str, vocabulary: Vocabulary) -> list[tuple[str, int]]:
    """All that may be meant, the most frequent first, so that the best is known early."""
    keys = dict.fromkeys([*skeletons(letters), *(skeletons(behind) if behind else ())])
    forms = [form for key in keys for form in vocabulary.with_skeleton(key)]
    return sorted(forms, key=lambda form: -form[1])[:_MOST_FORMS]


def _two_words(letters: str, parts: list[str], vocabulary: Vocabulary) -> Iterator[Candidate]:
    for first, second in _pairs(letters, parts, vocabulary):
        count = min(first.count, second.count)
        score = min(first.score, second.score) - _SECOND_WORD
        if count:
            yield Candidate(f"{first.form} {second.form}", count, score, "two_words")


def _pairs(letters: str, parts: list[str], vocabulary: Vocabulary) -> Iterator[tuple[Candidate, Candidate]]:
    for first, second in [*compounds(letters), *([(parts[0], parts[1])] if len(parts) == 2 else [])]:
        yield from product(_part(first, second, vocabulary), _part(second, "", vocabulary))


def _part(written: str, owner: str, vocabulary: Vocabulary) -> list[Candidate]:
    """Arabic as it is; names for what is Latin, with the article behind عبد, without it before an owner's name."""
    if not written.isascii():
        return [_known(written, vocabulary)]
    article, letters = written.startswith("al-"), written.removeprefix("al-")
    return _best(
        name
        for name in _one_word(letters, vocabulary, has_article=article)
        if name.form.startswith("ال") == article or not (article or owner)
    )[:3]


def _known(form: str, vocabulary: Vocabulary) -> Candidate:
    count = vocabulary.count(form)
    return Candidate(form, count, _score(0.0, count), "sound")


def _score(cost: float, count: int) -> float:
    return 1 - cost + _WORTH_OF_TEN_TIMES * log10(max(count, 1))


def _best(found: Iterable[Candidate]) -> list[Candidate]:
    ranked = sorted(found, key=lambda candidate: (-candidate.score, candidate.form))
    best: dict[str, Candidate] = {}
    for candidate in ranked[: 4 * MOST_CANDIDATES]:
        if candidate.score >= ranked[0].score - _WORST_BEHIND_BEST:
            best.setdefault(candidate.form, candidate)
    return list(best.values())[:MOST_CANDIDATES]
