"""From values of a foreign record to what an article has: each converter gives what is right and notes what is not."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit

from articles.arabic.dates import publication_date
from articles.corpus.formats.markup import one_line
from articles.corpus.formats.web_names import unlabelled

LONGEST_NAME = 200  # characters, of a source, a section, an author, a place, a tag
LONGEST_URL = 2000
LONGEST_TEXT = 100_000  # characters, of anything but the text of an article
MOST_LOOKED_AT = 10_000  # parts of a list
DEEPEST = 8  # lists and objects inside one another
LONGEST_SHOWN = 60

# Keys under which an object in a record has its name or its text, as schema.org, news services, sites and databases
# write them.
NAME_KEYS = (
    *("name", "title", "text", "label", "value", "rendered", "content", "html", "plain", "#text", "_text", "__cdata"),
    *("$date", "$oid", "$numberLong", "ar"),
)
ADDRESS_KEYS = ("@id", "url", "href")

_SEPARATORS = re.compile("[،؛;|\n]")
_HASHTAGS = re.compile(r"(?:\s*#\w+)++\s*")
_ASCII_COMMA = re.compile(r",(?=\s)|,(?=[^\d\s])")
_SIGNED_PLACE = re.compile("[:()\\[\\]]| ?[-–—ـ] ")
# White space, controls, what turns or joins letters unseen, half characters, and signs that no address may have.
_UNESCAPED = re.compile(
    '[\\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"<>\\\\^`{|}]'
)
_PLAIN_ADDRESS = re.compile(f"https?://[A-Za-z0-9.-]+(?:/[^%{_UNESCAPED.pattern[1:]}*)?")
# Were it taken for that of an article, all articles of the site would be one. Some sites have their pages behind a #.
_WHOLE_SITE = re.compile("https?://[^/?#]*/*+(?:#(?![/!]).*)?", re.I | re.S)
_WRITTEN_BY_NOBODY = re.compile("[%@]")  # in the name of a host; before an @ stands a password, or a trap
_QUOTED = re.compile(r"""'([^'\\]*+)'|"([^"\\]*+)\"""")
_QUOTED_LIST = re.compile(rf"\[(?:\s*(?:{_QUOTED.pattern})\s*(?:,|(?=\])))*+\]")
_LANGUAGE = re.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})?")
_LANGUAGE_NAMES = {"arabic": "ar", "العربية": "ar", "عربي": "ar", "english": "en", "الإنجليزية": "en"}


class Wrong(Exception):
    """A value that cannot be what its field says, and why."""


def shown(value: object) -> str:
    """A value as it may stand in a message."""
    text = one_line(str(value)[: 4 * LONGEST_SHOWN])
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"


def kind_of(value: object) -> str:
    kinds = {
        bool: "true or false",
        dict: "an object",
        list: "a list",
        int: "a number",
        float: "a number",
        str: "a text",
    }
    return kinds.get(type(value), "nothing")


def raw_text(value: object, depth: int = 0, between: str = "\n") -> str:
    """Text or a number as text; of an object its name, of a list its parts in lines. Raises Wrong.

    The parts of a list inside the list are of one line: [["من", "إلى"], ["غداً"]] has two.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if depth == DEEPEST:
        raise Wrong("lists inside lists where a text is expected")
    if isinstance(value, list):
        return between.join(raw_text(part, depth + 1, " ") for part in value if part is not None)
    if isinstance(value, dict):
        for key in NAME_KEYS:
            part = value.get(key)
            if part not in (None, "", [], {}) and not isinstance(part, bool):
                return raw_text(part, depth + 1, between)
        if any(value.get(key) == "" for key in NAME_KEYS):
            return ""
    raise Wrong(f"{kind_of(value)} where a text is expected")


def bounded_text(value: object) -> str:
    """The text of a field that is not the article's text. Raises Wrong."""
    text = raw_text(value)
    if len(text) > LONGEST_TEXT:
        raise Wrong(f"a text of {len(text):,} characters, too long for this field")
    return text


def short_text(value: object) -> str:
    return one_line(bounded_text(value))


def first_name(value: object) -> str:
    """A name; of several the first. Raises Wrong."""
    parts = written_list(value) or value
    return name(parts[0] if isinstance(parts, list) and parts else value)


def name(value: object) -> str:
    """A name of at most 200 characters. Raises Wrong."""
    if isinstance(value, list) and len(value) != 1:
        raise Wrong("several where one is expected")
    text = short_text(value)
    if len(text) > LONGEST_NAME:
        raise Wrong(f"longer than {LONGEST_NAME} characters: {shown(text)}")
    return text


def outlet(value: object) -> str:
    """The name of a source; nothing where the field has an address instead. Raises Wrong."""
    text = name(value)
    return "" if text.startswith(("http://", "https://")) else text


