"""Queries such as people type, drawn from the articles that they are asked of, always the same for the same seed."""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO))

from articles.arabic.levels import Level, term_at  # noqa: E402 (the repository must be on the path first)

_SAMPLE = 10_000  # articles whose words are counted
_WORD = re.compile(r"(?<![^\s«(\"])[ء-ي]{2,}(?=[\s،.»:)]|$)")
_SENTENCE = re.compile(r"[^.،؛:؟!\n«»()\"]+")
# In which share of the articles a word of each kind is.
_SHARES = {"one word, rare": (0.0001, 0.0005), "one word, mid": (0.005, 0.02), "one word, common": (0.08, 1.0)}
# The mixed set is as many of each of these.
MIXED = (*_SHARES, "two words", "three words", "four words", "headline")
MIXED_SIZE = 350


class Drawer:
    """Draws queries; two drawers with one seed draw the same."""

    def __init__(self, records: Iterable[dict], seed: int):
        self._draw = random.Random(seed)  # noqa: S311 (the same queries each time)
        self._articles = [(record["title"] or "", record["text"]) for record in islice(records, _SAMPLE)]
        counts = Counter(word for _, text in self._articles for word in set(_WORD.findall(text)))
        words = [word for word in sorted(counts) if len(word) > 2 and term_at(Level.LIGHT, word)]
        self._words = {kind: self._between(words, counts, *shares) for kind, shares in _SHARES.items()}

    def _between(self, words: list[str], counts: Counter[str], least: float, most: float) -> list[str]:
        total = len(self._articles)
        found = [word for word in words if max(1, least * total) <= counts[word] <= max(2, most * total)]
        return found or sorted(words, key=lambda word: -counts[word])[:50]

    def mixed(self) -> list[str]:
        """`MIXED_SIZE` queries of all lengths, in any order."""
        queries = [query for kind in MIXED for query in self.of_kind(kind, MIXED_SIZE // len(MIXED))]
        self._draw.shuffle(queries)
        return queries

    def different(self, count: int) -> list[str]:
        """As many queries of the mixed set, none of them twice: a server keeps what it was asked before."""
        found: dict[str, None] = {}
        while len(found) < count:
            found |= dict.fromkeys(self.mixed())
        return list(found)[:count]

    def of_kind(self, kind: str, count: int) -> list[str]:
        """Raises KeyError where there is no such kind."""
        if kind in self._words:
            return [self._draw.choice(self._words[kind]) for _ in range(count)]
        make: Callable[[], str] = {
            "two words": lambda: self._row(2),
            "three words": lambda: self._row(3),
            "four words": lambda: self._row(4),
            "headline": self._headline,
            "phrase": lambda: f'"{self._row(3)}"',
            "prefix": lambda: self._draw.choice(self._words["one word, mid"])[:4] + "*",
        }[kind]
        return [make() for _ in range(count)]

    def _headline(self) -> str:
        while len((title := self._draw.choice(self._articles)[0]).split()) < 3:
            pass
        return title

    def _row(self, length: int) -> str:
        """Words that stand side by side in a sentence."""
        while True:
            sentence = self._draw.choice(_SENTENCE.findall(self._draw.choice(self._articles)[1]) or [""])
            words = _WORD.findall(sentence)
            if len(words) >= length and sum(term_at(Level.LIGHT, word) is not None for word in words) >= length // 2:
                start = self._draw.randrange(len(words) - length + 1)
                row = words[start : start + length]
                if any(term_at(Level.LIGHT, word) for word in row):
                    return " ".join(row)
