"""The passages of an article that show why it was found, with the places of their marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter

from articles.arabic.analysis import Term, analyze
from articles.arabic.marks import Mark, Match, Phrase, Wanted, find_marks, matches

__all__ = ["Mark", "Passage", "Wanted", "find_marks", "passages"]

# What a match is worth that another passage has shown, or that this one shows again.
_SEEN = 0.2

# A block with more matches than this shows what it is about long before its end.
_MOST_MATCHES = 200

# Signs that belong to the word next to them: how many a passage takes along at its end.
_CLOSING_SIGNS = 3
_OPENING = frozenset('«“"([‹')


@dataclass(frozen=True, slots=True)
class Passage:
    """`marks` are places in `text`. `is_start` and `is_end`: nothing of the block was cut there."""

    text: str
    marks: tuple[Mark, ...]
    is_start: bool
    is_end: bool


@dataclass(frozen=True, slots=True)
class _Block:
    number: int
    text: str
    terms: Sequence[Term]


@dataclass(frozen=True, slots=True)
class _Window:
    """Matches of one block and the span of text around them."""

    block: _Block
    matches: Sequence[Match]
    start: int
    end: int


def passages(texts: Sequence[str], wanted: Wanted, limit: int = 2, length: int = 240) -> list[Passage]:
    """At most `limit` passages of about `length` characters, in the order of the texts.

    The best are those that show most of what was wanted, and what the others do not. Where nothing is found it is the
    beginning, without marks. No word is cut: a passage may be longer by a word, or by the signs after it.
    """
    blocks = [_Block(number, text, analyze(text)) for number, text in enumerate(texts)]
    chosen = _choose([window for block in blocks for window in _windows(block, wanted, length)], limit)
    if not chosen:
        chosen = [_around(block, (), length) for block in islice(filter(_has_text, blocks), 1)]
    return [_cut(window) for window in sorted(chosen, key=lambda window: (window.block.number, window.start))]


def _has_text(block: _Block) -> bool:
    return bool(block.text.strip())


def _windows(block: _Block, wanted: Wanted, length: int) -> Iterator[_Window]:
    """From each match on, as many as fit a passage."""
    found = list(islice(matches(block.terms, wanted), _MOST_MATCHES))
    ends = [match.mark.end for match in found]
    for first, match in enumerate(found):
        last = max(first + 1, bisect_right(ends, match.mark.start + length))
        yield _around(block, found[first:last], length)


def _around(block: _Block, found: Sequence[Match], length: int) -> _Window:
    """The matches in the middle of their passage, or as near as the ends of the block allow."""
    first, last = (found[0].mark.start, found[-1].mark.end) if found else (0, 0)
    start = max(0, min(first - (length - (last - first)) // 2, len(block.text) - length))
    start = min(start, first)
    end = max(start + length, last)
    return _Window(block, found, _word_start(block, start), _word_end(block, end))


def _word_start(block: _Block, place: int) -> int:
    """The start of the word here or of the next, with the quotation mark or bracket before it."""
    if place == 0:
        return 0
    following = bisect_left(block.terms, place, key=attrgetter("start"))
    if following == len(block.terms):
        return place
    start = block.terms[following].start
    return start - 1 if block.text[start - 1] in _OPENING else start


def _word_end(block: _Block, place: int) -> int:
    """The end of the word here or of the last before, with the signs that follow it."""
    if place >= len(block.text):
        return len(block.text)
    before = bisect_right(block.terms, place, key=attrgetter("end"))
    if before == 0:
        return place  # no word fits: better one cut than a passage without bounds
    end = block.terms[before - 1].end
    most = block.terms[before].start if before < len(block.terms) else len(block.text)
    while end < min(most, block.terms[before - 1].end + _CLOSING_SIGNS) and not block.text[end].isspace():
        end += 1
    return end - 1 if block.text[end - 1] in _OPENING else end


def _choose(windows: list[_Window], limit: int) -> list[_Window]:
    chosen: list[_Window] = []
    shown: set[str | Phrase] = set()
    while windows and len(chosen) < limit:
        best = max(windows, key=lambda window: _worth(window, shown))  # the first of equals
        chosen.append(best)
        shown.update(match.of for match in best.matches)
        windows = [apart for window in windows if (apart := _apart(window, best))]
    return chosen


def _worth(window: _Window, shown: set[str | Phrase]) -> float:
    """A phrase counts for its words; what was shown before counts little, so that it only breaks ties."""
    worth, seen = 0.0, set(shown)
    for match in window.matches:
        words = 1 if isinstance(match.of, str) else len(match.of)
        worth += words * (_SEEN if match.of in seen else 1)
        seen.add(match.of)
    return worth


def _apart(window: _Window, other: _Window) -> _Window | None:
    """The window without what the other shows; None where that is one of its matches."""
    if window.block is not other.block:
        return window
    if window.matches[0].mark.start >= other.end:
        return replace(window, start=max(window.start, other.end))
    if window.matches[-1].mark.end <= other.start:
        return replace(window, end=min(window.end, other.start))
    return None


def _cut(window: _Window) -> Passage:
    text = window.block.text[window.start : window.end]
    start = window.start + len(text) - len(text.lstrip())
    end = start + len(text.strip())
    marks = (match.mark for match in window.matches)
    return Passage(
        window.block.text[start:end],
        tuple(Mark(mark.start - start, mark.end - start) for mark in marks),
        not window.block.text[:start].strip(),
        not window.block.text[end:].strip(),
    )
