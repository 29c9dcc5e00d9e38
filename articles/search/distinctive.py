"""The words that mark a result against the rest of the archive.

Words are counted by their term at the level LIGHT, without stop words, numbers and single letters. How surely a word is
commoner in the articles found is said by the log-likelihood ratio G2 (Dunning 1993, as Rayson and Garside 2000 put it
for two corpora); how much commoner by the log ratio (Hardie 2014): 1 is twice as common, 2 four times. The names of
tags are no text of an article and do not count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from articles.search.documents import Kind
from articles.search.engine.segments import OpenSegment, spans
from articles.search.kept_request import kept_request
from articles.search.readers import reading
from articles.search.schema import STEMS
from articles.search.searching import Answer, SearchRequest, answer
from articles.search.worked_out import worked_out

LEAST_COUNT = 5
LEAST_ARTICLES = 3
LEAST_G2 = 15.13
"""What chance alone gives one word in ten thousand (chi-square, one degree of freedom)."""
MOST_WORDS = 500
# Tokens are looked at so many at a time: a mask of a whole archive would take as much memory as the archive.
_AT_ONCE = 2**22
# A term may have hundreds of forms; the commonest is among the first of these.
_CANDIDATES = 4


@dataclass(frozen=True)
class DistinctiveWord:
    """`form` is the commonest in the articles found, without tashkeel. `count` and `archive_count` are of all forms,
    `articles` of the found articles that have any; `g2` and `log_ratio` compare with the rest of the archive."""

    form: str
    term: str
    count: int
    articles: int
    archive_count: int
    g2: float
    log_ratio: float
    is_sought: bool = False


@dataclass(frozen=True)
class DistinctiveWords:
    """The surest first. `size` and `archive_size` are in words, stop words left out; `articles` were found."""

    words: tuple[DistinctiveWord, ...]
    articles: int
    size: int
    archive_size: int

    def __len__(self) -> int:
        return len(self.words)

    @property
    def is_everything(self) -> bool:
        """There is no rest of the archive to compare with."""
        return self.size == self.archive_size


def distinctive_words(request: SearchRequest) -> DistinctiveWords:
    """Of all articles that a request finds. Raises IndexUnavailable."""
    found = answer(kept_request(request))
    return worked_out(found.index, ("distinctive", found.request), lambda: _make(found))


def log_likelihood(found: np.ndarray, rest: np.ndarray, found_size: int, rest_size: int) -> np.ndarray:
    """G2 of each word: `found` times among so many words, and `rest` times among so many others."""
    both = (found + rest) / (found_size + rest_size)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [
            np.where(count > 0, count * np.log(count / (size * both)), 0.0)
            for count, size in ((found, found_size), (rest, rest_size))
        ]
    return 2 * (parts[0] + parts[1])


def log_ratio(found: np.ndarray, rest: np.ndarray, found_size: int, rest_size: int) -> np.ndarray:
    """The binary logarithm of how many times as common a word is; one that the rest lacks counts half there."""
    return np.log2((found / found_size) / (np.where(rest > 0, rest, 0.5) / rest_size))


def _make(found: Answer) -> DistinctiveWords:
    with reading(found.index):
        segments, parts = found.index.segments, found.index.parted(found.found.docs)
        in_found = [_word_counts(segment, docs) for segment, docs in zip(segments, parts, strict=True)]
        in_archive = [segment.kept("counts of words", lambda s=segment: _all_counts(s)) for segment in segments]
        terms, counts, totals = _joined(segments, in_found, in_archive)
        size, archive_size = int(counts.sum()), int(totals.sum())
        words = ()
        if 0 < size < archive_size:
            chosen, g2, ratio = _surest(counts, totals, size, archive_size)
            rows = [
                (terms(number), int(counts[number]), int(totals[number]), float(g2[number]), float(ratio[number]))
                for number in chosen.tolist()
            ]
            words = tuple(_described(found, parts, in_found, rows))
        return DistinctiveWords(words, len(found.found), size, archive_size)


def _surest(counts: np.ndarray, totals: np.ndarray, size: int, archive_size: int):
    """The numbers of the words that mark the result, the surest first; G2 and log ratio of all."""
    numbers = (counts, totals - counts, size, archive_size - size)
    g2, ratio = log_likelihood(*numbers), log_ratio(np.maximum(counts, 1e-9), *numbers[1:])
    [kept] = np.nonzero((counts >= LEAST_COUNT) & (g2 >= LEAST_G2) & (ratio > 0))
    return kept[np.argsort(-g2[kept], kind="stable")], g2, ratio


def _described(found: Answer, parts, in_found, rows: Sequence[tuple]) -> Iterator[DistinctiveWord]:
    """Those that read as words and stand in enough articles, with what only they are asked for."""
    segments = found.index.segments
    sought = {term for word in found.asked.compiled.words if word.leaf.view == STEMS for term in word.leaf.terms}
    masks = [_mask(segment, docs) for segment, docs in zip(segments, parts, strict=True)]
    described = 0
    for term, count, total, g2, ratio in rows:
        if described == MOST_WORDS:
            return
        articles = sum(
            int(mask[segment.term(STEMS, term).docs].sum()) for segment, mask in zip(segments, masks, strict=True)
        )
        form = _commonest(segments, in_found, term)
        if articles < LEAST_ARTICLES or len(form) < 2 or not any(map(str.isalpha, form)):
            continue
        described += 1
        yield DistinctiveWord(form, term, count, articles, total, g2, ratio, term in sought)


def _mask(segment: OpenSegment, docs: np.ndarray) -> np.ndarray:
    mask = np.zeros(segment.count, bool)
    mask[docs] = True
    return mask


def _commonest(segments: Sequence[OpenSegment], in_found: Sequence[np.ndarray], term: str) -> str:
    """The form of a term that the articles found have most often."""
    forms: Counter[str] = Counter()
    for segment, counts in zip(segments, in_found, strict=True):
        words = segment.words_of(STEMS, [term])
        strings = segment.strings("word")
        for word in words[np.argsort(-counts[words], kind="stable")][:_CANDIDATES].tolist():
            forms[strings[word]] += int(counts[word])
    return max(forms, key=lambda form: (forms[form], form)) if forms else term


def _all_counts(segment: OpenSegment) -> np.ndarray:
    return _word_counts(segment, segment.live_docs).astype(np.int32)


def _word_counts(segment: OpenSegment, docs: np.ndarray) -> np.ndarray:
    """How often each word stands in the texts of some documents."""
    counts = np.zeros(len(segment.array("word.starts")) - 1, np.int64)
    starts, ends = segment.doc_starts[:-1][docs], segment.doc_starts[1:][docs]
    sizes = np.cumsum(ends - starts)
    first = 0
    while first < len(docs):
        before = int(sizes[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(sizes, before + _AT_ONCE, "right")))
        places = spans(starts[first:last], ends[first:last])
        tokens = segment.tokens[places]
        counts += np.bincount(tokens[segment.kinds[places] != Kind.TAG], minlength=len(counts))
        first = last
    return counts


def _term_counts(segment: OpenSegment, counts: np.ndarray) -> np.ndarray:
    """Of each term of the level, from those of its words; the empty word and stop words have none."""
    of = segment.array(f"{STEMS}.of")
    kept = of >= 0
    amounts = np.bincount(of[kept], weights=counts[kept], minlength=len(segment.strings(STEMS)))
    return amounts.astype(np.int64)


def _joined(segments, in_found, in_archive):
    """What gives the term of a number, and by number the counts in the articles found and in the archive."""
    found = [_term_counts(segment, counts) for segment, counts in zip(segments, in_found, strict=True)]
    archive = [_term_counts(segment, counts) for segment, counts in zip(segments, in_archive, strict=True)]
    if len(segments) == 1:
        return segments[0].strings(STEMS).__getitem__, found[0], archive[0]
    counts, totals = Counter(), Counter()
    for segment, in_it, in_all in zip(segments, found, archive, strict=True):
        for term, count, total in zip(segment.strings(STEMS), in_it.tolist(), in_all.tolist(), strict=True):
            counts[term] += count
            totals[term] += total
    terms = list(counts)
    numbers = [np.fromiter(some.values(), np.int64, len(terms)) for some in (counts, totals)]
    return terms.__getitem__, *numbers
