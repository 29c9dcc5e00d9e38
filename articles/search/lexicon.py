"""The words that the index has, looked through: by how they begin, end, sound, or are almost written."""

import re
from collections.abc import Iterable, Iterator, Sequence

from articles.arabic.folding import fold
from articles.arabic.transliteration_skeletons import skeleton
from articles.search.engine.nearness import near_places
from articles.search.engine.queries import Forms, Near
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
        pieces = [piece if piece in "*?" else fold(piece) for piece in re.split(r"([*?])", pattern)]
        expression = "".join({"*": ".*", "?": "."}.get(piece, re.escape(piece)) for piece in pieces)
        is_prefix = pieces[1:] == ["*", ""]
        return self._expanded(pieces[0], None if is_prefix else re.compile(expression, re.DOTALL))

    def beginning_with(self, text: str) -> list[str]:
        return self._expanded(fold(text), None)

    def ending_with(self, text: str) -> list[str]:
        return self._expanded("", re.compile(".*" + re.escape(fold(text)), re.DOTALL))

    def with_inside(self, text: str) -> list[str]:
        return self._expanded("", re.compile(".*" + re.escape(fold(text)) + ".*", re.DOTALL))

    def within_an_edit(self, text: str) -> list[str]:
        """Forms with one letter more, less or other than these, the first letter the same."""
        text = fold(text)
        if not text:
            return []
        edits = [re.escape(text)]
        for place in range(1, len(text) + 1):
            before, after = re.escape(text[:place]), text[place:]
            edits += [f"{before}.?{re.escape(after[1:])}", f"{before}.{re.escape(after)}"]
        return self._expanded(text[0], re.compile("|".join(edits), re.DOTALL))

    def _joined(self, view: str, term: str, other: str) -> Iterator[str]:
        """The terms that another view has for the words of a term."""
        for segment in self._segments:
            numbers = segment.array(f"{other}.of")[segment.words_of(view, [term])]
            strings = segment.strings(other)
            yield from (strings[number] for number in numbers.tolist() if number >= 0)

    def _expanded(self, prefix: str, pattern: re.Pattern[str] | None) -> list[str]:
        found: set[str] = set()
        for segment in self._segments:
            strings = segment.strings(SURFACE)
            among = strings.with_prefix(prefix)[:_MOST_COMPARED]
            numbers: Iterable[int] = among if pattern is None else strings.matching(pattern, among)
            found.update(map(strings.__getitem__, numbers))
        return self._most_frequent(sorted(found))

    def _most_frequent(self, forms: Sequence[str]) -> list[str]:
        if len(forms) <= MOST_WORDS:
            return list(forms)
        chosen = sorted(forms, key=lambda form: (-self.count(form), form))[:MOST_WORDS]
        return sorted(chosen)
