"""Normal and folded forms of text: NFKC, nothing written above or between letters, one letter for each kind.

Work is done cluster by cluster (a character and the marks on it), so that every character kept knows its place in the
original. Text of plain letters, which is nearly all, is never touched character by character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from articles.arabic.characters import FOLDED, INVISIBLE, PLAIN, TASHKEEL, one_of

# The last of them may carry marks, so a run of characters that need care begins one plain character early.
_CARE = re.compile(f".?{one_of(PLAIN, negated=True)}+", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_NOTHING_SEEN = dict.fromkeys(map(ord, INVISIBLE))
_UNWRITTEN = dict.fromkeys(map(ord, INVISIBLE + TASHKEEL))
_ACCENTS = dict.fromkeys(range(0x0300, 0x0370))

# UAX #15 calls text with more marks than this on one character unsafe: to sort them takes quadratic time.
_MOST_MARKS = 30


@dataclass(frozen=True, slots=True)
class Normalized:
    """`offsets[i]` is the place in the original of `text[i]`; one more entry stands for the original's end."""

    text: str
    offsets: Sequence[int]


def normalize(text: str) -> Normalized:
    """NFKC without tashkeel, tatweel and direction controls: مُحَمَّـــد -> محمد, ﻻ -> لا (twice the same offset)."""
    if not (odd := _CARE.search(text)):
        return Normalized(text, range(len(text) + 1))
    kept: list[str] = []
    offsets: list[int] = []
    done = 0
    while odd:
        kept.append(text[done : odd.start()])
        offsets.extend(range(done, odd.start()))
        for start, cluster in _clusters(odd.group(), odd.start()):
            normal = _normal_cluster(cluster)
            kept.append(normal)
            offsets.extend([start] * len(normal))
        done = odd.end()
        odd = _CARE.search(text, done)
    kept.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return Normalized("".join(kept), offsets)


def fold(text: str) -> str:
    """Normal, letters and digits folded, lower case, no accents: الإدارةُ -> الاداره, Erdoğan -> erdogan."""
    folded = _CARE.sub(_fold_run, text) if _CARE.search(text) else text
    # ئو and ؤو are two spellings of one hamza (مسئول, مسؤول).
    return folded.replace("ئو", "ؤو").translate(FOLDED).lower()


def key(text: str) -> str:
    """Folded words with one space between them: two names are one when their keys are equal. «أ. كامل» -> ا كامل."""
    return " ".join(_WORD.findall(fold(text)))


def _fold_run(run: re.Match[str]) -> str:
    return "".join(_folded_cluster(cluster) for _, cluster in _clusters(run.group(), 0))


def _clusters(run: str, offset: int) -> Iterator[tuple[int, str]]:
    """Each character that can stand alone, with what is written on it; and where it begins."""
    start = 0
    for place, character in chain(enumerate(run), [(len(run), "")]):
        if place > start and (not character or _begins_cluster(character) or place - start > _MOST_MARKS):
            yield offset + start, run[start:place]
            start = place


@lru_cache(maxsize=4096)
def _begins_cluster(character: str) -> bool:
    return character not in INVISIBLE and not unicodedata.combining(unicodedata.normalize("NFKD", character)[0])


@lru_cache(maxsize=8192)
def _normal_cluster(cluster: str) -> str:
    composed = unicodedata.normalize("NFKC", cluster.translate(_NOTHING_SEEN))
    # A mark that went may have stood between two that now compose.
    return unicodedata.normalize("NFC", composed.translate(_UNWRITTEN))


@lru_cache(maxsize=8192)
def _folded_cluster(cluster: str) -> str:
    """Accents go, case too; again until nothing changes, since to fold case can set marks free (İ -> i and a dot)."""
    seen = ""
    while cluster != seen:
        seen = cluster
        bare = unicodedata.normalize("NFD", _normal_cluster(cluster).translate(FOLDED)).translate(_ACCENTS)
        cluster = unicodedata.normalize("NFC", bare).casefold()
    return cluster
