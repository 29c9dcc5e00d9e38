"""The passages of an article that show why it was found, with the places of their marks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from articles.arabic.finding import plain_end, plain_start, tokens_about
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


class _Window(NamedTuple):
    """Matches of one block, which may stand in a passage from `first` to `last`: another has what is beyond."""

    block: _Block
    matches: Sequence[Match]
    first: int
    last: int


class _Span(NamedTuple):
    """A window and the span of text around its matches."""

    block: _Block
    matches: Sequence[Match]
    start: int
    end: int


def passages(texts: Sequence[str], wanted: Wanted, limit: int = 2, length: int = 240) -> list[Passage]:
    """At most `limit` passages of about `length` characters, in the order of the texts.

    The best are those that show most of what was wanted, and what the others do not. Where nothing is found it is the
    beginning, without marks. No word is cut: a passage may be longer by a word, or by the signs after it.
    """
    blocks = [_Block(number, text) for number, text in enumerate(texts)]
    chosen = _choose([window for block in blocks for window in _windows(block, wanted, length)], limit, length)
    if not chosen:
        chosen = [
            _around(_Window(block, (), 0, len(block.text)), length) for block in islice(filter(_has_text, blocks), 1)
        ]
    return [_cut(span) for span in sorted(chosen, key=lambda span: (span.block.number, span.start))]


def _has_text(block: _Block) -> bool:
    return bool(block.text.strip())


def _windows(block: _Block, wanted: Wanted, length: int) -> Iterator[_Window]:
    """From each match on, as many as fit a passage."""
    found = list(islice(matches(block.text, wanted), _MOST_MATCHES))
    ends = [match.mark.end for match in found]
    for first, match in enumerate(found):
        last = max(first + 1, bisect_right(ends, match.mark.start + length))
        yield _Window(block, found[first:last], 0, len(block.text))


def _around(window: _Window, length: int) -> _Span:
    """The matches in the middle of their passage, or as near as the ends of the block allow."""
    text, found = window.block.text, window.matches
    first, last = (found[0].mark.start, found[-1].mark.end) if found else (0, 0)
    start = max(0, min(first - (length - (last - first)) // 2, len(text) - length))
    start = min(start, first)
    end = max(start + length, last)
    start, end = max(window.first, _word_start(text, start)), min(window.last, _word_end(text, end))
    return _Span(window.block, found, start, end)


def _word_start(text: str, place: int) -> int:
    """The start of the word here or of the next, with the quotation mark or bracket before it."""
    if place == 0:
        return 0
    start = plain_start(text, place)
    if start is None:
        start = next((token.start for token in tokens_about(text, place) if token.start >= place), None)
    if start is None:
        return place
    return start - 1 if text[start - 1] in _OPENING else start


def _word_end(text: str, place: int) -> int:
    """The end of the word here or of the last before, with the signs that follow it."""
    if place >= len(text):
        return len(text)
    if plain := plain_end(text, place):
        return min(plain[0] + _CLOSING_SIGNS, plain[1])
    tokens = tokens_about(text, place)
    before = bisect_right(tokens, place, key=attrgetter("end"))
    if before == 0:
        return place  # no word fits: better one cut than a passage without bounds
    last = end = tokens[before - 1].end
    most = tokens[before].start if before < len(tokens) else len(text)
    while end < min(most, last + _CLOSING_SIGNS) and not text[end].isspace():
        end += 1
    return end - 1 if text[end - 1] in _OPENING else end


def _choose(windows: list[_Window], limit: int, length: int) -> list[_Span]:
    chosen: list[_Span] = []
    shown: set[str | Phrase] = set()
    while windows and len(chosen) < limit:
        best = max(windows, key=lambda window: _worth(window, shown))  # the first of equals
        chosen.append(_around(best, length))
        shown.update(match.of for match in best.matches)
        windows = [apart for window in windows if (apart := _apart(window, chosen[-1]))]
    return chosen


def _worth(window: _Window, shown: set[str | Phrase]) -> float:
    """A phrase counts for its words; what was shown before counts little, so that it only breaks ties."""
    worth, seen = 0.0, set(shown)
    for match in window.matches:
        words = 1 if isinstance(match.of, str) else len(match.of)
        worth += words * (_SEEN if match.of in seen else 1)
        seen.add(match.of)
    return worth


def _apart(window: _Window, span: _Span) -> _Window | None:
    """The window without what the span shows; None where that is one of its matches."""
    if window.block is not span.block:
        return window
    if window.matches[0].mark.start >= span.end:
        return window._replace(first=max(window.first, span.end))
    if window.matches[-1].mark.end <= span.start:
        return window._replace(last=min(window.last, span.start))
    return None


def _cut(span: _Span) -> Passage:
    whole = span.block.text
    text = whole[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    end = start + len(text.strip())
    return Passage(
        whole[start:end],
        tuple(Mark(match.mark.start - start, match.mark.end - start) for match in span.matches),
        not whole[:start].strip(),
        not whole[end:].strip(),
    )
