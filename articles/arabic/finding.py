"""Some words of a text, with their places, without reading all of it word by word: pages show a few of thousands.

What stands between two spaces has the same words alone as in its text; only initials with spaces between them have not,
so that a text that may have such is read whole.
"""

from collections.abc import Iterator, Set

from articles.arabic.tokens import Token, has_lone_letters, has_spaced_initials, normals_of, tokenize


def tokens_of(text: str, normals: Set[str]) -> list[Token]:
    """Those of `tokenize(text)` that have one of these normal forms."""
    pieces = text.split()
    if has_spaced_initials(text, pieces):
        return [token for token in tokenize(text) if token.normal in normals]
    found = []
    for piece in dict.fromkeys(pieces):
        if not normals.isdisjoint(normals_of(piece)):
            tokens = [token for token in tokenize(piece) if token.normal in normals]
            found += [_moved(token, place) for place in _places(text, piece) for token in tokens]
    return sorted(found, key=lambda token: token.start)


def tokens_about(text: str, place: int, reach: int = 30) -> list[Token]:
    """A stretch of `tokenize(text)`; the last token that ends before a place and the first behind it are in it."""
    while True:
        start = text.rfind(" ", 0, max(0, place - reach)) + 1
        end = text.find(" ", place + reach)
        end = len(text) if end < 0 else end
        if has_lone_letters(text[start:end].split()):
            start, end = 0, len(text)
        tokens = [_moved(token, start) for token in tokenize(text[start:end])]
        is_before = start == 0 or (tokens and tokens[0].end <= place)
        is_behind = end == len(text) or (tokens and tokens[-1].start >= place)
        if is_before and is_behind:
            return tokens
        reach *= 4


def _places(text: str, piece: str) -> Iterator[int]:
    """Where a piece stands between spaces, or at an end."""
    place = text.find(piece)
    while place >= 0:
        end = place + len(piece)
        if (place == 0 or text[place - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield place
        place = text.find(piece, end)


def _moved(token: Token, offset: int) -> Token:
    return Token(token.text, token.normal, token.start + offset, token.end + offset)
