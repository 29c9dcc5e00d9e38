"""Names of writers as pages give them: several in one text, with words before them."""

import re
from collections.abc import Iterable

from articles.arabic.folding import key

LONGEST_NAME = 100  # characters

_BETWEEN = re.compile(r"\s*[،;؛|]\s*")
_BEFORE = re.compile(
    r"^(?:بقلم|كتب|كتبت|كتبه|إعداد|تحرير|الكاتب|by|written by)\s*[:：]?\s+|^(?:بقلم|كتب|إعداد)\s*[:/]\s*", re.I
)
_MAIL = re.compile(r"\S+@\S+")


def writers(found: Iterable[str], source: str) -> tuple[str, ...]:
    """Each name once: بقلم: سعاد علي، كريم حسن -> سعاد علي, كريم حسن. Addresses and the outlet are no writers."""
    named: dict[str, str] = {}
    for text in found:
        for part in _BETWEEN.split(text):
            name = unlabelled(_MAIL.sub("", part)).strip(" -–.,:")
            if not name or len(name) > LONGEST_NAME or "/" in name or key(name) in ("", key(source), "admin"):
                continue
            named.setdefault(key(name), name)
    return tuple(named.values())


def unlabelled(text: str) -> str:
    """بقلم: سعاد علي -> سعاد علي"""
    return _BEFORE.sub("", text)


def labels(found: Iterable[str]) -> tuple[str, ...]:
    """Tags, each once, lists in one text taken apart at commas: غزة، القاهرة -> غزة, القاهرة."""
    parts = (part.strip().lstrip("#").strip() for text in found for part in re.split("[,،;؛]", text))
    return tuple({key(part): part for part in reversed([part for part in parts if key(part)])}.values())[::-1]
