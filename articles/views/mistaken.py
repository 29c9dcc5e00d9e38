"""A query with what is wrong in it: each mistake in words, and its place in what was typed."""

from dataclasses import dataclass

from articles.search.language.mistakes import Mistake
from articles.search.language.wording import describe
from articles.search.searching import SearchPage
from articles.views.search_address import SearchAddress

# No longer piece of a query is shown around its mistakes.
LONGEST_SHOWN = 400


@dataclass(frozen=True)
class Piece:
    text: str
    is_wrong: bool


@dataclass(frozen=True)
class Mistaken:
    """`pieces` are the query from end to end; `corrected` means the same and has no mistake, `href` searches for it."""

    pieces: tuple[Piece, ...]
    sentences: tuple[str, ...]
    corrected: str
    href: str


def make_mistaken(address: SearchAddress, found: SearchPage) -> Mistaken | None:
    if not found.mistakes:
        return None
    corrected = found.corrected or ""
    return Mistaken(
        pieces=tuple(part(address.query[:LONGEST_SHOWN], found.mistakes)),
        sentences=tuple(dict.fromkeys(map(describe, found.mistakes))),
        corrected=corrected,
        href=address.with_(query=corrected).querystring() if corrected and corrected != address.query else "",
    )


def part(text: str, mistakes: tuple[Mistake, ...]) -> list[Piece]:
    """The text cut at its mistakes; where two lie over each other they are one piece."""
    pieces, end = [], 0
    for mistake in sorted(mistakes, key=lambda mistake: mistake.start):
        start, stop = max(mistake.start, end), min(mistake.end, len(text))
        if start >= stop:
            continue
        pieces += [Piece(text[end:start], False), Piece(text[start:stop], True)]
        end = stop
    return [piece for piece in (*pieces, Piece(text[end:], False)) if piece.text]