def names(value: object, most: int, split, shorten=None) -> tuple[tuple[str, ...], list[str]]:
    """Names without repetition, from a list or from a text that `split` divides; and what was left out, and why.

    A name that is too long is what `shorten` makes of it, where that is given.
    """
    parts = value if isinstance(value, list) else written_list(value) or split(bounded_text(value))
    found: dict[str, None] = {}
    notes: list[str] = []
    for place, given in enumerate(parts):
        if len(found) == most or len(notes) == most or place == MOST_LOOKED_AT:
            notes.append(f"more than {most}, {len(parts) - place:,} left out")
            break
        try:
            part = given
            if shorten and isinstance(given, str) and len(text := short_text(given)) > LONGEST_NAME:
                notes.append(f"longer than {LONGEST_NAME} characters, shortened: {shown(text)}")
                part = shorten(text)
            if text := "" if part is None else name(part):
                found[text] = None
        except Wrong as wrong:
            notes.append(f"one left out: {wrong}")
    return tuple(found), notes


def written_list(value: object) -> list[object]:
    """The parts of a list that stands in a text as JSON or Python write it, for tables have no lists; else none.

    >>> written_list("['سعاد علي', 'كريم حسن']")
    ['سعاد علي', 'كريم حسن']
    """
    text = value.strip() if isinstance(value, str) and len(value) <= LONGEST_TEXT else ""
    if not (text.startswith("[") and text.endswith("]")):
        return []
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return [one or other for one, other in _QUOTED.findall(text)] if _QUOTED_LIST.fullmatch(text) else []


def signature(text: str) -> str:
    """What is left of a signature that is too long: where the text runs on behind it, what stands before the colon.

    سعاد علي- بيروت: قررت البلدية ... -> سعاد علي- بيروت
    """
    before, colon, _ = text[:LONGEST_NAME].partition(":")
    if colon and before.strip():
        return before.strip()
    cut = text[: LONGEST_NAME - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ،,") + "…"


def split_list(text: str) -> list[str]:
    """«سياسة، اقتصاد», politics, economy or #سياسة #اقتصاد -> its parts; a comma inside a number is none."""
    if _HASHTAGS.fullmatch(text):
        return [tag.replace("_", " ") for tag in text.replace("#", " ").split()]
    return [part for piece in _SEPARATORS.split(text) for part in _ASCII_COMMA.split(piece)]


def split_authors(text: str) -> Iterable[str]:
    """Names that a separator divides, without "by" before them.

    A signature with places in it (جدة - محمد، سامية) is no list: it is kept whole.

    Nor is a Latin comma one where a part would have one word only: Haddad, Mona is one person.
    """
    text = unlabelled(text)
    if _SIGNED_PLACE.search(text):
        return [text]
    parts = _SEPARATORS.split(text)
    return [name for part in parts for name in _by_latin_comma(part)]


def _by_latin_comma(text: str) -> list[str]:
    parts = text.split(",")
    return parts if all(" " in part.strip() for part in parts) else [text]


def address(value: object) -> str:
    """An address on the web; what may not stand in one and does is escaped as browsers do. Raises Wrong."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = next((value[key] for key in ADDRESS_KEYS if isinstance(value.get(key), str)), value)
    given = bounded_text(value).strip()
    is_plain = len(given) <= LONGEST_URL and _PLAIN_ADDRESS.fullmatch(given)
    text = given if is_plain else escaped(given)
    if _WHOLE_SITE.fullmatch(text):
        raise Wrong(f"the address of a whole site, not of an article: {shown(text)}")
    return text


def escaped(given: str) -> str:
    """An address with what it has escaped. Raises Wrong."""
    text = _UNESCAPED.sub(lambda found: quote(found.group(), errors="replace"), given)
    if len(text) > LONGEST_URL:
        raise Wrong(f"longer than {LONGEST_URL:,} characters")
    try:
        parts = urlsplit(text)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or "%00" in text or _WRITTEN_BY_NOBODY.search(parts.netloc):
        raise Wrong(f"not an address on the web: {shown(text)}")
    return text


def language(value: object) -> str:
    """A language tag: ar, ar-EG. Raises Wrong."""
    text = short_text(value)
    text = _LANGUAGE_NAMES.get(text.casefold(), text)
    if not _LANGUAGE.fullmatch(text) or len(text) > 10:
        raise Wrong(f"not understood: {shown(text)}")
    return text.replace("_", "-")


def date(value: object) -> str:
    """An EDTF date. Raises Wrong."""
    text = short_text(value)
    found = _date(text)
    if not found:
        raise Wrong(f"not understood: {shown(text)}")
    return found


# A file of news has few days and many articles.
_date = lru_cache(maxsize=4096)(publication_date)
