"""Bylines of cards: who wrote, and where."""

from articles.corpus.pages import phrases
from articles.corpus.records import BYLINE_SEPARATOR

MOST_NAME_WORDS = 6
MOST_PLACE_WORDS = 5
LONGEST_PLAIN_NAME = 4  # words of a name without brackets or quotes


def is_byline(text: str) -> bool:
    """Whether a line has the form of a byline: name (place), «desk», (place)."""
    if phrases.ending(text):
        return False
    if _is_quoted(text) or _only_brackets(text):
        return True
    return bool(_named_places(text))


def is_plain_name(text: str) -> bool:
    """Whether a line may be a byline by its form though nothing marks it as one."""
    return (
        text.count(" ") < LONGEST_PLAIN_NAME and not phrases.ending(text) and not any(sign.isdigit() for sign in text)
    )


def read_bylines(texts: list[str]) -> tuple[str | None, str | None]:
    """The names and the places of a card's bylines, several with a separator between, each once.

    [سعاد علي (دمشق)] -> سعاد علي, دمشق
    """
    names: list[str] = []
    places: list[str] = []
    for text in texts:
        for name, place in _named_places(text) or [(text, "")]:
            names.append(name)
            places.append(place)
        if inside := _only_brackets(text):
            names[-1], places[-1] = "", inside
    return _joined(names), _joined(places)


def _joined(parts: list[str]) -> str | None:
    return BYLINE_SEPARATOR.join(dict.fromkeys(filter(None, parts))) or None


def _named_places(text: str) -> list[tuple[str, str]]:
    """The pairs of a name and a place that make up the whole line, [] where it is not made of such."""
    pairs: list[tuple[str, str]] = []
    while text and len(pairs) < 5:
        parts = phrases.final_brackets(text)
        if parts is None:
            return []
        cut = parts[0].rfind(")") + 1
        name, place = parts[0][cut:].strip(" -–،/|"), parts[1]
        if not name or name.count(" ") >= MOST_NAME_WORDS or place.count(" ") >= MOST_PLACE_WORDS:
            return []
        if phrases.is_known_credit(place) or "(" in name or ":" in name or _has_digit(text):
            return []
        pairs.insert(0, (name, place))
        text = parts[0][:cut]
    return pairs


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _is_quoted(text: str) -> bool:
    return text.startswith("«") and text.endswith("»") and text.count("«") == 1 and text.count(" ") < 4


def _only_brackets(text: str) -> str | None:
    if text.startswith("(") and text.endswith(")") and "(" not in text[1:] and text.count(" ") < MOST_PLACE_WORDS:
        return text[1:-1].strip() or None
    return None
