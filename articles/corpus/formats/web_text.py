"""Texts and addresses as they come from the web, made harmless: nothing that controls, hides or turns what is shown."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

LONGEST_URL = 2_000

# Controls of C0 and C1, direction overrides and isolates, halves of surrogates, marks of byte order, non-characters.
# LRM and RLM stay: they order a line and turn nothing round. So do the joiners, which Persian words are spelled with.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_CONTROL_OR_SPACE = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]")


def clean_text(text: str) -> str:
    """One line, single spaces, no control characters and no direction overrides."""
    return " ".join(_HARMFUL.sub("", text).split())


def clean_lines(text: str) -> list[str]:
    """The lines of a text that hold something, each cleaned."""
    return [line for line in map(clean_text, text.splitlines()) if line]


def first_text(candidates: Iterable[str]) -> str:
    """The first of these that has anything in it, cleaned; an empty text where none has."""
    return next(filter(None, map(clean_text, candidates)), "")


def web_address(text: str) -> str:
    """An http or https address with a host, or an empty text: javascript:, data:, file: and relative ones are none."""
    address = text.strip()
    if len(address) > LONGEST_URL or _CONTROL_OR_SPACE.search(address) or _HARMFUL.search(address):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and host else ""


def is_root(address: str) -> bool:
    """Whether an address is that of a whole site, or of one of its languages: https://news.example/ar/."""
    parts = urlsplit(address)
    path = parts.path.strip("/").lower()
    return not parts.query and (
        not path
        or (len(path) == 2 and path.isalpha())
        or path in ("home", "index.html", "index.htm", "index.php", "default.aspx")
    )


def same_host(first: str, second: str) -> bool:
    return _host(first) == _host(second)


def _host(address: str) -> str:
    host = (urlsplit(address).hostname or "").lower()
    return host.removeprefix("www.").removeprefix("m.")
