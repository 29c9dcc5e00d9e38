"""The words that the index has, looked through: by how they begin, end, sound, or are almost written."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from articles.arabic.folding import fold
from articles.arabic.transliteration_skeletons import skeleton
from articles.search.engine.nearness import near_places
from articles.search.engine.queries import Forms, Near
from articles.search.patterns import folded_pattern, like_pattern, within_an_edit
from articles.search.readers import Snapshot
from articles.search.schema import SOUNDS, SURFACE

# No more words than this stand for one pattern: those of most documents.
MOST_WORDS = 2000
# A pattern that says nothing of how a word begins is compared with every word of the index, up to this many.
_MOST_COMPARED = 1_000_000


class Lexicon:
    """Every form of a word is folded. It is what `names_like` and `corrections` call a vocabulary. Without an index it
    has no words."""

    def __init__(self, index: Snapshot | None):
        self._segments = index.segments if index else ()
        self._known: dict[object, list[str]] = {}
        self._frequency = index.evaluation.frequency if index else lambda leaf: 0

    def count(self, form: str) -> int:
        """In how many documents a form stands."""
        return self._frequency(Forms(SURFACE, (form,)))

    def stands(self, words: Sequence[str]) -> bool:
        """Whether these forms stand side by side anywhere."""
        row = Near(tuple(Forms(SURFACE, (word,)) for word in words))
        return any(len(near_places(segment, row)) for segment in self._segments)

    def with_prefix(self, prefix: str) -> Iterator[str]:
        for segment in self._segments:
            strings = segment.strings(SURFACE)
            yield from map(strings.__getitem__, strings.with_prefix(prefix))

    def with_skeleton(self, key: str) -> list[tuple[str, int]]:
        forms = {form for form in self._joined(SOUNDS, key, SURFACE) if skeleton(form) == key}
        return [(form, self.count(form)) for form in sorted(forms)]

    def terms_of(self, form: str, view: str) -> list[str]:
        """The terms that a view has for the words which are folded to this form."""
        return sorted(set(self._joined(SURFACE, form, view)))

    def like_pattern(self, pattern: str) -> list[str]:
        """Forms that a pattern with * for any letters and ? for one matches."""
        folded = folded_pattern(pattern)
        prefix = re.split(r"[*?]", folded, maxsplit=1)[0]
        return self._expanded(prefix, None if folded == f"{prefix}*" else like_pattern(folded))

    def beginning_with(self, text: str) -> list[str]:
        return self._expanded(fold(text), None)

    def ending_with(self, text: str) -> list[str]:
        return self._expanded("", re.compile(".*" + re.escape(fold(text)), re.DOTALL))

    def with_inside(self, text: str) -> list[str]:
        return self._expanded("", re.compile(".*" + re.escape(fold(text)) + ".*", re.DOTALL))

    def within_an_edit(self, text: str) -> list[str]:
        """Forms with one letter more, less or other than these, the first letter the same."""
        folded = fold(text)
        return self._expanded(folded[:1], within_an_edit(folded), len(folded))

    def _joined(self, view: str, term: str, other: str) -> Iterator[str]:
        """The terms that another view has for the words of a term."""
        for segment in self._segments:
            numbers = segment.array(f"{other}.of")[segment.words_of(view, [term])]
            strings = segment.strings(other)
            yield from (strings[number] for number in numbers.tolist() if number >= 0)

    def _expanded(self, prefix: str, pattern: re.Pattern[str] | None, length: int | None = None) -> list[str]:
        """`length`: of about so many letters, one more or less."""
        asked = prefix, pattern, length
        if asked not in self._known:
            self._known[asked] = self._looked_up(prefix, pattern, length)
        return self._known[asked]

    def _looked_up(self, prefix: str, pattern: re.Pattern[str] | None, length: int | None) -> list[str]:
        found: Counter[str] = Counter()
        for segment in self._segments:
            strings = segment.strings(SURFACE)
            among = strings.with_prefix(prefix)[:_MOST_COMPARED]
            if pattern:
                compared = among if length is None else strings.of_letters(among, length - 1, length + 1)
                numbers = np.fromiter(strings.matching(pattern, compared), np.int64)
            else:
                numbers = np.arange(among.start, among.stop)
            starts = segment.array(f"{SURFACE}.post.starts")
            frequencies = (starts[numbers + 1] - starts[numbers]).astype(np.int64)
            # Of each segment the most frequent, so that no more strings are made than can be wanted.
            chosen = np.argsort(-frequencies, kind="stable")[:MOST_WORDS]
            found.update(
                dict(zip(map(strings.__getitem__, numbers[chosen].tolist()), frequencies[chosen].tolist(), strict=True))
            )
        return sorted(form for form, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS])
