"""Checks of a JSON value's parts, each of which names the part that is wrong: blocks[3].kind."""

from collections.abc import Callable, Mapping, Sequence

_NO_TEXT = frozenset(map(chr, [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF]))


class Invalid(Exception):
    """Which part is wrong, and how."""


def text(value: object, where: str, longest: int | None = None) -> str:
    """A text with something in it, and nothing that no text has."""
    if not isinstance(value, str) or not value.strip():
        raise Invalid(f"{where}: a text is expected")
    if longest and len(value) > longest:
        raise Invalid(f"{where}: longer than {longest:,} characters")
    # Lone surrogates are the only characters that UTF-8 cannot write.
    if not _NO_TEXT.isdisjoint(value) or value.encode("utf-8", "ignore").decode() != value:
        raise Invalid(f"{where}: control characters or half characters, which no text has")
    return value


def number(value: object, where: str, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Invalid(f"{where}: a whole number from {least} is expected")
    return value


def choice(value: object, where: str, choices: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise Invalid(f"{where}: one of {', '.join(choices)} is expected")
    return value


def optional(check: Callable, value: object, where: str, *bounds):
    """What `check` says of a value that may be null or absent."""
    return None if value is None else check(value, where, *bounds)


def items(value: object, where: str, most: int) -> list:
    """A list of at most `most`; one that is absent is empty."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise Invalid(f"{where}: a list is expected")
    if len(value) > most:
        raise Invalid(f"{where}: more than {most:,}")
    return value


def objects(value: object, where: str, most: int) -> list[tuple[str, Mapping]]:
    """The objects of a list, each with its name for messages."""
    found = [(f"{where}[{place}]", item) for place, item in enumerate(items(value, where, most))]
    for name, item in found:
        if not isinstance(item, dict):
            raise Invalid(f"{name}: an object is expected")
    return found
